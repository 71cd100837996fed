package org.goldenbridge.local.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One session of the programme with its date.
 *
 * @param zone the zone that the local times are of: the centre's, or the venue's
 * @param space the code of the space, absent when it is held at a venue
 * @param venue the key of the venue
 * @param capacity how many places it has for who comes to it alone
 * @param wanted how many places are to be booked
 * @param cancelled the key of the reason it is cancelled for
 */
record PlannedSession(
        Centre centre,
        Event event,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        ZoneId zone,
        @Nullable String space,
        @Nullable String venue,
        int capacity,
        int wanted,
        @Nullable String cancelled) {

    Instant start() {
        return startsAt.atZone(zone).toInstant();
    }

    /** The same words whenever and however often the network is loaded. */
    String key() {
        return centre.id() + "/" + event.key() + "/" + startsAt;
    }

    /** Whether it belongs to a course, and takes place. */
    boolean isLesson() {
        return event.course() != null && cancelled == null;
    }

    @Override
    public String toString() {
        return "“" + event.name() + "” on " + startsAt + " (" + centre.id() + ")";
    }
}
