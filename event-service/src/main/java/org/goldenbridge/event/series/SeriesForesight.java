package org.goldenbridge.event.series;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.schedule.SeriesEffect;
import org.goldenbridge.event.schedule.SeriesStep;

/**
 * What a series, or a change of one, would come to.
 *
 * @param zone in which its wall times are meant
 * @param isPossible whether nothing stands against it
 * @param effects one for each occurrence, in their order
 * @param leftOut occurrences that are excepted
 * @param bookings how many bookings are reached: those of sessions that are moved or cancelled
 */
public record SeriesForesight(
        ZoneId zone, boolean isPossible, List<SeriesEffect> effects, List<LocalDateTime> leftOut, int bookings) {
    static SeriesForesight of(SeriesPlanning.Outcome outcome) {
        var concerned = outcome.after() == null ? outcome.before() : outcome.after();
        return new SeriesForesight(
                outcome.place().zone(),
                outcome.isPossible(),
                outcome.effects(),
                concerned == null ? List.of() : concerned.recurrence().leftOut(),
                outcome.effects().stream().mapToInt(SeriesEffect::bookings).sum());
    }

    /** The sessions that are moved or cancelled: whoever is booked there has to be told. */
    public List<UUID> reached() {
        return effects.stream()
                .map(SeriesEffect::step)
                .filter(SeriesStep::leavesTime)
                .map(SeriesStep::session)
                .toList();
    }
}
