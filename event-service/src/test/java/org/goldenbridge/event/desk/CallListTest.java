package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.desk.AtTheDesk.form;
import static org.goldenbridge.event.desk.AtTheDesk.page;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EventServiceTest
@DisplayName("E13: who is affected stands on the call list until somebody has told them")
class CallListTest {
    private static void bookIn(TestCentre centre, String session, String name, int places) {
        book(centre.staff(), session, UUID.randomUUID().toString(), visitor(name, places))
                .statusCode(201);
    }

    private static TestResponse calls(TestCentre centre) {
        return given().bearer(centre.staff())
                .get("/v1/calls?centre={centre}", centre.id())
                .statusCode(200);
    }

    private static TestResponse mark(String token, Object call, boolean told) {
        return given().bearer(token)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"told\":" + told + "}")
                .put("/v1/calls/{call}", call);
    }

    private static void change(TestCentre centre, String path, String body) {
        given().bearer(centre.manager())
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .post(path)
                .statusCode(200);
    }

    private static String join(TestCentre centre, String session, String name, int places) {
        return created(given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(visitor(name, places))
                .post("/v1/sessions/{id}/waiting-list", session));
    }

    private static List<String> ticks(TestResponse page) {
        return Pattern.compile(" action=\"(/desk/calls/\\d+)\"")
                .matcher(page.asString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    @DisplayName("E13: a cancelled event leaves its people on Today, counted by places, until all are ticked")
    void showsWhomToTellOfACancelledEventUntilAllAreTicked() {
        var centre = beijing(20);
        var event = event(centre);
        String session = created(post(
                centre.staff(), "/v1/sessions", draft(event, centre.space(), day(2) + "T10:00", day(2) + "T12:00")));
        bookIn(centre, session, "Ann Li", 5);
        bookIn(centre, session, "Ben Wu", 7);
        var manager = AtTheDesk.signedIn(centre.id() + "-manager", "/" + centre.id() + "/manager");
        page(manager, "/desk/events/" + event + "/cancellation")
                .body(allOf(containsString("12 people have to be told"), not(containsString("Tell 12"))));
        change(centre, "/v1/events/" + event + "/cancellation", "{}");
        var today = page(centre, "/desk").statusCode(200);
        today.body(allOf(
                containsString("12 people to be told: "),
                containsString("Dombra workshop"),
                containsString("ann.li@example.org"),
                containsString("Ben Wu"),
                not(containsString("Nothing waits for you."))));
        var ticks = ticks(today);
        assertEquals(2, ticks.size());
        tick(centre, ticks.get(0), true).body(containsString("Ann Li is marked as told."));
        page(centre, "/desk").body(allOf(containsString("7 people to be told: "), containsString("Told by You")));
        assertEquals(
                1,
                count("select 1 from notice where opportunity_id = '" + session
                        + "' and told_by is not null and told_at is not null"));
        tick(centre, ticks.get(1), true);
        page(centre, "/desk").body(not(containsString("to be told")));
        tick(centre, ticks.get(1), false);
        page(centre, "/desk").body(containsString("7 people to be told: "));
    }

    private static TestResponse tick(TestCentre centre, String path, boolean told) {
        return form(centre, Map.of("told", String.valueOf(told)))
                .header("HX-Request", "true")
                .post(path)
                .statusCode(200);
    }

    @Test
    @DisplayName("E13: a tick is for the desk of the centre alone")
    void isForTheDeskOfItsCentreAlone() {
        var centre = beijing(20);
        var session = session(centre, 5);
        bookIn(centre, session, "Ann Li", 2);
        change(centre, "/v1/sessions/" + session + "/cancellation", "{}");
        Integer call = calls(centre).path("items[0].id");
        var stranger = beijing(5);
        mark(stranger.staff(), call, true).statusCode(403);
        given().bearer(stranger.staff()).get("/v1/calls?centre=" + centre.id()).statusCode(403);
        var browser = new StaffBrowser();
        browser.signIn("/desk/me", stranger.id() + "-staff", "/" + stranger.id() + "/staff");
        form(browser, Map.of("told", "true")).post("/desk/calls/" + call).statusCode(403);
        mark(centre.staff(), 0, true).statusCode(404);
        mark(centre.staff(), "soon", true).statusCode(404);
        mark(centre.staff(), call, true)
                .statusCode(200)
                .body("toldBy", notNullValue())
                .body("toldAt", notNullValue())
                .body("places", equalTo(2))
                .body("name", equalTo("Ann Li"));
        calls(centre).body("items", empty());
        mark(centre.staff(), call, false).statusCode(200).body("toldBy", nullValue());
        calls(centre).body("items", hasSize(1));
    }

    @Test
    @DisplayName("E13: moves, offers and ends of the waiting list; what is no longer true is not told")
    void listsWhatIsStillTrue() {
        var centre = beijing(20);
        var session = session(centre, 2);
        bookIn(centre, session, "Ann Li", 2);
        join(centre, session, "Cam Ma", 1);
        var moved = day(200);
        change(
                centre,
                "/v1/sessions/" + session + "/moves",
                "{\"startsAt\":\"%sT10:00\",\"endsAt\":\"%sT12:00\"}".formatted(moved, moved));
        change(
                centre,
                "/v1/sessions/" + session + "/moves",
                "{\"startsAt\":\"%sT13:00\",\"endsAt\":\"%sT15:00\"}".formatted(moved, moved));
        calls(centre)
                .body("items.kind", contains("session-moved", "session-moved"))
                .body("items.name", contains("Ann Li", "Cam Ma"));
        String booking = created(
                book(centre.staff(), session(centre, 2), UUID.randomUUID().toString(), visitor("Dan Ox", 1)));
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post("/v1/bookings/" + booking + "/cancellation")
                .statusCode(200);
        calls(centre).body("items", hasSize(2)); // who cancelled knows of it
        change(centre, "/v1/sessions/" + session + "/cancellation", "{}");
        calls(centre).body("items.kind", contains("session-cancelled", "session-cancelled"));
        change(centre, "/v1/sessions/" + session + "/restoration", "");
        calls(centre).body("items", empty()); // nobody had been told of it
        change(centre, "/v1/sessions/" + session + "/cancellation", "{}");
        Integer call = calls(centre).path("items[name=Ann Li].id");
        mark(centre.staff(), call, true).statusCode(200);
        change(centre, "/v1/sessions/" + session + "/restoration", "");
        calls(centre).body("items.kind", contains("session-restored")).body("items.name", contains("Ann Li"));
    }

    @Test
    @DisplayName("E13: an offer is to be told until it is answered")
    void listsOffersUntilTheyAreAnswered() {
        var centre = beijing(20);
        var session = session(centre, 2);
        var key = UUID.randomUUID().toString();
        String booking = created(book(centre.staff(), session, key, visitor("Ann Li", 2)));
        var entry = join(centre, session, "Cam Ma", 2);
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post("/v1/bookings/" + booking + "/cancellation")
                .statusCode(200);
        calls(centre).body("items.kind", contains("place-offered")).body("items[0].offeredUntil", notNullValue());
        page(centre, "/desk").body(allOf(containsString("2 people to be told"), containsString("Offered until")));
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post("/v1/waiting-list-entries/" + entry + "/acceptance")
                .statusCode(200);
        calls(centre).body("items", empty());
    }

    @Test
    @DisplayName("E13: a cancelled course leaves who is enrolled on the list once")
    void listsWhoIsEnrolledInACancelledCourse() {
        var centre = beijing(20);
        var event = event(centre);
        String course = created(post(
                centre.staff(),
                "/v1/courses",
                "{\"eventId\":\"%s\",\"capacity\":10,\"extraPlaces\":0}".formatted(event)));
        created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00"}""".formatted(event, course, centre.space(), day(5), day(5))));
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(visitor("Ann Li", 3))
                .post("/v1/courses/" + course + "/bookings")
                .statusCode(201);
        change(centre, "/v1/courses/" + course + "/cancellation", "{}");
        calls(centre)
                .body("items.kind", contains("course-cancelled"))
                .body("items[0].courseId", equalTo(course))
                .body("items[0].places", equalTo(3));
        page(centre, "/desk")
                .body(allOf(containsString("3 people to be told"), containsString("The course is cancelled")));
    }
}
