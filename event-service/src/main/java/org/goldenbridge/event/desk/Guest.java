package org.goldenbridge.event.desk;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/**
 * A booking on the roster. Personal data: it is shown at the desk of the session's centre, and nowhere else.
 *
 * @param ofCourse whether it is of the course of which the session is a lesson
 * @param present how many of them came; null when nobody has noted it
 * @param language in which they are written to
 * @param price what it costs altogether; null where it costs nothing
 */
record Guest(
        UUID booking,
        String name,
        String contact,
        int places,
        boolean isCancelled,
        boolean ofCourse,
        Instant bookedAt,
        @Nullable Integer present,
        String language,
        @Nullable Price price,
        boolean isPaid) {}
