package org.goldenbridge.local.demo;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of a schedule, checked on the programme itself: on every day of a week, and over changes of the clocks. */
class ProgrammeTest {
    private static final Set<String> KINDS = Set.of(
            "workshop",
            "masterclass",
            "course",
            "concert",
            "screening",
            "exhibition",
            "literary-evening",
            "lecture",
            "presentation",
            "conference",
            "round-table",
            "seminar",
            "tasting",
            "festival",
            "ceremony",
            "training",
            "other");

    private static final Network NETWORK = DemoFiles.read();

    static Stream<LocalDate> firstDays() {
        var everyDayOfAWeek = IntStream.range(0, 7).mapToObj(LocalDate.of(2026, 11, 20)::plusDays);
        var overTheClocks = Stream.of(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 9, 29), LocalDate.of(2027, 10, 28));
        var overHolidays = Stream.of(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 4, 20), LocalDate.of(2027, 7, 14));
        return Stream.of(everyDayOfAWeek, overTheClocks, overHolidays).flatMap(day -> day);
    }

    /** What a session claims, of which cell: from set-up to clearing. */
    private record Claim(String cell, Instant from, Instant to, PlannedSession session) {
        boolean clashesWith(Claim other) {
            return cell.equals(other.cell) && from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void noTwoSessionsClaimOneCell(LocalDate firstDay) {
        var claims = sessions(firstDay)
                .filter(session -> session.space() != null)
                .flatMap(ProgrammeTest::claims)
                .toList();
        for (int i = 0; i < claims.size(); i++) {
            for (var other : claims.subList(i + 1, claims.size())) {
                var one = claims.get(i);
                assertFalse(one.clashesWith(other), () -> one.session() + " clashes with " + other.session());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void everySessionIsWithinTheOpeningHours(LocalDate firstDay) {
        sessions(firstDay)
                .filter(session -> session.space() != null)
                .forEach(session -> assertTrue(
                        session.centre().profile().openingHours().stream()
                                .filter(hours ->
                                        hours.days().contains(session.startsAt().getDayOfWeek()))
                                .anyMatch(hours -> !session.startsAt()
                                                .toLocalTime()
                                                .isBefore(hours.opens())
                                        && !session.endsAt().toLocalTime().isAfter(hours.closes())),
                        session::toString));
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void noSessionFallsIntoAClosure(LocalDate firstDay) {
        var days = new ProgrammeDays(firstDay);
        sessions(firstDay)
                .filter(session -> session.space() != null)
                .forEach(session -> session.centre().closures().stream()
                        .filter(closure ->
                                closure.space() == null || closure.space().equals(session.space()))
                        .forEach(closure -> assertFalse(
                                closure.in(days).overlaps(session.startsAt(), session.endsAt()), session::toString)));
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void thereIsEnoughOfEveryKind(LocalDate firstDay) {
        var sessions = sessions(firstDay).toList();
        assertTrue(sessions.size() >= 150, () -> "only " + sessions.size() + " sessions");
        assertEquals(
                new TreeSet<>(KINDS),
                sessions.stream().map(session -> session.event().kind()).collect(toSet()).stream()
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
        var full = sessions.stream()
                .filter(session -> session.wanted() > 0 && session.wanted() == session.capacity())
                .count();
        assertTrue(full >= 10, () -> "only " + full + " are full");
        var cancelled =
                sessions.stream().filter(session -> session.cancelled() != null).count();
        assertTrue(cancelled >= 5, () -> "only " + cancelled + " are cancelled");
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void everySessionLiesInTheEightWeeksFromTheFirstDay(LocalDate firstDay) {
        sessions(firstDay).forEach(session -> {
            var date = session.startsAt().toLocalDate();
            assertFalse(date.isBefore(firstDay) || !date.isBefore(firstDay.plusWeeks(8)), session::toString);
            assertTrue(session.startsAt().isBefore(session.endsAt()), session::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void guestsFitAndAFullSessionIsFull(LocalDate firstDay) {
        sessions(firstDay).forEach(session -> {
            var guests = Guests.of(session);
            int taken = guests.stream().mapToInt(Centre.Visitor::party).sum();
            assertEquals(guests.size(), new HashSet<>(guests).size(), session::toString);
            assertTrue(taken <= session.wanted(), session::toString);
            assertTrue(
                    session.wanted() < session.capacity() || taken == session.capacity(),
                    () -> session + " has only " + taken + " guests");
            if (session.space() != null) {
                int places = session.event().kept()
                        + (session.event().course() == null
                                ? session.capacity()
                                : session.event().course().extraPlaces());
                assertTrue(places <= space(session).capacity(), session::toString);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void whoEnrolsIsOfTheAgeAndComesToNoLessonTwice(LocalDate firstDay) {
        var sessions = sessions(firstDay).toList();
        var courses = Programme.courses(sessions);
        assertEquals(5, courses.size());
        for (var course : courses) {
            var enrolled = Guests.of(course);
            int places = enrolled.stream().mapToInt(Centre.Visitor::party).sum();
            assertTrue(places <= course.wanted() && places >= course.wanted() - 1, course::toString);
            for (var visitor : enrolled) {
                var ages = course.ages(visitor);
                assertEquals(visitor.party(), ages.size());
                int oldest = course.event().maximumAge() == null
                        ? 120
                        : course.event().maximumAge();
                assertTrue(
                        ages.stream().allMatch(age -> age >= course.event().minimumAge() && age <= oldest),
                        () -> course + " has " + ages);
            }
            sessions.stream()
                    .filter(session -> session.event().equals(course.event()))
                    .forEach(lesson ->
                            assertTrue(Guests.of(lesson).stream().noneMatch(enrolled::contains), lesson::toString));
        }
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void somebodyMakesUpForALessonInAnotherCourseLaterOn(LocalDate firstDay) {
        var makeUps = NETWORK.centres().stream()
                .flatMap(centre -> Programme.of(centre, NETWORK.venues(), firstDay).makeUps().stream())
                .toList();
        assertEquals(1, makeUps.size());
        var makeUp = makeUps.get(0);
        assertTrue(makeUp.instead().start().isAfter(makeUp.missed().start()), makeUp::toString);
        assertNotEquals(makeUp.missed().event().key(), makeUp.instead().event().key());
    }

    @Test
    void aCourseInParisMeetsAtTheSameHourAfterTheClocksChange() {
        var course = sessions(LocalDate.of(2027, 10, 12))
                .filter(session -> session.centre().id().equals("paris"))
                .filter(session -> session.event().key().equals("kazakh-a1"))
                .toList();
        assertEquals(
                Set.of(LocalTime.of(18, 0)),
                course.stream().map(session -> session.startsAt().toLocalTime()).collect(toSet()));
        assertEquals(
                Set.of(LocalTime.of(16, 0), LocalTime.of(17, 0)),
                course.stream()
                        .map(session -> session.start().atZone(ZoneId.of("UTC")).toLocalTime())
                        .collect(toSet()));
    }

    @Test
    void whatIsHeldInAstanaHasTheTimeOfAstana() {
        var festival = sessions(LocalDate.of(2026, 11, 20))
                .filter(session -> session.event().key().equals("french-film-festival"))
                .toList();
        assertEquals(
                Set.of(ZoneId.of("Asia/Almaty")),
                festival.stream().map(PlannedSession::zone).collect(toSet()));
    }

    @Test
    void whatWasBegunBeforeIsContinuedFromItsOwnFirstDay() {
        var beijing = NETWORK.centres().get(0);
        var begun = LocalDate.of(2026, 11, 20);
        var found = Programme.of(beijing, NETWORK.venues(), begun).sessions().stream()
                .limit(40)
                .map(session -> new Programme.Found(session.event().key(), session.start()))
                .collect(toSet());
        for (var today : List.of(begun, begun.plusDays(1), begun.plusDays(9), begun.plusDays(30))) {
            var programme = Programme.continuing(found, beijing, NETWORK.venues(), today);
            assertEquals(begun, programme.firstDay(), () -> "continued on " + today);
        }
    }

    @Test
    void aNewProgrammeBeginsToday() {
        var today = LocalDate.of(2026, 11, 20);
        var programme = Programme.continuing(Set.of(), NETWORK.centres().get(1), NETWORK.venues(), today);
        assertEquals(today, programme.firstDay());
    }

    private static Stream<PlannedSession> sessions(LocalDate firstDay) {
        return NETWORK.centres().stream()
                .flatMap(centre -> Programme.of(centre, NETWORK.venues(), firstDay).sessions().stream());
    }

    private static Centre.Space space(PlannedSession session) {
        return session.centre().spaces().stream()
                .filter(space -> space.code().equals(session.space()))
                .findFirst()
                .orElseThrow();
    }

    /** A hall claims the cells of its parts; anything else has one of its own. */
    private static Stream<Claim> claims(PlannedSession session) {
        var space = space(session);
        var parts = session.centre().spaces().stream()
                .filter(part -> space.code().equals(part.partOf()))
                .map(Centre.Space::code)
                .toList();
        var from = session.start().minusSeconds(60L * space.setUpMinutes());
        var to = session.endsAt().atZone(session.zone()).toInstant().plusSeconds(60L * space.clearingMinutes());
        return (parts.isEmpty() ? List.of(space.code()) : parts)
                .stream().map(cell -> new Claim(session.centre().id() + "/" + cell, from, to, session));
    }
}
