package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a series knows of one of its sessions.
 *
 * @param start the wall time of its occurrence in the series
 * @param override whether it was edited, or cancelled, by itself
 */
public record SeriesSession(
        UUID id,
        LocalDateTime start,
        boolean override,
        boolean cancelled,
        Instant startsAt,
        Instant endsAt,
        @Nullable UUID spaceId,
        @Nullable Venue venue,
        @Nullable Integer capacityLimit) {

    static SeriesSession of(Session session) {
        return new SeriesSession(
                session.id,
                Objects.requireNonNull(session.seriesStart),
                session.seriesOverride,
                session.status == SessionStatus.CANCELLED,
                session.startsAt,
                session.endsAt,
                session.spaceId(),
                session.venue,
                session.capacityLimit);
    }

    /** Whether it is where and when the series wants it. */
    public boolean stands(SeriesPlace place, Instant start, Instant end) {
        return startsAt.equals(start)
                && endsAt.equals(end)
                && Objects.equals(spaceId, place.spaceId())
                && Objects.equals(venue, place.venue());
    }
}
