package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * From which minute of the day to which a board goes: the usual hours, and whatever happens before and after them.
 *
 * @param first minute, on a half-hour
 * @param last minute, on a half-hour
 */
record BoardHours(int first, int last) {
    private static final int ROW = 30;
    private static final int DAY = 24 * 60;
    private static final BoardHours USUAL = new BoardHours(9 * 60, 21 * 60);

    /** What takes longer than a day is seen in any part of it, and makes no board longer on the days between. */
    private static final Duration LONG = Duration.ofDays(1);

    static BoardHours of(List<LocalDate> days, List<BoardColumn.Taking> takings, ZoneId zone) {
        var hours = USUAL;
        for (var day : days) {
            var from = day.atStartOfDay(zone).toInstant();
            var until = day.plusDays(1).atStartOfDay(zone).toInstant();
            for (var taking : takings) {
                if (taking.isDuring(from, until)) {
                    hours = hours.with(taking, from, until, zone);
                }
            }
        }
        return hours;
    }

    private BoardHours with(BoardColumn.Taking taking, Instant from, Instant until, ZoneId zone) {
        var isLong = Duration.between(taking.from(), taking.until()).compareTo(LONG) >= 0;
        var beginsHere = taking.from().isAfter(from);
        var endsHere = taking.until().isBefore(until);
        var start = !isLong || beginsHere ? wallMinute(taking.from(), from, until, zone) : first;
        var end = !isLong || endsHere ? wallMinute(taking.until(), from, until, zone) : last;
        var earliest = Math.min(Math.min(first, start), isLong && endsHere ? Math.max(0, end - ROW) : first);
        var latest = Math.max(Math.max(last, end), isLong && beginsHere ? Math.min(DAY, start + ROW) : last);
        return new BoardHours(earliest / ROW * ROW, (latest + ROW - 1) / ROW * ROW);
    }

    private static int wallMinute(Instant at, Instant from, Instant until, ZoneId zone) {
        if (!at.isAfter(from)) {
            return 0;
        }
        return at.isBefore(until) ? at.atZone(zone).toLocalTime().toSecondOfDay() / 60 : DAY;
    }

    BoardColumn.Window on(LocalDate day, ZoneId zone) {
        return new BoardColumn.Window(day, at(day, first, zone), at(day, last, zone));
    }

    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }
}
