package org.goldenbridge.event.publicschedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.goldenbridge.event.places.Availability;
import org.jspecify.annotations.Nullable;

/**
 * A change of the public schedule at its place in the order of all changes.
 *
 * @param number its place
 * @param what which part of the schedule it moved
 * @param session as it is now, where one session was changed
 */
record ScheduleChange(long number, What what, @Nullable ChangedSession session) {
    /** What was changed. */
    enum What {
        /** Time, place, status or content of a session. */
        SESSION,
        /** How many places a session has left. */
        PLACES,
        /** What many sessions show: a centre, a programme, a course. */
        MANY
    }

    /** What decides whether a session is part of an answer. */
    record ChangedSession(
            UUID id,
            String centreId,
            @Nullable UUID spaceId,
            UUID eventId,
            @Nullable UUID courseId,
            boolean cancelled,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            Availability places,
            int placesLeft) {}
}
