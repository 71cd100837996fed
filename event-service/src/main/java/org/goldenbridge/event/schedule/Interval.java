package org.goldenbridge.event.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.time.WallTime;

/**
 * From when to when, as instants.
 *
 * @param start included
 * @param end excluded, after the start
 */
record Interval(Instant start, Instant end) {
    private static final Duration LONGEST = Duration.ofDays(31);

    /** What a client asks for: in order, not longer than a month, not in the past. */
    static Interval asked(String startsAt, String endsAt, ZoneId zone, Instant now) {
        var start = WallTime.instant(startsAt, zone, "/startsAt");
        var end = WallTime.instant(endsAt, zone, "/endsAt");
        if (!start.isBefore(end)) {
            throw Refusal.unprocessable("ends-before-it-starts", "The session must end after it starts.")
                    .at("/endsAt", "must be after startsAt");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Refusal.unprocessable("too-long", "A session lasts at most 31 days; plan several.")
                    .at("/endsAt", "must be at most 31 days after startsAt");
        }
        if (start.isBefore(now)) {
            throw Refusal.unprocessable("in-the-past", "The session would start in the past.")
                    .at("/startsAt", "must be in the future");
        }
        return new Interval(start, end);
    }

    Interval widened(int minutesBefore, int minutesAfter) {
        return new Interval(start.minus(Duration.ofMinutes(minutesBefore)), end.plus(Duration.ofMinutes(minutesAfter)));
    }

    Duration length() {
        return Duration.between(start, end);
    }

    boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
