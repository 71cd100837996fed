package org.goldenbridge.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The days of a programme: week 0 is the seven days from its first day. */
record ProgrammeDays(LocalDate firstDay) {
    static final int WEEKS = 8;

    LocalDate date(int week, DayOfWeek day) {
        return firstDay.with(TemporalAdjusters.nextOrSame(day)).plusWeeks(week);
    }
}
