package org.goldenbridge.event.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2027-01-12T18:00");

    private static Recurrence recurrence(String rule) {
        return new Recurrence(TUESDAY, Rule.parse(rule, PARIS), List.of(), List.of());
    }

    private static List<String> days(Recurrence recurrence) {
        return recurrence.occurrences().stream()
                .map(occurrence -> occurrence.toString().substring(5))
                .toList();
    }

    @ParameterizedTest
    @DisplayName("E30 week 53 is a week that most years do not have")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-01 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;UNTIL=20311231       | 2027-01-03",
                "2026-12-28 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;UNTIL=20311227       | 2026-12-28",
                "2027-01-03 | FREQ=YEARLY;BYWEEKNO=53;UNTIL=20311231                | 2027-01-03",
                "2026-12-28 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=20311227"
                        + " | 2026-12-28,2026-12-29,2026-12-30,2026-12-31,2027-01-01,2027-01-02,2027-01-03",
                "2027-12-01 | FREQ=YEARLY;BYWEEKNO=52,53;BYDAY=SU;UNTIL=20301231"
                        + " | 2028-01-02,2028-12-31,2029-12-30,2030-12-29",
                "2029-06-01 | FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO;UNTIL=20340105       | 2031-12-29",
                "2027-01-12 | FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO;COUNT=3            | 2027-12-27,2028-01-03,2028-12-25",
                "2026-12-30 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=WE,TH;COUNT=2           | 2026-12-30,2026-12-31",
            })
    void knowsWhichYearsHaveAWeek53(String start, String rule, String days) {
        var recurrence = new Recurrence(
                LocalDateTime.parse(start.strip() + "T09:00"), Rule.parse(rule.strip(), PARIS), List.of(), List.of());
        assertEquals(
                List.of(days.strip().split(",")),
                recurrence.occurrences().stream()
                        .map(occurrence -> occurrence.toLocalDate().toString())
                        .toList());
    }

    @Test
    @DisplayName("E30 what yields no session in week 53 is refused")
    void refusesAWeek53ThatNoYearInReachHas() {
        var rule = Rule.parse("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=SU;UNTIL=20301231", PARIS);
        var recurrence = new Recurrence(TUESDAY, rule, List.of(), List.of());
        assertEquals(
                "no-sessions",
                assertThrows(Refusal.class, recurrence::occurrences).code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    FREQ=FORTNIGHTLY                    | FREQ
                    COUNT=3                             | FREQ
                    RRULE:FREQ=DAILY;COUNT=2            | RRULE:FREQ
                    every tuesday                       | EVERY TUESDAY
                    FREQ=DAILY;BYFOO=1;COUNT=2          | BYFOO
                    FREQ=DAILY;X-MINE=1;COUNT=2         | X-MINE
                    FREQ=DAILY;COUNT=0                  | "COUNT=0": int value out of range
                    FREQ=DAILY;COUNT=many               | "COUNT=MANY"
                    FREQ=DAILY;COUNT=2;COUNT=3          | duplicate part COUNT
                    FREQ=DAILY;COUNT=3;UNTIL=20270101   | UNTIL and COUNT
                    FREQ=DAILY;INTERVAL=0;COUNT=2       | "INTERVAL=0"
                    FREQ=DAILY;INTERVAL=1001;COUNT=2    | INTERVAL is at most 1000
                    FREQ=DAILY;INTERVAL=2147483647;COUNT=2 | INTERVAL is at most 1000
                    FREQ=DAILY;UNTIL=tomorrow           | UNTIL=TOMORROW is neither a day
                    FREQ=DAILY;UNTIL=20270231           | UNTIL=20270231 is neither a day
                    FREQ=DAILY;UNTIL=20271399T000000Z   | UNTIL=20271399T000000Z is neither
                    FREQ=WEEKLY;BYDAY=XX;COUNT=2        | "BYDAY=XX"
                    FREQ=WEEKLY;BYDAY=2TU;COUNT=2       | BYDAY
                    FREQ=MONTHLY;BYDAY=54MO;COUNT=2     | "BYDAY=54MO"
                    FREQ=WEEKLY;BYMONTHDAY=3;COUNT=2    | BYMONTHDAY is not allowed in WEEKLY
                    FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2  | "BYMONTHDAY=32"
                    FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2   | "BYMONTHDAY=0"
                    FREQ=DAILY;BYMONTH=13;COUNT=2       | "BYMONTH=13"
                    FREQ=DAILY;BYMONTH=;COUNT=2         | "BYMONTH="
                    FREQ=DAILY;BYHOUR=24;COUNT=2        | "BYHOUR=24"
                    FREQ=MONTHLY;BYWEEKNO=3;COUNT=2     | BYWEEKNO is allowed in YEARLY
                    FREQ=MONTHLY;BYYEARDAY=3;COUNT=2    | BYYEARDAY is not allowed
                    FREQ=WEEKLY;BYSETPOS=1;COUNT=2      | BYSETPOS
                    FREQ=WEEKLY;WKST=XX;COUNT=2         | "WKST=XX"
                    RSCALE=CHINESE;FREQ=YEARLY;COUNT=2  | RSCALE
                    FREQ=DAILY;SKIP=BACKWARD;COUNT=2    | SKIP
                    FREQ=DAILY;;COUNT=2                 | Missing '='
                    """)
    void saysWhatIsWrongWithARule(String rule, String why) {
        var refusal = assertThrows(Refusal.class, () -> Rule.parse(rule, PARIS));
        assertEquals("invalid-rule", refusal.code());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    FREQ=WEEKLY                              | too-many-sessions
                    FREQ=DAILY;COUNT=10000                   | too-many-sessions
                    FREQ=DAILY;COUNT=501                     | too-many-sessions
                    FREQ=SECONDLY;COUNT=99999999             | too-many-sessions
                    FREQ=DAILY;UNTIL=20990101                | too-many-sessions
                    FREQ=YEARLY;COUNT=7                      | too-many-sessions
                    FREQ=MONTHLY;INTERVAL=1000;COUNT=2       | too-many-sessions
                    FREQ=DAILY;UNTIL=20260101                | no-sessions
                    FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1 | no-sessions
                    FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1 | no-sessions
                    FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1 | no-sessions
                    FREQ=MINUTELY;INTERVAL=7;BYHOUR=3;BYMONTH=5;COUNT=9 | no-sessions
                    """)
    void refusesARuleThatYieldsNothingOrTooMuch(String rule, String code) {
        var refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThrows(Refusal.class, () -> recurrence(rule).occurrences()));
        assertEquals(code, refusal.code());
    }

    /** Its expansion took 1.8 seconds to fill 300 MB. */
    @Test
    void refusesARuleThatWouldFillTheMemory() {
        var minutes = IntStream.range(0, 60).mapToObj(String::valueOf).toList();
        var rule = "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3;BYSETPOS=5;COUNT=2;BYMINUTE="
                + String.join(",", minutes);
        assertEquals(
                "invalid-rule",
                assertThrows(Refusal.class, () -> Rule.parse(rule, PARIS)).code());
    }

    /** Whatever is put together of the words of rules is expanded or refused, and quickly. */
    @Test
    void isNeverAtALoss() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var words = List.of(
                "FREQ=YEARLY",
                "FREQ=MONTHLY",
                "FREQ=WEEKLY",
                "FREQ=DAILY",
                "FREQ=HOURLY",
                "FREQ=MINUTELY",
                "COUNT=5",
                "UNTIL=20280101T000000Z",
                "INTERVAL=3",
                "BYDAY=MO,-1FR",
                "BYDAY=TU",
                "BYMONTHDAY=-1,31",
                "BYMONTH=2,11",
                "BYYEARDAY=366,-366",
                "BYWEEKNO=53,1",
                "BYSETPOS=-1,2",
                "BYHOUR=2,25",
                "BYHOUR=23",
                "BYMINUTE=59",
                "BYSECOND=60",
                "BYSECOND=0",
                "WKST=SU",
                "BYDAY=",
                "=",
                "BYMONTHDAY=30;BYMONTH=2");
        int expanded = 0;
        for (int tried = 0; tried < 3_000; tried++) {
            var parts = new ArrayList<String>(List.of(words.get(random.nextInt(6)), words.get(6 + random.nextInt(2))));
            for (int more = random.nextInt(4); more > 0; more--) {
                parts.add(words.get(random.nextInt(words.size())));
            }
            var rule = String.join(";", parts);
            try {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> recurrence(rule).occurrences(), "seed " + seed + ": " + rule);
                expanded++;
            } catch (Refusal refusal) {
                assertTrue(
                        List.of("invalid-rule", "no-sessions", "too-many-sessions")
                                .contains(refusal.code()),
                        rule);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + rule, e);
            }
        }
        assertTrue(expanded > 100, "seed " + seed + ": only " + expanded + " were rules");
    }

    @Test
    void leavesExceptionsOutAndTakesExtraDatesIn() {
        var recurrence = recurrence("FREQ=WEEKLY;COUNT=4")
                .without(List.of(LocalDateTime.parse("2027-01-19T18:00")))
                .with(List.of(LocalDateTime.parse("2027-01-22T11:00")));
        assertEquals(List.of("01-12T18:00", "01-22T11:00", "01-26T18:00", "02-02T18:00"), days(recurrence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=WEEKLY;COUNT=4", "FREQ=WEEKLY;UNTIL=20270202T170000Z", "FREQ=WEEKLY;UNTIL=20270202"})
    void keepsAsManyOccurrencesAtAnotherTime(String rule) {
        var moved = recurrence(rule)
                .without(List.of(LocalDateTime.parse("2027-01-19T18:00")))
                .with(List.of(LocalDateTime.parse("2027-01-22T11:00"), LocalDateTime.parse("2027-01-23T18:00")))
                .at(LocalTime.of(19, 30));
        assertEquals(List.of("01-12T19:30", "01-22T11:00", "01-23T19:30", "01-26T19:30", "02-02T19:30"), days(moved));
    }

    @Test
    void refusesAnotherTimeWhenTheRuleNamesTheHours() {
        var refusal = assertThrows(
                Refusal.class,
                () -> recurrence("FREQ=DAILY;BYHOUR=10,14;COUNT=4").at(LocalTime.NOON));
        assertEquals("invalid-rule", refusal.code());
    }

    @Test
    void isCutBetweenItsRuleAndItsExtraDates() {
        var extra = LocalDateTime.parse("2027-03-06T11:00");
        var recurrence = recurrence("FREQ=WEEKLY;COUNT=2").with(List.of(extra));
        assertEquals(List.of("01-12T18:00", "01-19T18:00"), days(recurrence.before(extra)));
        assertEquals(List.of("03-06T11:00"), days(recurrence.from(extra)));
        var early = LocalDateTime.parse("2027-01-09T11:00");
        var begun = recurrence("FREQ=WEEKLY;COUNT=2").with(List.of(early));
        assertEquals(List.of("01-09T11:00"), days(begun.before(TUESDAY)));
        assertEquals(List.of("01-12T18:00", "01-19T18:00"), days(begun.from(TUESDAY)));
    }
}
