package org.goldenbridge.event.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RFC 5545, 3.3.10) in wall time. It never sees a zone: which instant an occurrence is, is decided
 * when it becomes a session. So its UNTIL is a wall time as well; one in UTC is turned into that of the place as it is
 * read.
 *
 * @param text the rule, in the order and the capitals of RFC 5545
 */
record Rule(String text) {
    /** What a rule may say of the hours of one day; more is no programme, and its expansion would fill the memory. */
    private static final int MOST_A_DAY = 96;

    private static final int LONGEST_INTERVAL = 1_000;
    private static final Pattern UNTIL = Pattern.compile("(?<=^|;)UNTIL=([^;]*)");
    private static final Pattern EXTENSIONS = Pattern.compile("(^|;)(RSCALE|SKIP)=");

    /** Made first: the library's rule and its parts refer to each other, and the parts fail when they are loaded before. */
    private static final RecurrenceRule DAILY = new RecurrenceRule(Freq.DAILY);

    private static final List<Part> HOURS = List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND);
    private static final DateTimeFormatter WALL = format("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = format("uuuuMMdd");

    /** Happens once, when it starts. */
    static final Rule ONCE = new Rule(DAILY + ";COUNT=1");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a rule as it is given in an RRULE property.
     *
     * @param zone the zone of the place, in which an UNTIL in UTC is told as a wall time; one that is a day holds to its
     *     end
     * @throws Refusal 422 {@code invalid-rule} that says what is wrong
     */
    static Rule parse(String text, ZoneId zone) {
        var given = text.strip().toUpperCase(Locale.ROOT);
        if (EXTENSIONS.matcher(given).find()) {
            throw invalid("RSCALE and SKIP are not part of RFC 5545");
        }
        var until = UNTIL.matcher(given);
        var local = until.replaceFirst(found -> "UNTIL=" + WALL.format(wall(found.group(1), zone)));
        var rule = read(local);
        if (rule.getInterval() > LONGEST_INTERVAL) {
            throw invalid("INTERVAL is at most " + LONGEST_INTERVAL);
        }
        int aDay = HOURS.stream()
                .map(rule::getByPart)
                .filter(hours -> hours != null && !hours.isEmpty())
                .mapToInt(List::size)
                .reduce(1, (most, hours) -> most * hours);
        if (aDay > MOST_A_DAY) {
            throw invalid("BYHOUR, BYMINUTE and BYSECOND name " + aDay + " times of a day; at most " + MOST_A_DAY
                    + " are taken");
        }
        return new Rule(rule.toString());
    }

    private static LocalDateTime wall(String until, ZoneId zone) {
        try {
            if (until.length() == 8) {
                return LocalDate.parse(until, DAY).atTime(LocalTime.of(23, 59, 59));
            }
            if (!until.endsWith("Z")) {
                return LocalDateTime.parse(until, WALL);
            }
            return LocalDateTime.parse(until.substring(0, until.length() - 1), WALL)
                    .atOffset(ZoneOffset.UTC)
                    .atZoneSameInstant(zone)
                    .toLocalDateTime();
        } catch (DateTimeException e) {
            throw invalid("UNTIL=" + until + " is neither a day such as 20270630 nor a time such as 20270630T160000Z");
        }
    }

    static RecurrenceRule read(String text) {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw invalid(wrongPart(text) + e.getMessage());
        }
    }

    /** Names the part that is wrong by itself, whatever stands beside it: the library often tells the value alone. */
    private static String wrongPart(String text) {
        return Arrays.stream(text.split(";", 64))
                .filter(part -> !part.startsWith("FREQ=")
                        && !isReadable("FREQ=YEARLY;" + part)
                        && !isReadable("FREQ=YEARLY;BYDAY=MO;" + part))
                .findFirst()
                .map(part -> '"' + part + "\": ")
                .orElse("");
    }

    private static boolean isReadable(String text) {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT).getFreq() != null;
        } catch (InvalidRecurrenceRuleException e) {
            return false;
        }
    }

    static Refusal invalid(String what) {
        return Refusal.unprocessable("invalid-rule", "The rule is not one of RFC 5545, 3.3.10: " + what + ".")
                .at("/rule", what);
    }

    /**
     * The occurrences in their order, without end when the rule has none. The start itself is one of them only when the
     * rule says so (RFC 5545 leaves open what a start means that the rule does not yield).
     */
    Iterator<LocalDateTime> from(LocalDateTime start) {
        return WeekNumbers.haveLastWeek(read(text)) ? new WeekNumbers(this, start).iterator() : expand(start);
    }

    /** As the library expands it. */
    Iterator<LocalDateTime> expand(LocalDateTime start) {
        var first = new DateTime(
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond());
        return new Occurrences(read(text), first);
    }

    boolean isEndless() {
        var rule = read(text);
        return rule.getCount() == null && rule.getUntil() == null;
    }

    /** Whether it names hours itself, so that they do not follow the start. */
    boolean saysTheHour() {
        var rule = read(text);
        return HOURS.stream().anyMatch(rule::hasPart)
                || !List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
                        .contains(rule.getFreq().name());
    }

    @Nullable
    Integer count() {
        return read(text).getCount();
    }

    boolean hasUntil() {
        return read(text).getUntil() != null;
    }

    /** The same, ended after that many. */
    Rule times(int count) {
        var rule = read(text);
        rule.setCount(count); // which takes an UNTIL away
        return new Rule(rule.toString());
    }

    /** The same, ended at that wall time, which is included. */
    Rule until(LocalDateTime last) {
        var ended = UNTIL.matcher(text).replaceFirst("UNTIL=" + WALL.format(last));
        return new Rule(hasUntil() ? ended : text + ";UNTIL=" + WALL.format(last));
    }

    /** What the library finds, as wall times. */
    private static final class Occurrences implements Iterator<LocalDateTime> {
        private final RecurrenceRuleIterator found;

        Occurrences(RecurrenceRule rule, DateTime start) {
            found = orRefuse(() -> rule.iterator(start));
        }

        @Override
        public boolean hasNext() {
            return orRefuse(found::hasNext);
        }

        @Override
        public LocalDateTime next() {
            var next = orRefuse(found::nextDateTime);
            return LocalDateTime.of(
                    next.getYear(),
                    next.getMonth() + 1,
                    next.getDayOfMonth(),
                    next.getHours(),
                    next.getMinutes(),
                    next.getSeconds());
        }

        /** After a thousand periods without an occurrence the library gives up, which must not look like the end. */
        private static <T> T orRefuse(Supplier<T> step) {
            try {
                return step.get();
            } catch (IndexOutOfBoundsException e) {
                // lib-recur 0.17.1 stumbles over the 366th day of years that have none, together with BYDAY
                throw invalid("this combination of parts cannot be expanded");
            } catch (IllegalArgumentException e) {
                throw Refusal.unprocessable(
                                "no-sessions",
                                "The rule yields no session, or none for so long that looking was given up.")
                        .at("/rule", "yields nothing for a thousand periods; say it with a longer FREQ if it should");
            }
        }
    }
}
