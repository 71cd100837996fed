package org.goldenbridge.event.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.event.calendar.YearlyRule.Onset;

/**
 * Writes what a time zone is (VTIMEZONE; RFC 5545, 3.6.5) from the rules that the service itself reckons with, true from the first to
 * the last of the times that are written in it, and a year beyond. A zone that changes its clocks by the same rule every year is
 * written as that rule, any other onset by onset: zones that were changed by decree, or by the moon.
 */
final class ZoneDefinition {
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** For a zone that changes nothing: any onset that lies before all times. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneRules rules;
    private final int firstYear;
    private final int lastYear;

    private ZoneDefinition(ZoneId zone, Instant first, Instant last) {
        rules = zone.getRules();
        firstYear = first.atZone(zone).getYear() - 1;
        lastYear = last.atZone(zone).getYear() + 1;
    }

    /** Writes the zone for times from the first to the last. */
    static void write(ContentLines to, ZoneId zone, Instant first, Instant last) {
        to.begin("VTIMEZONE").text("TZID", zone.getId());
        new ZoneDefinition(zone, first, last).writeObservances(to);
        to.end("VTIMEZONE");
    }

    private void writeObservances(ContentLines to) {
        var transitions = transitions();
        var yearly = YearlyRule.of(rules.getTransitionRules(), transitions, firstYear, lastYear);
        if (!yearly.isEmpty()) {
            yearly.forEach(rule -> write(to, rule.onset(), List.of(), rule.text()));
            return;
        }
        write(to, before(transitions), List.of(), "");
        transitions.stream()
                .map(transition -> Onset.of(transition, rules))
                .collect(Collectors.groupingBy(Onset::change, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> write(
                        to, same.get(0), same.stream().skip(1).map(Onset::at).toList(), ""));
    }

    private List<ZoneOffsetTransition> transitions() {
        var found = new ArrayList<ZoneOffsetTransition>();
        var next = rules.nextTransition(startOf(firstYear));
        while (next != null && next.getInstant().isBefore(startOf(lastYear + 1))) {
            found.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return found;
    }

    private static Instant startOf(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    }

    /** What holds before the first change of the clocks. */
    private Onset before(List<ZoneOffsetTransition> transitions) {
        var start = startOf(firstYear);
        var offset = rules.getOffset(start);
        var at = transitions.isEmpty() ? LONG_AGO : LocalDateTime.ofInstant(start, offset);
        return new Onset(at, new Onset.Change(rules.isDaylightSavings(start), offset, offset));
    }

    private static void write(ContentLines to, Onset first, List<LocalDateTime> more, String rule) {
        var component = first.change().daylight() ? "DAYLIGHT" : "STANDARD";
        to.begin(component)
                .value("DTSTART", LOCAL.format(first.at()))
                .value("TZOFFSETFROM", offset(first.change().from()))
                .value("TZOFFSETTO", offset(first.change().to()));
        if (!rule.isEmpty()) {
            to.value("RRULE", rule);
        }
        if (!more.isEmpty()) {
            to.value("RDATE", more.stream().map(LOCAL::format).collect(Collectors.joining(",")));
        }
        to.end(component);
    }

    /** {@code +0530}; with seconds where there are any (3.3.14). */
    private static String offset(ZoneOffset offset) {
        var seconds = Math.abs(offset.getTotalSeconds());
        var text = "%s%02d%02d".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + "%02d".formatted(seconds % 60);
    }
}
