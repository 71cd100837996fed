package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the spans in which a space is closed, exact to the minute, from the question whether it is open all the time from one to another. */
final class ClosedTimes {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ClosedTimes() {}

    /** Whether the space receives the public without a break. */
    interface Opening {
        boolean isOpen(Instant from, Instant until);
    }

    /** A span. */
    record Span(Instant from, Instant until) {}

    static List<Span> of(Instant from, Instant until, Opening opening) {
        var found = new ArrayList<Span>();
        for (var at = from; at.isBefore(until); at = at.plus(STEP)) {
            var end = at.plus(STEP).isBefore(until) ? at.plus(STEP) : until;
            search(at, end, opening, found);
        }
        return found;
    }

    private static void search(Instant from, Instant until, Opening opening, List<Span> found) {
        if (opening.isOpen(from, until)) {
            return;
        }
        var length = Duration.between(from, until);
        var middle = from.plus(Duration.ofMinutes(length.toMinutes() / 2));
        if (length.compareTo(MINUTE) <= 0 || isClosedThroughout(from, middle, until, opening)) {
            add(new Span(from, until), found);
            return;
        }
        search(from, middle, opening, found);
        search(middle, until, opening, found);
    }

    /** Nothing opens and closes again within a quarter of an hour, so that its first, middle and last minute tell. */
    private static boolean isClosedThroughout(Instant from, Instant middle, Instant until, Opening opening) {
        return !opening.isOpen(from, from.plus(MINUTE))
                && !opening.isOpen(middle, middle.plus(MINUTE))
                && !opening.isOpen(until.minus(MINUTE), until);
    }

    private static void add(Span span, List<Span> found) {
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.until().equals(span.from())) {
            found.set(found.size() - 1, new Span(last.from(), span.until()));
        } else {
            found.add(span);
        }
    }
}
