package org.goldenbridge.event.centre;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hours in which a centre is open, week by week in its own wall time. No intervals at all means that nobody has said
 * yet, and binds nothing.
 *
 * @param intervals ordered by day and opening
 */
record WeeklyHours(@JsonValue List<Interval> intervals) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WeeklyHours {}

    /**
     * @param day the weekday
     * @param opens from when
     * @param closesAtMinute until when, in minutes of that day; 1440 is its end
     */
    record Interval(DayOfWeek day, LocalTime opens, int closesAtMinute) {
        boolean contains(DayOfWeek other, int minute) {
            return day == other && opens.toSecondOfDay() / 60 <= minute && minute < closesAtMinute;
        }

        String inWords() {
            return opens + " to " + (closesAtMinute == 1440 ? "24:00" : LocalTime.ofSecondOfDay(closesAtMinute * 60L));
        }
    }

    /** Whether the centre is open without a break from start to end. */
    boolean cover(Instant start, Instant end, ZoneId zone) {
        if (intervals.isEmpty()) {
            return true;
        }
        var at = start;
        while (at.isBefore(end)) {
            var wall = at.atZone(zone);
            int minute = wall.getHour() * 60 + wall.getMinute();
            var open = intervals.stream()
                    .filter(interval -> interval.contains(wall.getDayOfWeek(), minute))
                    .findFirst();
            if (open.isEmpty()) {
                return false;
            }
            // Walked in wall time, so that a day of 23 or 25 hours closes at its hour and not an hour off.
            var closing = wall.toLocalDate()
                    .atStartOfDay()
                    .plusMinutes(open.get().closesAtMinute())
                    .atZone(zone)
                    .toInstant();
            at = closing.isAfter(at) ? closing : at.plus(Duration.ofMinutes(1));
        }
        return true;
    }

    /** The hours of the day on which that instant falls, in words. */
    String on(Instant instant, ZoneId zone) {
        var day = instant.atZone(zone).getDayOfWeek();
        var hours = intervals.stream()
                .filter(interval -> interval.day() == day)
                .map(Interval::inWords)
                .collect(Collectors.joining(", "));
        return hours.isEmpty() ? "none" : hours;
    }
}
