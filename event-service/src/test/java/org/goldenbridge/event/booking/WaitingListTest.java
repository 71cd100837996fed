package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@EventServiceTest
class WaitingListTest {
    @Test
    void offersAFreedPlaceToTheHeadOfTheList() {
        var centre = beijing(20);
        var session = session(centre, 2);
        String full = id(book(centre.staff(), session, "a", visitor("Full House", 2)));
        var first = id(join(centre, session, "First Group", 2).statusCode(201).body("position", equalTo(1)));
        var second = id(join(centre, session, "Second Group", 1).statusCode(201).body("position", equalTo(2)));
        given().get("/v1/sessions/{id}", session)
                .body("places", equalTo("waiting-list"))
                .body("waiting", equalTo(2));
        act(centre, "/v1/bookings/" + full + "/cancellation").statusCode(200);
        entry(centre, first)
                .body("status", equalTo("offered"))
                .body("offer.status", equalTo("open"))
                .body("position", nullValue());
        entry(centre, second).body("status", equalTo("waiting")).body("position", equalTo(1));
        var booking = id(act(centre, "/v1/waiting-list-entries/" + first + "/acceptance")
                .statusCode(200)
                .body("places", equalTo(2))
                .body("visitor.name", equalTo("First Group")));
        assertEquals(booking, id(act(centre, "/v1/waiting-list-entries/" + first + "/acceptance")), "accepted once");
        assertTaken(session, 2);
        assertEquals(
                List.of("place-offered", "booking-confirmed"),
                kinds(session, first),
                "who must be told, and of what, in order");
    }

    @Test
    void nobodyPassesByBookingDirectlyWhileSomebodyWaits() {
        var centre = beijing(20);
        var session = session(centre, 3);
        book(centre.staff(), session, "a", visitor("Almost Full", 2)).statusCode(201);
        join(centre, session, "Pair Waits", 2).statusCode(201);
        book(centre.staff(), session, "b", visitor("Pushy Guest", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/others-wait"))
                .body("placesLeft", equalTo(1));
        post(centre.staff(), "/v1/sessions/" + session + "/holds", "{\"places\":1}")
                .statusCode(400);
        hold(centre, session, 1).statusCode(409).body("type", equalTo("/problems/others-wait"));
        assertTaken(session, 2);
    }

    @Test
    void letsSmallerGroupsPassThreeTimesWithTheReasonOnRecordAndThenKeepsPlaces() {
        var centre = beijing(20);
        var session = session(centre, 5);
        var bookings = List.of("One", "Two", "Three", "Four", "Five").stream()
                .map(name -> BookingIds.of(book(centre.staff(), session, name, visitor("Guest " + name, 1))))
                .toList();
        var group = id(join(centre, session, "Large Group", 3).statusCode(201));
        var singles = List.of("A", "B", "C", "D").stream()
                .map(name -> id(join(centre, session, "Single " + name, 1).statusCode(201)))
                .toList();
        for (int freed = 0; freed < 4; freed++) {
            act(centre, "/v1/bookings/" + bookings.get(freed) + "/cancellation").statusCode(200);
        }
        entry(centre, singles.get(2)).body("status", equalTo("offered"));
        entry(centre, singles.get(3)).body("status", equalTo("waiting")).body("overtaken", empty());
        entry(centre, group)
                .body("status", equalTo("waiting"))
                .body("position", equalTo(1))
                .body("overtaken.by", contains(singles.get(0), singles.get(1), singles.get(2)))
                .body(
                        "overtaken.reason",
                        contains("group-does-not-fit-yet", "group-does-not-fit-yet", "group-does-not-fit-yet"));
        assertTaken(session, 4);
        act(centre, "/v1/waiting-list-entries/" + singles.get(0) + "/refusal").statusCode(200);
        act(centre, "/v1/waiting-list-entries/" + singles.get(1) + "/departure").statusCode(200);
        entry(centre, group).body("status", equalTo("offered"));
        entry(centre, singles.get(3)).body("status", equalTo("waiting"));
        assertTaken(session, 5);
    }

    @Test
    void keepsFreedPlacesForALargeGroupInTheLastDay() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 2);
        String one = id(book(centre.staff(), session, "a", visitor("Guest One", 1)));
        book(centre.staff(), session, "b", visitor("Guest Two", 1)).statusCode(201);
        var pair = id(join(centre, session, "Waiting Pair", 2));
        var single = id(join(centre, session, "Waiting Single", 1));
        sql(
                "update session set starts_at = now() + interval '20 hours', ends_at = now() + interval '22 hours' where id = '"
                        + session + "'");
        act(centre, "/v1/bookings/" + one + "/cancellation").statusCode(200);
        entry(centre, single).body("status", equalTo("waiting"));
        entry(centre, pair).body("status", equalTo("waiting")).body("overtaken", empty());
    }

