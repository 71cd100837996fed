package org.goldenbridge.event.series;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.goldenbridge.platform.problem.Refusal;

/**
 * When a series takes place, in wall time: what the rule yields, less the exceptions, with the extra dates (RFC 5545,
 * 3.8.5). Immutable; a change makes another one.
 *
 * @param startsOn from when the rule counts (DTSTART)
 * @param exceptions occurrences left out (EXDATE)
 * @param extraDates occurrences added (RDATE)
 */
record Recurrence(LocalDateTime startsOn, Rule rule, List<LocalDateTime> exceptions, List<LocalDateTime> extraDates) {
    static final int MOST_SESSIONS = 500;
    static final int MOST_YEARS = 5;

    Recurrence {
        exceptions = List.copyOf(new TreeSet<>(exceptions));
        extraDates = List.copyOf(new TreeSet<>(extraDates));
    }

    /**
     * All occurrences in their order.
     *
     * @throws Refusal 422 {@code no-sessions} when there is none, {@code too-many-sessions} when there are more than
     *     {@value #MOST_SESSIONS} or one is more than {@value #MOST_YEARS} years after the start
     */
    NavigableSet<LocalDateTime> occurrences() {
        var found = new TreeSet<>(ofRule());
        found.addAll(extraDates);
        exceptions.forEach(found::remove);
        if (found.isEmpty()) {
            throw Refusal.unprocessable("no-sessions", "The rule, with its exceptions, yields no session.")
                    .at("/rule", "must yield at least one session from " + startsOn + " on");
        }
        if (found.size() > MOST_SESSIONS) {
            throw tooMany("it yields more than " + MOST_SESSIONS + " sessions");
        }
        if (found.last().isAfter(startsOn.plusYears(MOST_YEARS))) {
            throw tooMany("it goes on for more than " + MOST_YEARS + " years");
        }
        return found;
    }

    /** Those that would be occurrences were they not excepted, in their order. */
    List<LocalDateTime> leftOut() {
        var found = new TreeSet<>(ofRule());
        found.addAll(extraDates);
        return only(exceptions, found::contains);
    }

    /** What the rule alone yields; never more than a little over the limit is looked for. */
    private List<LocalDateTime> ofRule() {
        if (rule.isEndless()) {
            throw tooMany("it has no end; add COUNT or UNTIL");
        }
        var found = new ArrayList<LocalDateTime>();
        var horizon = startsOn.plusYears(MOST_YEARS);
        for (var next = rule.from(startsOn); next.hasNext(); ) {
            var occurrence = next.next();
            if (occurrence.isAfter(horizon)) {
                throw tooMany("it goes on for more than " + MOST_YEARS + " years");
            }
            found.add(occurrence);
            if (found.size() > MOST_SESSIONS + exceptions.size()) {
                throw tooMany("it yields more than " + MOST_SESSIONS + " sessions");
            }
        }
        return found;
    }

    private static Refusal tooMany(String why) {
        return Refusal.unprocessable(
                        "too-many-sessions",
                        "A series has at most %d sessions in at most %d years: %s."
                                .formatted(MOST_SESSIONS, MOST_YEARS, why))
                .at("/rule", why);
    }

    /** Whether it has occurrences before a time, those counted that are excepted. */
    boolean beginsBefore(LocalDateTime time) {
        return Stream.concat(ofRule().stream(), extraDates.stream()).anyMatch(time::isAfter);
    }

    /** Its part before an occurrence; the two parts together yield what the whole does. */
    Recurrence before(LocalDateTime cut) {
        var kept = ofRule().stream().filter(cut::isAfter).toList();
        var extra = only(extraDates, cut::isAfter);
        if (kept.isEmpty()) {
            return extraAlone(extra, only(exceptions, cut::isAfter));
        }
        var ended = rule.count() == null ? rule.until(cut.minusSeconds(1)) : rule.times(kept.size());
        return new Recurrence(startsOn, ended, only(exceptions, cut::isAfter), extra);
    }

    /** Its part from an occurrence on. */
    Recurrence from(LocalDateTime cut) {
        Predicate<LocalDateTime> later = occurrence -> !occurrence.isBefore(cut);
        var all = ofRule();
        var kept = only(all, later);
        var extra = only(extraDates, later);
        if (kept.isEmpty()) {
            return extraAlone(extra, only(exceptions, later));
        }
        var rest = rule.count() == null ? rule : rule.times(kept.size());
        return new Recurrence(kept.get(0), rest, only(exceptions, later), extra);
    }

    /** Extra dates of which the rule yields none: the first of them is what the rule starts with. */
    private static Recurrence extraAlone(List<LocalDateTime> extra, List<LocalDateTime> exceptions) {
        return new Recurrence(extra.get(0), Rule.ONCE, exceptions, extra.subList(1, extra.size()));
    }

    private static List<LocalDateTime> only(List<LocalDateTime> dates, Predicate<LocalDateTime> kept) {
        return dates.stream().filter(kept).toList();
    }

    /** The same under another rule. */
    Recurrence ruledBy(Rule other) {
        return new Recurrence(startsOn, other, exceptions, extraDates);
    }

    /** The same with other exceptions. */
    Recurrence without(Collection<LocalDateTime> others) {
        return new Recurrence(startsOn, rule, List.copyOf(others), extraDates);
    }

    /** The same with other extra dates. */
    Recurrence with(Collection<LocalDateTime> others) {
        return new Recurrence(startsOn, rule, exceptions, List.copyOf(others));
    }

    /**
     * The same at another time of the day.
     *
     * @throws Refusal 422 {@code invalid-rule} when the rule itself says the hours
     */
    Recurrence at(LocalTime time) {
        if (rule.saysTheHour()) {
            throw Refusal.unprocessable(
                            "invalid-rule", "The rule itself says at which hours: give a new rule instead of a time.")
                    .at("/time", "does not go with a rule that names hours");
        }
        var moved = retimed(time);
        // An UNTIL that ended at the old hour must neither lose nor win an occurrence at the new one.
        var all = rule.hasUntil() ? ofRule() : List.<LocalDateTime>of();
        var ended = all.isEmpty()
                ? rule
                : rule.until(all.get(all.size() - 1).toLocalDate().atTime(23, 59, 59));
        return new Recurrence(
                startsOn.toLocalDate().atTime(time),
                ended,
                exceptions.stream().map(moved).toList(),
                extraDates.stream().map(moved).toList());
    }

    /** Where an occurrence of this one is found when the series meets at another time; those at odd hours stay. */
    UnaryOperator<LocalDateTime> retimed(LocalTime time) {
        return occurrence -> occurrence.toLocalTime().equals(startsOn.toLocalTime())
                ? occurrence.toLocalDate().atTime(time)
                : occurrence;
    }
}
