package org.goldenbridge.event.desk.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.event.series.Scope;
import org.goldenbridge.event.series.SeriesChange;
import org.goldenbridge.event.series.SeriesDraft;
import org.jspecify.annotations.Nullable;

/** A series as fields of a form: days and times people know, of which the rule is made (RFC 5545, 3.3.10). */
final class SeriesForm {
    static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    static final List<String> UNITS = List.of("daily", "weekly", "monthly");
    private static final int LONGEST_MINUTES = 31 * 24 * 60;
    private static final int MOST_SESSIONS = 500;
    private static final int LONGEST_INTERVAL = 1_000;
    private static final int LONGEST_RULE = 500;
    private static final int LONGEST_LIST = 10_000;
    private static final Pattern WALL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** By which words a field is known where it is not beside what is said of it. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("startsOn", "deskStartsOn"),
            Map.entry("time", "deskBegins"),
            Map.entry("minutes", "deskDuration"),
            Map.entry("spaceId", "deskSpace"),
            Map.entry("capacity", "deskSeats"),
            Map.entry("every", "deskEvery"),
            Map.entry("unit", "deskUnit"),
            Map.entry("weekday", "deskWeekdays"),
            Map.entry("times", "deskTimes"),
            Map.entry("until", "deskRuleUntil"),
            Map.entry("exceptions", "deskExceptions"),
            Map.entry("extraDates", "deskExtraDates"),
            Map.entry("hoursOverride", "deskHoursReason"),
            Map.entry("rule", "deskRule"),
            Map.entry("courseId", "deskCourse"));

    private SeriesForm() {}

    /**
     * How an event usually takes place.
     *
     * @param space where; null where that is not known
     */
    record Usual(LocalTime time, int minutes, @Nullable UUID space) {
        /** At the hour at which most courses begin. */
        static final Usual UNKNOWN = new Usual(LocalTime.of(18, 0), 90, null);
    }

    static String label(String field, Phrases words) {
        return words.say(LABELS.getOrDefault(field, "deskSeries"));
    }

    /** What is asked for at first: ten weeks from that day, as the event usually takes place. */
    static Map<String, List<String>> fresh(LocalDate from, Usual usual, @Nullable String course) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("startsOn", List.of(from.toString()));
        fields.put("time", List.of(usual.time().toString()));
        fields.put("minutes", List.of(String.valueOf(usual.minutes())));
        if (usual.space() != null) {
            fields.put("spaceId", List.of(usual.space().toString()));
        }
        fields.put("every", List.of("1"));
        fields.put("unit", List.of("weekly"));
        fields.put("weekday", List.of(DAYS.get(from.getDayOfWeek().getValue() - 1)));
        fields.put("ends", List.of("count"));
        fields.put("times", List.of("10"));
        if (course != null) {
            fields.put("courseId", List.of(course));
        }
        return fields;
    }

    /** What was typed; null when something is wrong with it, which then stands beside its field. */
    static @Nullable SeriesDraft draft(Sheet sheet, UUID event) {
        var day = sheet.needed("startsOn", sheet.day("startsOn"));
        var time = sheet.needed("time", sheet.time("time"));
        var minutes = sheet.needed("minutes", sheet.number("minutes", 1, LONGEST_MINUTES));
        var space = sheet.needed("spaceId", sheet.id("spaceId"));
        var course = sheet.id("courseId");
        var rule = rule(sheet);
        var capacity = sheet.number("capacity", 1, EventForm.MOST_PEOPLE);
        var override = override(sheet);
        if (day == null || time == null || minutes == null || space == null || rule == null) {
            return null;
        }
        var exceptions = walls(sheet, "exceptions", time);
        var extra = walls(sheet, "extraDates", time);
        return sheet.isFaulty()
                ? null
                : new SeriesDraft(
                        event,
                        course,
                        space,
                        null,
                        day.atTime(time).toString(),
                        Duration.ofMinutes(minutes).toString(),
                        rule,
                        exceptions,
                        extra,
                        capacity,
                        override);
    }

    /** What is to change of a series; null when something is wrong with it. */
    static @Nullable SeriesChange change(Sheet sheet, boolean cancels) {
        var scope = sheet.needed("scope", sheet.choice("scope", Scope.class));
        var from = scope == Scope.FROM ? sheet.needed("from", sheet.text("from", 40)) : null;
        var reason = Tongues.typed("reason", EventPages.LONGEST_REASON, sheet);
        var rule = cancels ? null : given(sheet);
        var time = cancels ? null : sheet.time("time");
        var minutes = cancels ? null : sheet.number("minutes", 1, LONGEST_MINUTES);
        var space = cancels ? null : sheet.id("spaceId");
        var capacity = cancels ? null : sheet.number("capacity", 1, EventForm.MOST_PEOPLE);
        var override = cancels ? null : override(sheet);
        var exceptions = cancels ? List.<String>of() : asTyped(sheet, "exceptions");
        if (scope == null || sheet.isFaulty()) {
            return null;
        }
        return new SeriesChange(
                scope,
                from,
                rule,
                time == null ? null : time.toString(),
                minutes == null ? null : Duration.ofMinutes(minutes).toString(),
                space,
                null,
                capacity,
                exceptions,
                null,
                null,
                cancels,
                reason,
                override);
    }

    private static @Nullable String override(Sheet sheet) {
        var override = sheet.text("hoursOverride", 500);
        if (override != null && override.length() < 3) {
            sheet.blame("hoursOverride", "deskFaultReason");
        }
        return override;
    }

    private static @Nullable String given(Sheet sheet) {
        var rule = sheet.text("rule", LONGEST_RULE);
        return rule == null ? null : rule.replaceFirst("^(?i)RRULE:", "");
    }

    /** The rule: as it is given, otherwise made of the fields. */
    private static @Nullable String rule(Sheet sheet) {
        var given = given(sheet);
        if (given != null) {
            return given;
        }
        var every = sheet.needed("every", sheet.number("every", 1, LONGEST_INTERVAL));
        var unit = sheet.value("unit");
        if (!UNITS.contains(unit)) {
            sheet.blame("unit", "deskFaultChoice");
        }
        var days = sheet.values("weekday");
        if (!DAYS.containsAll(days)) {
            sheet.blame("weekday", "deskFaultChoice");
        }
        var end = end(sheet);
        if (every == null || end == null || sheet.isFaulty()) {
            return null;
        }
        var byDay = unit.equals("weekly") && !days.isEmpty() ? ";BYDAY=" + String.join(",", days) : "";
        return "FREQ=" + unit.toUpperCase(Locale.ROOT) + (every == 1 ? "" : ";INTERVAL=" + every) + byDay + end;
    }

    private static @Nullable String end(Sheet sheet) {
        if (sheet.value("ends").equals("until")) {
            var until = sheet.needed("until", sheet.day("until"));
            return until == null ? null : ";UNTIL=" + UNTIL.format(until);
        }
        var times = sheet.needed("times", sheet.number("times", 1, MOST_SESSIONS));
        return times == null ? null : ";COUNT=" + times;
    }

    /** Days at that time, and wall times as they are. */
    private static List<String> walls(Sheet sheet, String field, LocalTime time) {
        return asTyped(sheet, field).stream()
                .map(text -> text.contains("T") ? text : text + "T" + time)
                .toList();
    }

    private static List<String> asTyped(Sheet sheet, String field) {
        var typed = sheet.several(field, LONGEST_LIST).stream()
                .filter(text -> !text.isEmpty())
                .toList();
        if (typed.size() > MOST_SESSIONS
                || !typed.stream()
                        .allMatch(text -> Sheet.dayOf(text.replaceFirst("T.*", "")) != null
                                && (!text.contains("T") || WALL.matcher(text).matches()))) {
            sheet.blame(field, "deskFaultDay");
        }
        return typed;
    }

    /** Leaves an occurrence out, or puts it back when it is left out already. */
    static void toggle(Sheet sheet, String wall) {
        var day = wall.replaceFirst("T.*", "");
        if (Sheet.dayOf(day) == null || !WALL.matcher(wall).matches()) {
            return;
        }
        var out = new ArrayList<>(sheet.several("exceptions", LONGEST_LIST).stream()
                .filter(text -> !text.isEmpty())
                .toList());
        var sameTime = wall.endsWith("T" + sheet.value("time"));
        if (!out.remove(wall) && !(sameTime && out.remove(day))) {
            out.add(sameTime ? day : wall);
        }
        sheet.put("exceptions", String.join(" ", out));
    }
}
