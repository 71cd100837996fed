package org.goldenbridge.event.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.goldenbridge.event.schedule.SeriesPlace;
import org.goldenbridge.event.schedule.WallTimes;

/**
 * What a series repeats: when, for how long, where and for how many people.
 *
 * @param lasts how long each session lasts, on the clock and not on the dial: two hours are two hours also in the night in
 *     which the clocks change
 */
record Pattern(Recurrence recurrence, Duration lasts, SeriesPlace place) {
    /** When an occurrence begins. */
    Instant startOf(LocalDateTime occurrence) {
        return WallTimes.instant(occurrence, place.zone());
    }

    /** When an occurrence ends. */
    Instant endOf(LocalDateTime occurrence) {
        return startOf(occurrence).plus(lasts);
    }

    Pattern with(Recurrence other) {
        return new Pattern(other, lasts, place);
    }
}
