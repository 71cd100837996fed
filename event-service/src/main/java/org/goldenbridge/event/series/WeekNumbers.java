package org.goldenbridge.event.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;

/**
 * Expands a yearly rule by week numbers that names week 53 or -53 (RFC 5545, 3.3.10, BYWEEKNO), which most years do not have:
 * lib-recur 0.17.1 takes the days of another week for it in such years, and loses those of January in years that end with it.
 * Here the library expands the days, and the weeks are looked up by the calendar.
 */
final class WeekNumbers {
    private static final Set<Integer> LAST_WEEKS = Set.of(53, -53);

    /** ISO 8601 and RFC 5545: the first week is the one with at least four days in the year. */
    private static final int LEAST_DAYS = 4;

    /** Longer than any time without a week 53; what yields nothing for so long never does. */
    private static final int YEARS = 12;

    private final Rule days;
    private final LocalDateTime start;
    private final List<Integer> weeks;
    private final WeekFields calendar;
    private final int interval;
    private final long count;

    WeekNumbers(Rule rule, LocalDateTime start) {
        var parts = Rule.read(rule.text());
        if (parts.hasPart(Part.BYSETPOS) || parts.hasPart(Part.BYYEARDAY)) {
            throw Rule.invalid("BYWEEKNO=53 does not go together with BYSETPOS or BYYEARDAY here");
        }
        this.start = start;
        weeks = Objects.requireNonNull(parts.getByPart(Part.BYWEEKNO));
        calendar = WeekFields.of(day(parts.getWeekStart().name()), LEAST_DAYS);
        interval = parts.getInterval();
        count = parts.getCount() == null ? Long.MAX_VALUE : parts.getCount();
        days = new Rule(daily(rule.text(), parts.hasPart(Part.BYDAY), start));
    }

    /** @param code the first two letters of its name */
    private static DayOfWeek day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(code))
                .findFirst()
                .orElseThrow();
    }

    static boolean haveLastWeek(RecurrenceRule rule) {
        var weeks = rule.getByPart(Part.BYWEEKNO);
        return weeks != null && weeks.stream().anyMatch(LAST_WEEKS::contains);
    }

    /** The same days of every week. */
    private static String daily(String text, boolean namesDays, LocalDateTime start) {
        var others = Arrays.stream(text.split(";", 64))
                .filter(part ->
                        Stream.of("FREQ=", "BYWEEKNO=", "INTERVAL=", "COUNT=").noneMatch(part::startsWith));
        var day = "BYDAY=" + start.getDayOfWeek().name().substring(0, 2);
        return Stream.concat(Stream.concat(Stream.of("FREQ=DAILY"), others), namesDays ? Stream.of() : Stream.of(day))
                .collect(Collectors.joining(";"));
    }

    Iterator<LocalDateTime> iterator() {
        var end = start.plusYears(YEARS);
        Iterable<LocalDateTime> all = () -> days.expand(start);
        return StreamSupport.stream(all.spliterator(), false)
                .takeWhile(occurrence -> occurrence.isBefore(end))
                .filter(occurrence -> isNamed(occurrence.toLocalDate()))
                .limit(count)
                .iterator();
    }

    private boolean isNamed(LocalDate day) {
        int week = day.get(calendar.weekOfWeekBasedYear());
        int weeksOfTheYear = Math.toIntExact(
                calendar.weekOfWeekBasedYear().rangeRefinedBy(day).getMaximum());
        int years = day.get(calendar.weekBasedYear()) - start.toLocalDate().get(calendar.weekBasedYear());
        return years % interval == 0 && (weeks.contains(week) || weeks.contains(week - weeksOfTheYear - 1));
    }
}
