package org.goldenbridge.event.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time between two instants by the clock of a place, and the days there that it touches. */
public record TimeSpan(ZonedDateTime start, ZonedDateTime end) {
    /** What is at most this long and ends on the next day belongs to the night of its first day. */
    private static final Duration LONGEST_NIGHT = Duration.ofHours(12);

    public static TimeSpan of(Instant start, Instant end, ZoneId zone) {
        return new TimeSpan(start.atZone(zone), end.atZone(zone));
    }

    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** What ends at midnight is not on the day that begins then. */
    public LocalDate lastDay() {
        var last = end.minusNanos(1).toLocalDate();
        return last.isBefore(firstDay()) ? firstDay() : last;
    }

    public boolean isOn(LocalDate day) {
        return !firstDay().isAfter(day) && !lastDay().isBefore(day);
    }

    /** Whether hours alone would not say when it ends: it is on several days, and more than one night long. */
    public boolean isOverDays() {
        return !firstDay().equals(lastDay()) && !isOneNight();
    }

    boolean endsAtMidnight() {
        return end.toLocalDate().isAfter(lastDay());
    }

    private boolean isOneNight() {
        return firstDay().plusDays(1).equals(lastDay())
                && Duration.between(start, end).compareTo(LONGEST_NIGHT) <= 0;
    }
}
