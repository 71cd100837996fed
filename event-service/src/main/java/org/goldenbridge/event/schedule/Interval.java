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

    /** What a client asks for a session: in order, not longer than a month, not in the past. */
    static Interval asked(String startsAt, String endsAt, ZoneId zone, Instant now) {
        return asked("session", LONGEST, startsAt, endsAt, zone, now);
    }

    /** The same for something else that lasts so many days at most. */
    static Interval asked(String what, Duration longest, String startsAt, String endsAt, ZoneId zone, Instant now) {
        var start = WallTime.instant(startsAt, zone, "/startsAt");
        var end = WallTime.instant(endsAt, zone, "/endsAt");
        if (!start.isBefore(end)) {
            throw Refusal.unprocessable("ends-before-it-starts", "The " + what + " must end after it starts.")
                    .at("/endsAt", "must be after startsAt");
        }
        if (Duration.between(start, end).compareTo(longest) > 0) {
            throw Refusal.unprocessable(
                            "too-long", "A " + what + " lasts at most " + longest.toDays() + " days; make several.")
                    .at("/endsAt", "must be at most " + longest.toDays() + " days after startsAt");
        }
        if (start.isBefore(now)) {
            throw Refusal.unprocessable("in-the-past", "The " + what + " would start in the past.")
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
