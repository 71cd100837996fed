package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.jspecify.annotations.Nullable;

/** The fact {@code org.goldenbridge.session.changed.v1}: a session is new, was moved, edited or cancelled. */
record SessionChanged(
        UUID id,
        UUID eventId,
        String centreId,
        long version,
        SessionStatus status,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable UUID spaceId,
        @Nullable Venue venue,
        boolean online,
        int capacity,
        @Nullable UUID seriesId,
        @Nullable UUID courseId) {
    static Fact of(Session session) {
        var data = new SessionChanged(
                session.id,
                session.event.id(),
                session.centreId,
                session.version,
                session.status,
                session.startsAt,
                session.endsAt,
                session.zone,
                session.spaceId(),
                session.venue,
                session.online != null,
                session.capacity(),
                session.seriesId,
                session.courseId);
        return new Fact("event.sessions", "org.goldenbridge.session.changed.v1", session.id.toString(), data);
    }
}
