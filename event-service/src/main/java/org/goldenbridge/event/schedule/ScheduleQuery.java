package org.goldenbridge.event.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the schedule is asked for. A session belongs to it when any of its time lies between {@code from} and
 * {@code to}; a day means the whole local day of the place where the session is.
 */
record ScheduleQuery(
        @Nullable String centre,
        @Nullable EventKind kind,
        @Nullable UUID series,
        @Nullable Bound from,
        @Nullable Bound to,
        @Nullable UUID programme,
        @Nullable UUID course) {

    /** After all that can be asked for. */
    static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    /**
     * A local day, or an instant.
     *
     * @param day the day, when one was given
     * @param instant the instant, when one was given
     */
    record Bound(@Nullable LocalDate day, @Nullable Instant instant) {
        static Bound parse(String text, String parameter) {
            try {
                var bound = text.length() == 10
                        ? new Bound(LocalDate.parse(text), null)
                        : new Bound(
                                null,
                                OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
                var year = bound.utcDay().getYear();
                if (year >= 2000 && year <= 2100) {
                    return bound;
                }
            } catch (DateTimeException e) {
                // told below, like a year out of range
            }
            var detail =
                    "must be a local day such as 2026-12-01 or an instant such as 2026-12-01T10:00:00Z, 2000 to 2100";
            throw Refusal.badRequest("invalid-request", "?" + parameter + " " + detail + ".")
                    .at("?" + parameter, detail);
        }

        private LocalDate utcDay() {
            return day != null ? day : LocalDate.ofInstant(java.util.Objects.requireNonNull(instant), ZoneOffset.UTC);
        }

        /** The instant, or the beginning of the day in that zone. */
        Instant beginning(ZoneId zone) {
            return day == null
                    ? java.util.Objects.requireNonNull(instant)
                    : day.atStartOfDay(zone).toInstant();
        }

        /** The instant, or the end of the day in that zone. */
        Instant ending(ZoneId zone) {
            return day == null
                    ? java.util.Objects.requireNonNull(instant)
                    : day.plusDays(1).atStartOfDay(zone).toInstant();
        }

        /** The bound in SQL: the start of the day in the session's own zone, or the instant. */
        String sql(String name, int plusDays) {
            return day == null
                    ? "cast(:" + name + " as timestamptz)"
                    : "((cast(:" + name + " as date) + " + plusDays + ")::timestamp at time zone s.zone)";
        }

        Object value() {
            return day != null ? day : java.util.Objects.requireNonNull(instant);
        }
    }

    static ScheduleQuery of(
            @Nullable String centre,
            @Nullable EventKind kind,
            @Nullable String series,
            @Nullable String from,
            @Nullable String to) {
        var query = new ScheduleQuery(
                centre,
                kind,
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
        return new ScheduleQuery(centre, kind, series, from, to, wanted, course);
    }

    /** The same, of the lessons of that course alone. */
    ScheduleQuery of(@Nullable UUID wanted) {
        return new ScheduleQuery(centre, kind, series, from, to, programme, wanted);
    }

    /** The same words for the same question, so that a cursor of another one is refused. */
    String name() {
        return "sessions " + centre + " " + kind + " " + series + " " + from + " " + to + " " + programme + " "
                + course;
    }
}
