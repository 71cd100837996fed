package org.goldenbridge.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as people give it: ISO 8601, in the years 2000 to 2100, so that no arithmetic with it overflows. */
public final class CalendarDay {
    private CalendarDay() {}

    /**
     * The day that is meant.
     *
     * @throws DateTimeException when the text is no such day
     */
    public static LocalDate parse(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 2000 || day.getYear() > 2100) {
            throw new DateTimeException(text + " is not in the years 2000 to 2100");
        }
        return day;
    }
}
