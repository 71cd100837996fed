package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.booking.WaitingListTest.join;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@EventServiceTest
class DeskTest {
    private static final String PRICED = """
            {"centreId":"%s","kind":"workshop","title":{"en":"Felt making"},"audience":"everyone",
             "price":{"amount":80.50,"currency":"CNY"},"placesPerContact":%d}""";

    @Test
    void showsThePriceAndNotesWhatIsPaidAtTheDesk() {
        var centre = beijing(20);
        var session = priced(centre, 4);
        given().get("/v1/sessions/{id}", session)
                .body("event.price.amount", equalTo(80.5))
                .body("event.price.currency", equalTo("CNY"));
        String booking = book(centre.staff(), session, "a", visitor("Paying Guest", 2))
                .statusCode(201)
                .body("price.amount", equalTo(161.0))
                .body("paidAt", nullValue())
                .path("id");
        for (int times = 0; times < 2; times++) {
            pay(centre, booking, true).statusCode(200).body("paidAt", notNullValue());
        }
        pay(centre, booking, false).statusCode(200).body("paidAt", nullValue());
        audit(centre, "/v1/bookings/" + booking + "/audit")
                .body("items.action", contains("booked", "paid", "payment-taken-back"));
        var free = session(centre, 3);
        String costsNothing =
                book(centre.staff(), free, "b", visitor("Happy Guest", 1)).path("id");
        pay(centre, costsNothing, true).statusCode(409).body("type", equalTo("/problems/nothing-to-pay"));
    }

    @Test
    void oneContactDoesNotEmptyAWorkshopWithMadeUpNames() throws InterruptedException {
        var centre = beijing(20);
        var session = priced(centre, 3);
        var pool = Executors.newFixedThreadPool(8);
        for (int nth = 0; nth < 8; nth++) {
            var body = """
                    {"visitor":{"name":"Made Up %d","contact":"One@example.org","language":"fr"},"places":1}""".formatted(nth);
            var key = "k" + nth;
            pool.execute(() -> book(centre.staff(), session, key, body));
        }
        pool.shutdown();
        assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(3, count("select 1 from booking where opportunity_id = '" + session + "'"));
        book(centre.staff(), session, "late", """
                {"visitor":{"name":"Made Up Again","contact":"one@EXAMPLE.org","language":"fr"},"places":1}""").statusCode(409).body("type", equalTo("/problems/contact-quota"));
        book(centre.staff(), session, "other", visitor("Honest Guest", 3)).statusCode(201);
    }

    @Test
    void takesACancellationBackWithAllThatEndedWithIt() {
        var centre = beijing(20);
        var session = session(centre, 3);
        String booking =
                book(centre.staff(), session, "a", visitor("Loyal Guest", 2)).path("id");
        String gone =
                book(centre.staff(), session, "b", visitor("Gone Guest", 1)).path("id");
        act(centre, "/v1/bookings/" + gone + "/cancellation").statusCode(200);
        book(centre.staff(), session, "c", visitor("Third Guest", 1)).statusCode(201);
        String entry = created(join(centre, session, "Patient Guest", 1));
        change(centre, session, "cancellation", "{}").statusCode(200);
        read(centre, "/v1/waiting-list-entries/" + entry).body("status", equalTo("ended"));
        read(centre, "/v1/bookings/" + booking).body("status", equalTo("cancelled"));
        change(centre, session, "restoration", "")
                .statusCode(200)
                .body("status", equalTo("scheduled"))
                .body("placesLeft", equalTo(0));
        read(centre, "/v1/bookings/" + booking).body("status", equalTo("confirmed"));
        read(centre, "/v1/bookings/" + gone).body("status", equalTo("cancelled"));
        read(centre, "/v1/waiting-list-entries/" + entry).body("status", equalTo("waiting"));
        change(centre, session, "restoration", "").statusCode(409).body("type", equalTo("/problems/not-cancelled"));
        read(centre, "/v1/sessions/" + session + "/places")
                .body("booked", equalTo(3))
                .body("waiting", equalTo(1))
                .body("reaches", equalTo(3));
        assertEquals(
                3,
                count("select 1 from notice where kind = 'session-restored' and opportunity_id = '" + session + "'"),
                "everybody is to be told");
    }

    @Test
    void aRoomThatWasTakenMeanwhileStaysWithWhoHasIt() {
        var centre = beijing(20);
        var event = event(centre);
        String session = post(
                        centre.staff(),
                        "/v1/sessions",
                        draft(event, centre.space(), day(3) + "T10:00", day(3) + "T11:00"))
                .path("id");
        change(centre, session, "cancellation", "{}").statusCode(200);
        post(centre.staff(), "/v1/sessions", draft(event, centre.space(), day(3) + "T10:30", day(3) + "T12:00"))
                .statusCode(201);
        change(centre, session, "restoration", "").statusCode(409).body("type", equalTo("/problems/space-taken"));
        given().get("/v1/sessions/{id}", session).body("status", equalTo("cancelled"));
    }

    @Test
    void aMoveTellsEverybodyOnce() {
        var centre = beijing(20);
        var session = session(centre, 1);
        book(centre.staff(), session, "a", visitor("Booked Guest", 1)).statusCode(201);
        join(centre, session, "Waiting Guest", 1).statusCode(201);
        change(
                        centre,
                        session,
                        "moves",
                        "{\"startsAt\":\"%sT14:00\",\"endsAt\":\"%sT15:00\"}".formatted(day(90), day(90)))
                .statusCode(200);
        assertEquals(
                2, count("select 1 from notice where kind = 'session-moved' and opportunity_id = '" + session + "'"));
    }

    @Test
    void onlyWhoAnswersForTheCentreReadsTheAudit() {
        var centre = beijing(20);
        var session = session(centre, 3);
        given().bearer(centre.staff()).get("/v1/sessions/" + session + "/audit").statusCode(403);
        given().bearer(beijing(5).manager())
                .get("/v1/sessions/" + session + "/audit")
                .statusCode(403);
        audit(centre, "/v1/sessions/" + session + "/audit").body("items.action", contains("planned"));
    }

    private static String priced(TestCentre centre, int perContact) {
        String event = post(centre.staff(), "/v1/events", PRICED.formatted(centre.id(), perContact))
                .statusCode(201)
                .body("placesPerContact", equalTo(perContact))
                .path("id");
        return created(post(
                centre.staff(), "/v1/sessions", draft(event, centre.space(), day(2) + "T10:00", day(2) + "T11:00")));
    }

    private static TestResponse pay(TestCentre centre, String booking, boolean paid) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"paid\":" + paid + "}")
                .put("/v1/bookings/{id}/payment", booking);
    }

    private static TestResponse change(TestCentre centre, String session, String what, String body) {
        var tag = given().get("/v1/sessions/{id}", session).header("ETag");
        return post(centre.staff(), "/v1/sessions/" + session + "/" + what, tag, body);
    }

    private static TestResponse act(TestCentre centre, String path) {
        return post(centre.staff(), path, "");
    }

    private static TestResponse audit(TestCentre centre, String path) {
        return given().bearer(centre.manager()).get(path).statusCode(200);
    }

    private static TestResponse read(TestCentre centre, String path) {
        return given().bearer(centre.staff()).get(path).statusCode(200);
    }
}
