package org.goldenbridge.event.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An end of the time that is asked for: a local day of the place of each session, or an instant.
 *
 * @param day the day, when one was given
 * @param instant the instant, when one was given
 */
public record Bound(@Nullable LocalDate day, @Nullable Instant instant) {

    /**
     * What a parameter says.
     *
     * @throws Refusal 400 when it is neither, or before 2000 or after 2100
     */
    public static Bound parse(String text, String parameter) {
        try {
            var bound = text.length() == 10
                    ? new Bound(LocalDate.parse(text), null)
                    : new Bound(
                            null, OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            var year = bound.utcDay().getYear();
            if (year >= 2000 && year <= 2100) {
                return bound;
            }
        } catch (DateTimeException e) {
            // told below, like a year out of range
        }
        var detail = "must be a local day such as 2026-12-01 or an instant such as 2026-12-01T10:00:00Z, 2000 to 2100";
        throw Refusal.badRequest("invalid-request", "?" + parameter + " " + detail + ".")
                .at("?" + parameter, detail);
    }

    /** The day, in UTC when an instant was given. */
    public LocalDate utcDay() {
        return day != null ? day : LocalDate.ofInstant(Objects.requireNonNull(instant), ZoneOffset.UTC);
    }

    /** The instant, or the beginning of the day in that zone. */
    public Instant beginning(ZoneId zone) {
        return day == null
                ? Objects.requireNonNull(instant)
                : day.atStartOfDay(zone).toInstant();
    }

    /** The instant, or the end of the day in that zone. */
    public Instant ending(ZoneId zone) {
        return day == null
                ? Objects.requireNonNull(instant)
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The bound in SQL over a session {@code s}: the start of the day in the session's own zone, or the instant.
     *
     * @param placeholder where its {@link #value} stands
     * @param plusDays 1 for the end of the day
     */
    public String sql(String placeholder, int plusDays) {
        return day == null
                ? "cast(" + placeholder + " as timestamptz)"
                : "((cast(" + placeholder + " as date) + " + plusDays + ")::timestamp at time zone s.zone)";
    }

    /** The day or the instant, for SQL. */
    public Object value() {
        return day != null ? day : Objects.requireNonNull(instant);
    }
}
