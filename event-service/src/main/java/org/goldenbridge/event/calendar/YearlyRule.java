package org.goldenbridge.event.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A change of the clocks that comes every year on the same kind of day.
 *
 * @param onset the first one
 * @param text as a recurrence rule (RFC 5545, 3.3.10)
 */
record YearlyRule(Onset onset, String text) {
    /**
     * From then on another offset is observed.
     *
     * @param at by the clocks before the change (3.6.5)
     */
    record Onset(LocalDateTime at, Change change) {

        static Onset of(ZoneOffsetTransition transition, ZoneRules rules) {
            return new Onset(
                    transition.getDateTimeBefore(),
                    new Change(
                            rules.isDaylightSavings(transition.getInstant()),
                            transition.getOffsetBefore(),
                            transition.getOffsetAfter()));
        }

        /** From which offset to which. */
        record Change(boolean daylight, ZoneOffset from, ZoneOffset to) {}
    }

    /**
     * The rules of a zone, where they tell all of its changes in these years by the clocks on the wall; otherwise none: a rule that
     * is meant in UTC, or at the end of a day, can fall on another day on the wall than it names.
     */
    static List<YearlyRule> of(
            List<ZoneOffsetTransitionRule> rules, List<ZoneOffsetTransition> changes, int firstYear, int lastYear) {
        var found = new ArrayList<YearlyRule>();
        var told = new ArrayList<ZoneOffsetTransition>();
        for (var rule : rules) {
            var text = text(rule);
            if (text.isEmpty()) {
                return List.of();
            }
            var yearly = IntStream.rangeClosed(firstYear, lastYear)
                    .mapToObj(rule::createTransition)
                    .toList();
            var time = yearly.get(0).getDateTimeBefore().toLocalTime();
            var isOnItsDay = yearly.stream()
                    .allMatch(change -> change.getDateTimeBefore()
                            .equals(day(rule, change.getDateTimeBefore().getYear())
                                    .atTime(time)));
            if (!isOnItsDay) {
                return List.of();
            }
            told.addAll(yearly);
            var first = yearly.get(0);
            found.add(new YearlyRule(
                    new Onset(
                            first.getDateTimeBefore(),
                            new Onset.Change(
                                    !rule.getOffsetAfter().equals(rule.getStandardOffset()),
                                    first.getOffsetBefore(),
                                    first.getOffsetAfter())),
                    text));
        }
        return told.stream().sorted().toList().equals(changes) ? found : List.of();
    }

    private static LocalDate day(ZoneOffsetTransitionRule rule, int year) {
        var month = YearMonth.of(year, rule.getMonth());
        var indicator = rule.getDayOfMonthIndicator();
        var weekday = rule.getDayOfWeek();
        if (weekday == null) {
            return month.atDay(indicator);
        }
        return indicator < 0
                ? month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(weekday))
                : month.atDay(indicator).with(TemporalAdjusters.nextOrSame(weekday));
    }

    /** Empty where there is no such rule. */
    private static String text(ZoneOffsetTransitionRule rule) {
        var yearly = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        var indicator = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) {
            return indicator < 1 ? "" : yearly + ";BYMONTHDAY=" + indicator;
        }
        var weekday = rule.getDayOfWeek().name().substring(0, 2);
        var lastWeek = rule.getMonth().minLength() - 6;
        if (indicator == -1 || (indicator == lastWeek && rule.getMonth() != Month.FEBRUARY)) {
            return yearly + ";BYDAY=-1" + weekday;
        }
        if (indicator < 1 || indicator > lastWeek) {
            return "";
        }
        return indicator % 7 == 1
                ? yearly + ";BYDAY=" + (indicator / 7 + 1) + weekday
                : yearly + ";BYDAY=" + weekday + ";BYMONTHDAY="
                        + IntStream.range(indicator, indicator + 7)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(","));
    }
}
