package org.goldenbridge.event.desk.planning;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.desk.planning.Planner.fields;
import static org.goldenbridge.event.desk.planning.Planner.with;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EventServiceTest
class ProgrammePagesTest {
    private static final String PROGRAMMES = "/desk/programmes";

    private static Map<String, Object> spring() {
        return fields(
                "kind", "festival", "title.en", "Nauryz in the city", "startsOn", "2027-03-14", "endsOn", "2027-03-24");
    }

    private static String drafted(TestCentre centre) {
        var desk = Planner.staff(centre);
        var key = desk.key(PROGRAMMES + "/new");
        desk.send(PROGRAMMES, with(spring(), "key", key)).statusCode(303);
        return key;
    }

    @Test
    void draftsEditsAndAnnounces() {
        var centre = beijing(20);
        var id = drafted(centre);
        var desk = Planner.staff(centre);
        var path = PROGRAMMES + "/" + id;
        desk.send(PROGRAMMES, with(spring(), "key", id)).statusCode(303);
        assertEquals(1, count("select from programme where centre_id = '" + centre.id() + "'"));
        desk.page(PROGRAMMES).statusCode(200).body(containsString(id));
        Planner.staff(beijing(5)).page(path).statusCode(404);
        var version = desk.version(path);
        desk.send(path, with(with(spring(), "version", version), "endsOn", "2027-03-25"))
                .statusCode(303);
        desk.send(path, with(with(spring(), "version", version), "endsOn", "2027-03-26"))
                .statusCode(412)
                .body(allOf(containsString("value=\"2027-03-26\""), containsString("<bdi>2027-03-25</bdi>")));
        desk.page(path + "/announcement") // D38
                .statusCode(200)
                .body(allOf(
                        containsString("<li>The description in English</li>"),
                        not(containsString("<li>The title in English</li>")),
                        containsString("<li>There are no events here yet.</li>")));
        desk.send(path + "/announcement", Map.of("version", desk.version(path))).statusCode(303);
        var other = Planner.staff(beijing(5));
        other.page(path).statusCode(200).body(allOf(containsString("Nauryz in the city"), containsString("disabled")));
        other.send(path, with(spring(), "version", "0")).statusCode(403);
        other.page(path + "/cancellation").statusCode(403);
        other.page("/desk/events/new").body(containsString("Nauryz in the city"));
    }

    @Test
    void saysWhatIsNotRight() {
        var desk = Planner.staff(beijing(20));
        desk.send(PROGRAMMES, with(spring(), "endsOn", "2027-03-01"))
                .statusCode(422)
                .body(allOf(
                        containsString("<em class=\"fault\">It has to end after it starts.</em>"),
                        containsString("value=\"Nauryz in the city\"")));
        desk.send(PROGRAMMES, with(spring(), "startsOn", "soon"))
                .statusCode(400)
                .body(containsString("A day such as 2027-01-12."));
        desk.send(PROGRAMMES, with(spring(), "kind", "party")).statusCode(400);
        desk.send(PROGRAMMES, with(spring(), "parentId", "none")).statusCode(400);
        desk.send(PROGRAMMES, with(spring(), "title.en", " ")).statusCode(400);
        desk.send(PROGRAMMES, with(spring(), "answers", "network"))
                .statusCode(403)
                .body(containsString("value=\"Nauryz in the city\""));
        desk.send(PROGRAMMES, Map.of()).statusCode(400);
    }

    @Test
    void letsAdministratorsAnswerForTheNetwork() {
        beijing(20);
        var administrator = Planner.administrator();
        administrator.page(PROGRAMMES + "/new").statusCode(200).body(containsString("name=\"answers\""));
        var key = administrator.key(PROGRAMMES + "/new");
        administrator
                .send(PROGRAMMES, with(with(spring(), "answers", "network"), "key", key))
                .statusCode(303);
        assertEquals(1, count("select from programme where id = '" + key + "' and centre_id is null"));
        administrator.page(PROGRAMMES + "/" + key).statusCode(200);
        administrator
                .page(PROGRAMMES + "/" + key + "/cancellation")
                .statusCode(200)
                .body(not(containsString("withEvents")));
        Planner.staff(beijing(20)).page(PROGRAMMES + "/new").body(not(containsString("name=\"answers\"")));
    }

