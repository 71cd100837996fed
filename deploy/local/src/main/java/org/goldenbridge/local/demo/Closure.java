package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a centre or one of its spaces is closed: a holiday that comes {@code yearly}, for so many {@code days}, or some
 * hours on a {@code day} of a {@code week} of the programme.
 */
record Closure(
        @Nullable MonthDay yearly,
        int days,
        @Nullable String space,
        int week,
        @Nullable DayOfWeek day,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Map<String, String> reason) {

    /** Local times, the end excluded. */
    record Span(LocalDateTime startsAt, LocalDateTime endsAt) {
        boolean overlaps(LocalDateTime start, LocalDateTime end) {
            return startsAt.isBefore(end) && start.isBefore(endsAt);
        }
    }

    boolean closesTheWholeCentre() {
        return space == null;
    }

    /** This closure as it falls in or next after a programme that begins on the given day. */
    Span in(ProgrammeDays calendar) {
        if (yearly == null) {
            var date = calendar.date(week, requireNonNull(day));
            return new Span(date.atTime(requireNonNull(from)), date.atTime(requireNonNull(to)));
        }
        var first = firstDayOfNext(yearly, calendar.firstDay());
        return new Span(first.atStartOfDay(), first.plusDays(days).atStartOfDay());
    }

    private LocalDate firstDayOfNext(MonthDay holiday, LocalDate today) {
        var first = holiday.atYear(today.getYear() - 1);
        while (!first.plusDays(days).isAfter(today)) {
            first = holiday.atYear(first.getYear() + 1);
        }
        return first;
    }
}
