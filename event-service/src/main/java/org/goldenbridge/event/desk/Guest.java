package org.goldenbridge.event.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking on the roster. Personal data: it is shown at the desk of the session's centre, and nowhere else.
 *
 * @param ofCourse whether it is of the course of which the session is a lesson
 */
record Guest(
        UUID booking,
        String name,
        String contact,
        int places,
        boolean isCancelled,
        boolean ofCourse,
        Instant bookedAt) {}