    @Test
    void cancelsWithItsEventsAndSaysHowManyThatReaches() {
        var centre = beijing(20);
        var id = drafted(centre);
        var desk = Planner.manager(centre);
        var key = desk.key("/desk/events/new");
        desk.send(
                        "/desk/events",
                        fields(
                                "kind", "concert",
                                "audience", "everyone",
                                "title.en", "Kobyz at noon",
                                "programmeId", id,
                                "key", key))
                .statusCode(303);
        String session = created(
                post(centre.staff(), "/v1/sessions", draft(key, centre.space(), day(1) + "T10:00", day(1) + "T11:00")));
        book(centre.staff(), session, "one", visitor("Aru Serik", 3)).statusCode(201);
        var path = PROGRAMMES + "/" + id;
        desk.page(path).body(containsString("Kobyz at noon"));
        desk.page(path + "/cancellation").statusCode(200).body(containsString("3 people have to be told"));
        desk.send(
                        path + "/cancellation",
                        fields(
                                "version",
                                desk.version(path),
                                "withEvents",
                                "true",
                                "reason.en",
                                "The halls are closed"))
                .statusCode(303);
        assertEquals(1, count("select from session where id = '" + session + "' and status = 'cancelled'"));
        desk.page(path).body(containsString(">Cancelled<"));
        desk.send(path + "/cancellation", fields("version", "1")).statusCode(org.hamcrest.Matchers.oneOf(409, 412));
    }

    @Test
    @DisplayName("E58: a cancelled programme is taken back from its page by who manages the centre")
    void takesTheCancellationBack() {
        var centre = beijing(20);
        var id = drafted(centre);
        var path = PROGRAMMES + "/" + id;
        var manager = Planner.manager(centre);
        manager.page(path).body(not(containsString("/restoration")));
        manager.send(path + "/cancellation", Map.of("version", manager.version(path + "/cancellation")))
                .statusCode(303);
        Planner.staff(centre).page(path).body(not(containsString("/restoration")));
        Planner.staff(centre)
                .send(path + "/restoration", Map.of("version", manager.version(path)))
                .statusCode(403);
        manager.page(path).body(containsString("/restoration"));
        manager.send(path + "/restoration", Map.of("version", manager.version(path)))
                .statusCode(303);
        manager.page(path).body(not(containsString("/restoration")));
        manager.send(path + "/restoration", Map.of("version", manager.version(path)))
                .statusCode(409);
    }

    @Test
    @DisplayName("D41: events are put into a programme from its page")
    void takesEventsOfTheCentreIn() {
        var centre = beijing(20);
        var id = drafted(centre);
        var path = PROGRAMMES + "/" + id;
        String event = EventFixtures.event(centre);
        var desk = Planner.staff(centre);
        desk.page(path).body(containsString("<option value=\"" + event + "\""));
        desk.send(path + "/events", Map.of("eventId", event)).statusCode(303);
        assertEquals(1, count("select from event where id = '" + event + "' and programme_id = '" + id + "'"));
        desk.page(path)
                .body(containsString("/desk/events/" + event), not(containsString("<option value=\"" + event + "\"")));
        desk.send(path + "/events", Map.of("eventId", "none")).statusCode(400);
        String elsewhere = EventFixtures.event(beijing(5));
        desk.send(path + "/events", Map.of("eventId", elsewhere)).statusCode(403);
        assertEquals(0, count("select from event where id = '" + elsewhere + "' and programme_id is not null"));
    }
}
