package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the schedule is asked for. A session belongs to it when any of its time lies between {@code from} and
 * {@code to}; a day means the whole local day of the place where the session is.
 */
record ScheduleQuery(
        List<String> centres,
        List<EventKind> kinds,
        @Nullable UUID series,
        @Nullable Bound from,
        @Nullable Bound to,
        @Nullable UUID programme,
        @Nullable UUID course) {

    /** After all that can be asked for. */
    static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    static ScheduleQuery of(
            List<String> centres,
            List<EventKind> kinds,
            @Nullable String series,
            @Nullable String from,
            @Nullable String to) {
        var query = new ScheduleQuery(
                centres,
                kinds,
                series == null ? null : identifier(series),
                from == null ? null : Bound.parse(from, "from"),
                to == null ? null : Bound.parse(to, "to"),
                null,
                null);
        if (query.from != null && query.to != null && query.to.utcDay().isBefore(query.from.utcDay())) {
            throw Refusal.badRequest("invalid-request", "?to must not be before ?from.")
                    .at("?to", "must not be before from");
        }
        return query;
    }

    private static UUID identifier(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("invalid-request", "?series must be an identifier (UUID).")
                    .at("?series", "must be an identifier (UUID)");
        }
    }

    /** The same, of events under that programme or one of its parts alone. */
    ScheduleQuery under(@Nullable UUID wanted) {
        return new ScheduleQuery(centres, kinds, series, from, to, wanted, course);
    }

    /** The same, of the lessons of that course alone. */
    ScheduleQuery of(@Nullable UUID wanted) {
        return new ScheduleQuery(centres, kinds, series, from, to, programme, wanted);
    }

    /** The same words for the same question, so that a cursor of another one is refused. */
    String name() {
        return "sessions " + centres + " " + kinds + " " + series + " " + from + " " + to + " " + programme + " "
                + course;
    }
}
