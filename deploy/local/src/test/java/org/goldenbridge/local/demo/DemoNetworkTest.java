package org.goldenbridge.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loading, and loading again. */
class DemoNetworkTest {
    private static final List<String> LISTS = List.of(
            "centres",
            "spaces",
            "equipment",
            "closures",
            "partners",
            "agreements",
            "programmes",
            "events",
            "courses",
            "sessions",
            "bookings",
            "absences",
            "imports",
            "records",
            "items");

    private final PretendNetwork network;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    DemoNetworkTest() throws Exception {
        network = new PretendNetwork();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void loadsEverythingAndTellsWhatIsThere() {
        network.hearLate(3);
        var summary = load("2026-11-20T12:00:00Z");
        assertEquals(2, summary.centres());
        assertEquals(network.count("spaces"), summary.spaces());
        assertEquals(network.count("programmes"), summary.programmes());
        assertEquals(network.count("events"), summary.events());
        assertEquals(network.count("sessions"), summary.sessions());
        assertEquals(network.count("bookings"), summary.bookings());
        assertEquals(network.count("records"), summary.records());
        assertEquals(network.count("items"), summary.items());
        assertTrue(summary.records() >= 250, summary::toString);
        assertTrue(summary.sessions() > 200, summary::toString);
        assertTrue(
                network.all("sessions").stream()
                        .noneMatch(session -> session.path("placesLeft").asInt() < 0),
                "more is booked than there are places");
        assertTrue(shown.toString(StandardCharsets.UTF_8).contains("100 %"));
    }

    @Test
    void aSecondLoadAddsNothing() {
        load("2026-11-20T12:00:00Z");
        var before = counts();
        assertEquals(0, load("2026-11-20T12:05:00Z").made());
        assertEquals(before, counts());
    }

    @Test
    void aLoadThatBrokeOffIsCompletedOnAnotherDayAndDoublesNothing() {
        for (var writes : List.of(5, 40, 100, 400)) {
            network.breakAfter(writes);
            assertThrows(LoadingRefused.class, () -> load("2026-11-20T12:00:00Z"));
        }
        network.breakAfter(Integer.MAX_VALUE);
        var summary = load("2026-11-21T01:00:00Z");
        assertEquals(network.count("sessions"), summary.sessions());
        assertEquals(network.count("bookings"), summary.bookings());
        assertEquals(5, network.count("courses"));
        assertEquals(1, network.count("absences"));
        var slots = new ArrayList<String>();
        for (var session : network.all("sessions")) {
            slots.add(
                    session.path("eventId").asText() + session.path("startsAt").asText());
        }
        assertEquals(slots.size(), new HashSet<>(slots).size());
        assertEquals(2, network.count("centres"));
        assertEquals(summary.records(), network.count("records"));
        assertEquals(summary.items(), network.count("items"));
        assertEquals(summary.spaces(), network.count("spaces"));
        assertEquals(summary.events(), network.count("events"));
    }

    @Test
    void leavesOutWhatHasBegunToday() {
        load("2026-11-20T12:00:00Z"); // 20:00 on a Friday in Beijing
        var begun = network.all("sessions").stream()
                .map(session -> Instant.parse(session.path("startsAt").asText()))
                .filter(start -> start.isBefore(Instant.parse("2026-11-20T12:00:00Z")));
        assertEquals(0, begun.count());
    }

    @Test
    void aRefusalNamesWhatWasRefusedAndWhy() {
        network.breakAfter(2);
        var refused = assertThrows(LoadingRefused.class, () -> load("2026-11-20T12:00:00Z"));
        assertTrue(
                refused.getMessage().matches("The space [a-z-]+ of beijing was refused: 500, the network broke"),
                refused::getMessage);
    }

    @Test
    void sessionsAreCancelledWithTheirReason() {
        load("2026-11-20T12:00:00Z");
        var cancelled = network.all("sessions").stream()
                .map(session -> session.path("status"))
                .map(JsonNode::asText)
                .filter("cancelled"::equals)
                .count();
        assertTrue(cancelled >= 5, () -> "only " + cancelled + " are cancelled");
    }

    @Test
    void aCourseIsPlannedOnceWithItsLessonsAndSomebodyMakesUpForOneInAnother() {
        load("2026-11-20T12:00:00Z");
        assertEquals(5, network.count("courses"));
        for (var course : network.all("courses")) {
            var lessons = network.all("sessions").stream()
                    .filter(session -> session.path("eventId").equals(course.path("eventId")))
                    .toList();
            assertTrue(lessons.size() >= 6, () -> "only " + lessons.size() + " lessons of " + course);
            assertTrue(
                    lessons.stream().allMatch(lesson -> lesson.path("courseId").equals(course.path("id"))));
        }
        var enrolments = network.all("bookings").stream()
                .filter(booking -> booking.path("as").asText().equals("enrolment"))
                .toList();
        assertTrue(enrolments.size() > 30, () -> "only " + enrolments.size() + " have enrolled");
        assertTrue(enrolments.stream()
                .allMatch(booking ->
                        booking.path("ages").size() == booking.path("places").asInt()));
        assertEquals(
                1,
                network.all("bookings").stream()
                        .filter(booking -> booking.path("as").asText().equals("make-up"))
                        .count());
    }

    @Test
    void programmesAreAnnouncedWithTheirEventsAndTheLegsOfTheTour() {
        for (var writes : List.of(70, 2, 3, 5)) {
            network.breakAfter(writes);
            assertThrows(LoadingRefused.class, () -> load("2026-11-20T12:00:00Z"));
        }
        network.breakAfter(Integer.MAX_VALUE);
        load("2026-11-21T12:00:00Z");
        var programmes = network.all("programmes");
        assertTrue(programmes.stream()
                .allMatch(programme -> programme.path("status").asText().equals("announced")));
        var tour = programmes.stream()
                .filter(programme -> programme.path("kind").asText().equals("touring-exhibition"))
                .toList();
        assertEquals(
                List.of(3), tour.stream().map(one -> one.path("legs").size()).toList());
        assertEquals(
                11,
                network.all("events").stream()
                        .filter(event -> event.has("programmeId"))
                        .count());
    }

    private DemoNetwork.Summary load(String now) {
        return DemoNetwork.load(
                network.address(),
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private List<Integer> counts() {
        return LISTS.stream().map(network::count).toList();
    }
}
