package org.goldenbridge.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Times as people give them: the wall time of a place ({@code 2026-12-01T18:00}), or an instant with its offset
 * ({@code 2026-12-01T10:00:00Z}); to the second, as the rules of RFC 5545 know nothing finer.
 */
public final class WallTime {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private WallTime() {}

    /**
     * The instant that is meant. An hour that happens twice when clocks go back means the first one.
     *
     * @param pointer where the text stands in the request, as a JSON pointer or {@code ?name}
     * @throws Refusal 400 when it is neither form, finer than a second or not between 2000 and 2100; 422 when clocks leap over it
     */
    public static Instant instant(String text, ZoneId zone, String pointer) {
        try {
            var instant = hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : ofWall(LocalDateTime.parse(text), zone, pointer);
            var day = LocalDate.ofInstant(instant, zone);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                throw invalid(pointer, "must lie between 2000 and 2100");
            }
            if (!instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
                throw invalid(pointer, "must be a time in whole seconds");
            }
            return instant;
        } catch (DateTimeException e) {
            throw invalid(
                    pointer,
                    "must be a local time such as 2026-12-01T18:00, or an instant such as 2026-12-01T10:00:00Z");
        }
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    }

    private static Instant ofWall(LocalDateTime wall, ZoneId zone, String pointer) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) {
            var after = rules.getTransition(wall).getDateTimeAfter();
            throw Refusal.unprocessable(
                            "time-in-gap",
                            wall + " does not exist in " + zone + ": the clocks go forward to " + after + " then.")
                    .at(pointer, "does not exist on that day; the clocks go forward to " + after.toLocalTime());
        }
        return wall.toInstant(offsets.get(0));
    }

    private static Refusal invalid(String pointer, String detail) {
        return Refusal.badRequest("invalid-request", pointer + " " + detail + ".")
                .at(pointer, detail);
    }
}
