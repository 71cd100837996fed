package org.goldenbridge.event.desk.planning;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goldenbridge.event.page.Reader;

/** A rule of RFC 5545 in words, as far as the form itself makes them: every two weeks on Tue, 10 times. */
final class RuleWords {
    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL");

    private RuleWords() {}

    /** In words; a rule that says more is shown as it is. */
    static String of(String rule, Reader reader) {
        var parts = new TreeMap<String, String>();
        for (var part : rule.split(";", -1)) {
            var both = part.split("=", 2);
            parts.put(both[0], both.length == 2 ? both[1] : "");
        }
        var unit = parts.getOrDefault("FREQ", "").toLowerCase(Locale.ROOT);
        var byDay = parts.getOrDefault("BYDAY", "");
        var days = byDay.isEmpty() ? List.<String>of() : List.of(byDay.split(",", -1));
        if (!KNOWN.containsAll(parts.keySet())
                || !SeriesForm.UNITS.contains(unit)
                || !SeriesForm.DAYS.containsAll(days)) {
            return rule;
        }
        var words = reader.words();
        var told = new ArrayList<String>();
        told.add(words.count("deskRule." + unit, Integer.parseInt(parts.getOrDefault("INTERVAL", "1"))));
        if (!days.isEmpty()) {
            told.add(words.say("deskRuleOn", days(days, reader)));
        }
        var times = parts.getOrDefault("COUNT", "");
        if (!times.isEmpty()) {
            told.add(words.count("deskRuleTimes", Integer.parseInt(times)));
        }
        var until = parts.getOrDefault("UNTIL", "");
        if (until.length() >= 8) {
            var day = Sheet.dayOf(until.substring(0, 4) + "-" + until.substring(4, 6) + "-" + until.substring(6, 8));
            told.add(
                    day == null ? until : words.say("deskRuleTo", reader.times().days(day, day)));
        }
        return String.join(" · ", told);
    }

    private static String days(List<String> days, Reader reader) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(SeriesForm.DAYS.get(day.getValue() - 1)))
                .map(reader.times()::weekday)
                .collect(Collectors.joining(reader.words().say("and")));
    }
}
