package org.goldenbridge.event.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.schedule.WallTimes;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other projects expect of recurrence rules and of zones. */
class SharedRecurrenceTest {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int ENOUGH = 200;

    private static LocalDateTime wall(String basic) {
        return LocalDateTime.parse(basic.replace("Z", ""), BASIC);
    }

    private static List<LocalDateTime> expand(String rule, LocalDateTime start, ZoneId zone) {
        var found = new ArrayList<LocalDateTime>();
        for (Iterator<LocalDateTime> next = Rule.parse(rule, zone).from(start);
                next.hasNext() && found.size() < ENOUGH; ) {
            found.add(next.next());
        }
        return found;
    }

    @Test
    void expandsEverySeriesToTheInstantsThatAreExpected() {
        int tried = 0;
        for (var line : SharedFiles.lines("data/ics/constructed-recurrence-expected.tsv")) {
            if (line.startsWith("#") || line.startsWith("name\t")) {
                continue;
            }
            var column = line.split("\t", 5);
            var zone = ZoneId.of(column[1]);
            var instants = expand(column[3], wall(column[2]), zone).stream()
                    .map(occurrence -> WallTimes.instant(occurrence, zone).toString())
                    .collect(Collectors.joining(","));
            assertEquals(column[4], instants, column[0]);
            tried++;
        }
        assertEquals(10, tried);
    }

    /** A VEVENT of the list: its properties by name, those given twice one after the other. */
    private static List<Map<String, List<String>>> events(List<String> lines) {
        var events = new ArrayList<Map<String, List<String>>>();
        for (var line : lines) {
            if (line.equals("BEGIN:VEVENT")) {
                events.add(new HashMap<>());
            } else if (!events.isEmpty() && line.contains(":")) {
                var name = line.split("[:;]", 2)[0];
                events.get(events.size() - 1)
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(line.substring(name.length()));
            }
        }
        return events;
    }

    private static String value(String property) {
        return property.substring(property.indexOf(':') + 1).strip();
    }

    private static ZoneId zone(String property) {
        if (!property.startsWith(";TZID=")) {
            return ZoneOffset.UTC;
        }
        return ZoneId.of(property.substring(";TZID=".length(), property.indexOf(':')));
    }

    @Test
    void findsAsManyOccurrencesAsLibicalDoes() {
        int tried = 0;
        for (var event : events(SharedFiles.contentLines("data/ics/libical-recur-expected-counts.txt"))) {
            var start = event.get("DTSTART").get(0);
            var found = new TreeSet<>(expand(value(event.get("RRULE").get(0)), wall(value(start)), zone(start)));
            event.getOrDefault("EXDATE", List.of()).forEach(date -> found.remove(wall(value(date))));
            for (var rule : event.getOrDefault("EXRULE", List.of())) { // RFC 5545 knows it no more, the list does
                expand(value(rule), wall(value(start)), zone(start)).forEach(found::remove);
            }
            assertEquals(
                    Integer.parseInt(value(event.get("X-EXPECT-NUMEVENTS").get(0))),
                    found.size(),
                    event.get("DESCRIPTION").get(0) + event.get("RRULE"));
            tried++;
        }
        assertEquals(57, tried);
    }

    /** The 58th of the list is commented out there: a month that no calendar has. */
    @Test
    void refusesTheRuleThatIsMeantToChokeParsers() {
        var rule = SharedFiles.lines("data/ics/libical-recur-expected-counts.txt").stream()
                .filter(line -> line.startsWith(";RRULE:"))
                .map(SharedRecurrenceTest::value)
                .toList();
        assertEquals(List.of("FREQ=YEARLY;BYDAY=SU;BYMONTH=0;COUNT=100"), rule);
        assertThrows(Refusal.class, () -> Rule.parse(rule.get(0), ZoneOffset.UTC));
    }

    /** However a rule is cut in two, its parts together yield what the whole did: "this and following" loses nothing. */
    @Test
    void cutsEveryRuleOfLibicalWithoutLosingAnOccurrence() {
        int cuts = 0;
        for (var event : events(SharedFiles.contentLines("data/ics/libical-recur-expected-counts.txt"))) {
            var start = event.get("DTSTART").get(0);
            var rule = Rule.parse(value(event.get("RRULE").get(0)), zone(start));
            var first = wall(value(start));
            var whole = expand(rule.text(), first, zone(start));
            if (whole.get(whole.size() - 1).isAfter(first.plusYears(Recurrence.MOST_YEARS))) {
                continue;
            }
            var recurrence = new Recurrence(first, rule, List.of(), List.of());
            for (var cut : whole.subList(1, whole.size())) {
                var parts = Stream.of(recurrence.before(cut), recurrence.from(cut))
                        .map(Recurrence::occurrences)
                        .flatMap(Collection::stream)
                        .toList();
                assertEquals(whole, parts, rule + " cut at " + cut);
                cuts++;
            }
        }
        assertTrue(cuts > 500, cuts + " cuts");
    }

