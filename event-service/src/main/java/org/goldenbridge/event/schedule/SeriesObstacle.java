package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands against one occurrence, in the answer that refuses them all. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SeriesObstacle(
        LocalDateTime seriesStart,
        List<Clash> clashes,
        List<Shortage> shortages,
        @Nullable String closed,
        @Nullable Integer placesBooked) {

    static SeriesObstacle of(SeriesEffect effect) {
        return new SeriesObstacle(
                effect.step().start(), effect.clashes(), effect.shortages(), effect.closed(), effect.overbooked());
    }
}
