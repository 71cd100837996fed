package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A session on a board.
 *
 * @param when from when to when, as it is on that day
 * @param setUp the height of its set-up as classes; null where there is none on that day
 * @param clearing the height of its clearing as classes; null where there is none on that day
 * @param isBrief whether there is room for one line of text alone
 */
public record BoardCard(
        Card card,
        String when,
        @Nullable String setUp,
        boolean isSetUpThin,
        @Nullable String clearing,
        boolean isClearingThin,
        boolean isBrief) {
    /** Shorter than this a strip has no room for its words. */
    private static final int THIN = 15;

    private static final int BRIEF = 40;

    static BoardCard of(Slot slot, Card card, LocalDate day, Reader reader) {
        var zone = slot.zone();
        var from = day.atStartOfDay(zone).toInstant();
        var until = day.plusDays(1).atStartOfDay(zone).toInstant();
        var setsUp = slot.setUpMinutes() > 0
                && !slot.isCancelled()
                && !slot.claimsFrom().isBefore(from);
        var clears = slot.clearingMinutes() > 0
                && !slot.isCancelled()
                && !slot.claimsUntil().isAfter(until);
        return new BoardCard(
                card,
                when(slot.startsAt(), slot.endsAt(), zone, day, reader),
                setsUp ? Minutes.height(slot.setUpMinutes()) : null,
                slot.setUpMinutes() < THIN,
                clears ? Minutes.height(slot.clearingMinutes()) : null,
                slot.clearingMinutes() < THIN,
                Duration.between(slot.startsAt(), slot.endsAt()).toMinutes() < BRIEF);
    }

    /**
     * The time on one of its days: 18:00–20:00; on the first of several days from when, on the next until which day, on the last
     * until when. What goes on past midnight is told on its first day as a whole.
     */
    static String when(Instant start, Instant end, ZoneId zone, LocalDate day, Reader reader) {
        var words = reader.words();
        var times = reader.times();
        var first = start.atZone(zone);
        var last = end.atZone(zone);
        var endsAtMidnight = last.toLocalTime().toSecondOfDay() == 0 && end.isAfter(start);
        var lastDay = endsAtMidnight ? last.toLocalDate().minusDays(1) : last.toLocalDate();
        var clock = endsAtMidnight ? "24:00" : times.clock(last);
        if (first.toLocalDate().equals(lastDay)) {
            return times.clock(first) + "–" + clock;
        }
        if (day.isBefore(lastDay) || day.equals(first.toLocalDate())) {
            if (!day.equals(first.toLocalDate())) {
                return words.say("deskUntilDate", times.shortDay(lastDay, day));
            }
            return Duration.between(start, end).compareTo(Duration.ofDays(1)) < 0
                    ? times.clock(first) + "–" + clock
                    : words.say("deskSince", times.clock(first)) + ", "
                            + words.say("deskUntilDate", times.shortDay(lastDay, day));
        }
        return words.say("deskUntilClock", clock);
    }
}