    @Test
    void readsTheSeriesOfAnotherCalendarWithItsExceptionsAndExtraDates() {
        var event = events(SharedFiles.contentLines("data/ics/icaljs-recur_instances.ics"))
                .get(0);
        var start = event.get("DTSTART").get(0);
        var zone = zone(start);
        var found = new TreeSet<>(expand(value(event.get("RRULE").get(0)), wall(value(start)), zone));
        for (var dates : event.get("RDATE")) {
            for (var date : value(dates).split(",", -1)) {
                var time = wall(date.split("/", 2)[0]); // of a period its start
                found.add(
                        date.contains("Z")
                                ? time.atOffset(ZoneOffset.UTC)
                                        .atZoneSameInstant(zone)
                                        .toLocalDateTime()
                                : time);
            }
        }
        event.get("EXDATE").forEach(date -> found.remove(wall(value(date))));
        assertEquals(
                List.of(
                        "2012-10-02T10:00",
                        "2012-11-05T10:00",
                        "2012-11-06T10:00",
                        "2012-11-10T10:00",
                        "2012-11-30T10:00",
                        "2013-01-01T10:00",
                        "2013-03-05T10:00",
                        "2013-05-07T10:00"),
                found.stream().limit(8).map(LocalDateTime::toString).toList());
        assertTrue(found.contains(LocalDateTime.parse("2023-11-23T01:00")), "an extra date in UTC");
        assertTrue(found.contains(LocalDateTime.parse("2023-11-25T01:00")), "an extra date that is a period");
    }

    /** The zone's offset at any instant, by the observances of a VTIMEZONE (RFC 5545, 3.6.5). */
    private static NavigableMap<Instant, ZoneOffset> transitions(List<String> lines) {
        var transitions = new TreeMap<Instant, ZoneOffset>();
        Map<String, String> observance = new HashMap<>();
        for (var line : lines) {
            if (line.equals("BEGIN:STANDARD") || line.equals("BEGIN:DAYLIGHT")) {
                observance.clear();
            } else if (line.equals("END:STANDARD") || line.equals("END:DAYLIGHT")) {
                var from = offset(observance.get("TZOFFSETFROM"));
                var onsets = new ArrayList<LocalDateTime>();
                onsets.add(wall(observance.get("DTSTART")));
                if (observance.containsKey("RRULE")) {
                    onsets.addAll(expand(observance.get("RRULE"), onsets.get(0), from));
                }
                if (observance.containsKey("RDATE")) {
                    onsets.add(wall(observance.get("RDATE")));
                }
                onsets.forEach(onset -> transitions.put(onset.toInstant(from), offset(observance.get("TZOFFSETTO"))));
            } else if (line.contains(":")) {
                observance.put(line.substring(0, line.indexOf(':')), value(line));
            }
        }
        return transitions;
    }

    private static ZoneOffset offset(String text) {
        int seconds = text.length() > 5 ? Integer.parseInt(text.substring(5)) : 0;
        int sign = text.startsWith("-") ? -1 : 1;
        return ZoneOffset.ofTotalSeconds(sign
                * (Integer.parseInt(text.substring(1, 3)) * 3600
                        + Integer.parseInt(text.substring(3, 5)) * 60
                        + seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Almaty", "Asia/Shanghai", "Europe/Paris"})
    void knowsTheZonesAsTheTablesHaveThem(String name) {
        var zone = ZoneId.of(name);
        var table =
                transitions(SharedFiles.contentLines("data/ics/vtimezone-" + name.replace('/', '-') + "-2025c.ics"));
        int checked = 0;
        for (var at = Instant.parse("1992-01-01T00:30:00Z");
                at.isBefore(Instant.parse("2037-01-01T00:00:00Z"));
                at = at.plusSeconds(3600)) {
            assertEquals(table.floorEntry(at).getValue(), zone.getRules().getOffset(at), name + " at " + at);
            checked++;
        }
        assertTrue(checked > 390_000);
    }
}