    @Test
    void nothingIsOfferedBeyondTheStartOfASessionThatIsMovedNearer() {
        var centre = beijing(20);
        var session = session(centre, 1);
        String full = id(book(centre.staff(), session, "a", visitor("Only Guest", 1)));
        var asked = id(join(centre, session, "Is Asked", 1));
        act(centre, "/v1/bookings/" + full + "/cancellation").statusCode(200);
        var soon = Instant.now().plus(6, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        post(centre.manager(), "/v1/sessions/" + session + "/moves", "*", """
                {"startsAt":"%s","endsAt":"%s","hoursOverride":"A guest who comes tonight only"}""".formatted(
                                soon, soon.plus(2, ChronoUnit.HOURS)))
                .statusCode(200);
        entry(centre, asked).body("offer.status", equalTo("open")).body("offer.expiresAt", equalTo(soon.toString()));
        assertEquals(
                1,
                count("select 1 from places where next_expiry = '" + soon + "' and opportunity_id = '" + session
                        + "'"));
    }

    @Test
    void anExpiredOfferGoesToTheNextWithoutAnybodyAsking() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 1);
        String full = id(book(centre.staff(), session, "a", visitor("Only Guest", 1)));
        var late = id(join(centre, session, "Late Answer", 1));
        var next = id(join(centre, session, "Next One", 1));
        act(centre, "/v1/bookings/" + full + "/cancellation").statusCode(200);
        expire(session);
        Eventually.isTrue(
                "the next has the offer",
                () -> entry(centre, next).path("status").equals("offered"));
        entry(centre, late).body("status", equalTo("lapsed")).body("offer.status", equalTo("expired"));
        act(centre, "/v1/waiting-list-entries/" + late + "/acceptance")
                .statusCode(409)
                .body("type", equalTo("/problems/offer-expired"));
        act(centre, "/v1/waiting-list-entries/" + next + "/acceptance").statusCode(200);
        assertTaken(session, 1);
    }

    @Test
    void aLargerRoomFeedsTheListAtOnce() {
        var centre = beijing(20);
        var session = session(centre, 1);
        book(centre.staff(), session, "a", visitor("Only Guest", 1)).statusCode(201);
        var waiting = id(join(centre, session, "Hopeful Guest", 1));
        var tag = given().get("/v1/sessions/{id}", session).header("ETag");
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag)
                .body("{\"capacity\":2}")
                .put("/v1/sessions/{id}", session)
                .statusCode(200);
        entry(centre, waiting).body("status", equalTo("offered"));
    }

    @Test
    void whoManagesMayPutSomebodyFirstAndThatIsOnRecord() {
        var centre = beijing(20);
        var session = session(centre, 1);
        String full = id(book(centre.staff(), session, "a", visitor("Only Guest", 1)));
        var first = id(join(centre, session, "Came First", 1));
        var body = visitor("Guest Of Honour", 1).replaceFirst("}$", ",\"priority\":5}");
        join(centre.staff(), session, "p", body).statusCode(403);
        var honoured = id(join(centre.manager(), session, "p", body).statusCode(201));
        act(centre, "/v1/bookings/" + full + "/cancellation").statusCode(200);
        entry(centre, honoured).body("status", equalTo("offered"));
        entry(centre, first).body("overtaken.reason", contains("priority")).body("overtaken.by", contains(honoured));
    }

    @Test
    void refusesWhoNeedNotOrCannotWait() {
        var centre = beijing(20);
        var session = session(centre, 2);
        join(centre, session, "Early Bird", 1).statusCode(409).body("type", equalTo("/problems/places-free"));
        book(centre.staff(), session, "a", visitor("Full House", 2)).statusCode(201);
        join(centre, session, "Full House", 1).statusCode(409).body("type", equalTo("/problems/already-booked"));
        join(centre, session, "School Class", 30)
                .statusCode(422)
                .body("type", equalTo("/problems/larger-than-the-session"));
        var entry = id(join(centre, session, "Waiting Guest", 1).statusCode(201));
        join(centre.staff(), session, "again", visitor("Waiting Guest", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/already-waiting"));
        act(centre, "/v1/waiting-list-entries/" + entry + "/acceptance")
                .statusCode(409)
                .body("type", equalTo("/problems/no-offer"));
        join(centre, session, "Nobody", 0).statusCode(400);
        join(centre, session, "Millions", 1_000_000).statusCode(400);
        var elsewhere = beijing(20);
        act(elsewhere, "/v1/waiting-list-entries/" + entry + "/acceptance").statusCode(403);
        act(elsewhere, "/v1/waiting-list-entries/" + entry + "/departure").statusCode(403);
        given().get("/v1/sessions/" + session + "/waiting-list").statusCode(401);
    }

    @Test
    void theSameKeyJoinsOnce() {
        var centre = beijing(20);
        var session = session(centre, 1);
        book(centre.staff(), session, "a", visitor("Only Guest", 1)).statusCode(201);
        var first = id(join(centre.staff(), session, "same", visitor("Patient Guest", 1)));
        assertEquals(
                first,
                id(join(centre.staff(), session, "same", visitor("Patient Guest", 1))
                        .statusCode(201)));
        join(centre.staff(), session, "same", visitor("Other Guest", 1))
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertEquals(1, count("select 1 from waiting_list_entry where opportunity_id = '" + session + "'"));
    }

    @Test
    void placesGivenBackByManyAtOnceAreOfferedToAsMany() throws InterruptedException {
        var centre = beijing(20);
        var session = session(centre, 10);
        var bookings = java.util.stream.IntStream.range(0, 10)
                .mapToObj(nth -> BookingIds.of(
                        book(centre.staff(), session, "k" + nth, visitor("Guest " + (char) ('A' + nth), 1))))
                .toList();
        for (int nth = 0; nth < 15; nth++) {
            join(centre, session, "Waiting " + (char) ('A' + nth), 1).statusCode(201);
        }
        var pool = Executors.newFixedThreadPool(10);
        bookings.forEach(booking -> pool.execute(
                () -> act(centre, "/v1/bookings/" + booking + "/cancellation").statusCode(200)));
        pool.shutdown();
        assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(10, count("select 1 from offer where status = 'open' and opportunity_id = '" + session + "'"));
        assertEquals(
                10,
                count("select 1 from (select status from waiting_list_entry where opportunity_id = '" + session
                        + "' order by joined_nth limit 10) as head where status = 'offered'"),
                "nobody was overtaken");
        assertTaken(session, 10);
    }

    /** Names the bookings of a test in short. */
    private static final class BookingIds {
        static String of(TestResponse response) {
            return response.statusCode(201).path("id");
        }
    }

    static TestResponse join(TestCentre centre, String session, String name, int places) {
        return join(centre.staff(), session, "join-" + name.replace(' ', '-'), visitor(name, places));
    }

    private static TestResponse join(String token, String session, String key, String body) {
        return given().bearer(token)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/sessions/{id}/waiting-list", session);
    }

    private static TestResponse hold(TestCentre centre, String session, int places) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "hold-" + places)
                .body("{\"places\":" + places + "}")
                .post("/v1/sessions/{id}/holds", session);
    }

    private static TestResponse entry(TestCentre centre, String id) {
        return given().bearer(centre.staff())
                .get("/v1/waiting-list-entries/{id}", id)
                .statusCode(200);
    }

    private static TestResponse act(TestCentre centre, String path) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post(path);
    }

    private static String id(TestResponse response) {
        return response.path("id");
    }

    private static void assertTaken(String session, int taken) {
        assertEquals(
                1,
                count("select 1 from places where opportunity_id = '" + session + "' and taken = " + taken),
                "places taken");
    }

    /** Lets time pass for what is promised: the rows are as old as they will be then. */
    private static void expire(String session) throws SQLException {
        sql("update offer set made_at = made_at - interval '2 days', expires_at = now() - interval '1 second'"
                + " where status = 'open' and opportunity_id = '" + session + "'");
        sql("update places set next_expiry = now() - interval '1 second' where opportunity_id = '" + session + "'");
    }

    private static List<String> kinds(String session, String entry) {
        var kinds = new java.util.ArrayList<String>();
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kind from notice where opportunity_id = '" + session
                        + "' and entry_id = '" + entry + "' order by id")) {
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return kinds;
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = TestPostgres.connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
