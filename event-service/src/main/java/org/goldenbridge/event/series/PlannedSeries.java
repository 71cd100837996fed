package org.goldenbridge.event.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.schedule.SeriesSession;
import org.jspecify.annotations.Nullable;

/**
 * A series as the desk that plans it sees it.
 *
 * @param version to be sent with a change, as {@code If-Match}
 * @param sessions all of them, cancelled ones included, in their order
 */
public record PlannedSeries(
        UUID id,
        UUID event,
        String centre,
        long version,
        boolean isCancelled,
        String rule,
        LocalDateTime startsOn,
        Duration lasts,
        ZoneId zone,
        @Nullable UUID space,
        @Nullable UUID course,
        @Nullable Integer capacity,
        List<SeriesSession> sessions) {
    static PlannedSeries of(Series series, List<SeriesSession> sessions) {
        return new PlannedSeries(
                series.id,
                series.event.id(),
                series.centreId,
                series.version,
                series.status == SeriesStatus.CANCELLED,
                series.rule,
                series.startsOn,
                Duration.ofMinutes(series.minutes),
                ZoneId.of(series.zone),
                series.spaceId(),
                series.courseId,
                series.capacityLimit,
                sessions);
    }

    /** The sessions that take place and have not begun. */
    public List<SeriesSession> ahead(Instant now) {
        return sessions.stream()
                .filter(session -> !session.cancelled() && session.startsAt().isAfter(now))
                .toList();
    }
}
