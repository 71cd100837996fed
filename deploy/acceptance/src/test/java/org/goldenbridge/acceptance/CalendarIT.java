package org.goldenbridge.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.PythonScript;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendars of the centres, subscribed to with the tools that subscribers have. */
@ExtendWith(OnStage.class)
@Order(8)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarIT {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PythonScript READER = new PythonScript(
            "read-calendar.py",
            "icalendar, recurring_ical_events",
            "python3-icalendar and python3-recurring-ical-events");

    /** As many as a calendar has at most. */
    private static final String SESSIONS = """
            select s.id::text || ' ' || to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' '
                || to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || s.sequence || ' '
                || case s.status when 'cancelled' then 'CANCELLED' else 'CONFIRMED' end as line
            from event.session s join event.event e on e.id = s.event_id and e.announced_at is not null
            where s.centre_id = ? order by s.starts_at, s.id limit 5000""";

    private final Stage stage;
    private final Desk desk;

    CalendarIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    /** In Paris on the days around both changes of the clocks, and in the hour that comes twice; one is moved, one cancelled. */
    @BeforeAll
    void theCentresPlan() {
        var manager = stage.signedIn("paris-manager");
        var event = manager.post(
                        "/v1/events",
                        Map.of(
                                "centreId", "paris",
                                "kind", "concert",
                                "title", Map.of("en", "Dombra evening; tea, songs", "ar", "أمسية دمبرا"),
                                "audience", "everyone"))
                .expect(201)
                .id();
        var change = Instant.now().plus(10, ChronoUnit.DAYS);
        for (var i = 0; i < 2; i++) {
            change = PARIS.getRules().nextTransition(change).getInstant();
            var day = LocalDateTime.ofInstant(change, PARIS).toLocalDate();
            for (var days = -1; days <= 1; days++) {
                plan(
                        manager,
                        event,
                        day.plusDays(days).atTime(10, 0),
                        day.plusDays(days).atTime(12, 0));
                plan(
                        manager,
                        event,
                        day.plusDays(days).atTime(23, 0),
                        day.plusDays(days + 1).atTime(4, 0));
            }
            for (var minutes : List.of(-45, -20, 0, 45, 75)) {
                var start = change.plus(minutes, ChronoUnit.MINUTES);
                plan(manager, event, start, start.plus(30, ChronoUnit.MINUTES));
            }
        }
        var soon = LocalDate.now(PARIS).plusDays(180).atTime(18, 0);
        var later = soon.plusDays(180);
        var moved = plan(manager, event, soon, soon.plusHours(2));
        manager.post(
                        "/v1/sessions/" + moved + "/moves",
                        Map.of(
                                "startsAt",
                                later.toString(),
                                "endsAt",
                                later.plusHours(2).toString()),
                        "If-Match",
                        "*")
                .expect(200);
        manager.post("/v1/sessions/" + moved + "/cancellation", Map.of(), "If-Match", "*")
                .expect(200);
        desk.session("Shown in a calendar", 12);
    }

    private static String plan(Client manager, String event, Object from, Object to) {
        var venue = Map.of(
                "name", Map.of("fr", "Théâtre"), "city", Map.of("fr", "Paris"), "country", "FR", "zone", PARIS.getId());
        var session = Map.of(
                "eventId", event, "venue", venue, "startsAt", from.toString(), "endsAt", to.toString(), "capacity", 30);
        return manager.post("/v1/sessions", session).expect(201).id();
    }

    /** What was written so far is shown by both instances. */
    private void everybodyKnows() {
        var written = stage.database().number("select last_value from event.outbox_id_seq");
        for (var instance = 0; instance < 2; instance++) {
            new Client(stage.instance(instance), "")
                    .get("/v1/schedule?limit=1&changeNumber=w" + written)
                    .expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"paris", "beijing"})
    void aSubscriberInPythonReadsEveryInstantAsTheDatabaseHasIt(String centre) throws Exception {
        everybodyKnows();
        var expected = stage.database().rows(SESSIONS, centre).stream()
                .map(row -> row.get("line").toString())
                .collect(Collectors.toSet());
        assertTrue(!expected.isEmpty());
        var read = READER.lines(stage.gateway() + path(centre));
        assertEquals(expected.size(), read.size());
        assertEquals(expected, read.stream().collect(Collectors.toSet()));
    }

    @Test
    void everyInstanceAnswersTheSameBytesUntilSomethingChanges() {
        everybodyKnows();
        var first = stage.anyone().get(path("paris")).expect(200);
        for (var instance = 0; instance < 2; instance++) {
            var other =
                    new Client(stage.instance(instance), "").get(path("paris")).expect(200);
            assertEquals(first.text(), other.text());
            assertEquals(first.etag(), other.etag());
        }
        stage.anyone().get(path("paris"), "If-None-Match", first.etag()).expect(304);
    }

    private static String path(String centre) {
        return "/v1/calendars/centres/" + centre + ".ics";
    }
}
