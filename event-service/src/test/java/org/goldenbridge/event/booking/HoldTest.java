package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@EventServiceTest
class HoldTest {
    @Test
    void keepsPlacesAndGivesBackWhatTheBookingDoesNotNeed() {
        var centre = beijing(20);
        var session = session(centre, 5);
        String hold = keep(centre, session, "h", "{\"places\":4,\"minutes\":30}")
                .statusCode(201)
                .body("status", equalTo("live"))
                .path("id");
        left(session, 1);
        book(centre.staff(), session, "a", visitor("Too Many", 2)).statusCode(409);
        book(centre.staff(), session, "b", with(visitor("Group Of Three", 3), "holdId", hold))
                .statusCode(201);
        left(session, 2);
        book(centre.staff(), session, "c", with(visitor("Somebody Else", 1), "holdId", hold))
                .statusCode(409)
                .body("type", equalTo("/problems/no-such-hold"));
        read(centre, "/v1/holds/" + hold).body("status", equalTo("used"));
        read(centre, "/v1/sessions/" + session + "/holds").body("items", hasSize(1));
    }

    @Test
    void isNotGivenWhenTheSessionIsCancelledWhileItWaitsForThePlaces() throws Exception {
        var centre = beijing(20);
        var session = session(centre, 5);
        var waiting = Executors.newFixedThreadPool(2);
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from places where opportunity_id = '" + session + "' for no key update");
            var hold = waiting.submit(() -> keep(centre, session, "h", "{\"places\":2}"));
            var allocation = waiting.submit(() -> given().bearer(centre.staff())
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", "p")
                    .body("{\"partner\":\"School\",\"places\":2,\"releaseAt\":\"%sT08:00\"}".formatted(day(0)))
                    .post("/v1/sessions/" + session + "/allocations"));
            Eventually.isTrue(
                    "both wait for the places",
                    () -> count("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like '%from places where opportunity_id%'")
                            == 2);
            // as a cancellation does that came first
            statement.execute("select close_places('" + session + "', now(), null)");
            connection.commit();
            hold.get().statusCode(409).body("type", equalTo("/problems/session-cancelled"));
            allocation.get().statusCode(409).body("type", equalTo("/problems/session-cancelled"));
        } finally {
            waiting.shutdown();
        }
        assertEquals(1, count("select 1 from places where taken = 0 and opportunity_id = '" + session + "'"));
    }

    @Test
    void givesItsPlacesBackOnceHoweverOftenItIsReleased() {
        var centre = beijing(20);
        var session = session(centre, 5);
        String hold = keep(centre, session, "h", "{\"places\":5}").path("id");
        for (int times = 0; times < 2; times++) {
            given().bearer(centre.staff())
                    .contentType(MediaType.APPLICATION_JSON)
                    .post("/v1/holds/{id}/release", hold)
                    .statusCode(200)
                    .body("status", equalTo("released"));
        }
        left(session, 5);
    }

    @Test
    void aBookingThatWouldBeRefusedGetsWhatHasExpired() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 2);
        keep(centre, session, "h", "{\"places\":2,\"minutes\":1}").statusCode(201);
        book(centre.staff(), session, "a", visitor("Early Guest", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/sold-out"));
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false); // so that the service's own look for what is due cannot come first
            statement.execute(
                    "update hold set held_at = held_at - interval '1 hour', expires_at = now() where opportunity_id = '"
                            + session + "'");
            statement.execute("update places set next_expiry = now() where opportunity_id = '" + session + "'");
            connection.commit();
        }
        book(centre.staff(), session, "b", visitor("Early Guest", 1)).statusCode(201);
        left(session, 1);
    }

    @Test
    void theSameKeyKeepsOnceAndNonsenseKeepsNothing() {
        var centre = beijing(20);
        var session = session(centre, 5);
        String first = keep(centre, session, "same", "{\"places\":2}").path("id");
        keep(centre, session, "same", "{\"places\":2}").statusCode(201).body("id", equalTo(first));
        keep(centre, session, "zero", "{\"places\":0}").statusCode(400);
        keep(centre, session, "many", "{\"places\":1000000}").statusCode(400);
        keep(centre, session, "long", "{\"places\":1,\"minutes\":100000}").statusCode(400);
        keep(centre, session, "full", "{\"places\":4}").statusCode(409).body("type", equalTo("/problems/sold-out"));
        assertEquals(1, count("select 1 from hold where opportunity_id = '" + session + "'"));
        left(session, 3);
    }

    @Test
    void setsPlacesAsideForAPartnerUntilADate() {
        var centre = beijing(20);
        var session = session(centre, 10);
        var start = (String) given().get("/v1/sessions/{id}", session).path("startsAt");
        allocate(centre, session, "late", 2, "2099-01-01T10:00")
                .statusCode(422)
                .body("type", equalTo("/problems/release-out-of-order"));
        String allocation = created(allocate(centre, session, "a", 6, start));
        left(session, 4);
        String pupil = book(centre.staff(), session, "p", with(visitor("School Group", 4), "allocationId", allocation))
                .statusCode(201)
                .body("allocationId", equalTo(allocation))
                .path("id");
        left(session, 4);
        book(centre.staff(), session, "q", with(visitor("Second School", 3), "allocationId", allocation))
                .statusCode(409)
                .body("type", equalTo("/problems/not-in-allocation"));
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post("/v1/bookings/{id}/cancellation", pupil)
                .statusCode(200);
        left(session, 4);
        read(centre, "/v1/allocations/" + allocation).body("used", equalTo(0));
        book(centre.staff(), session, "r", with(visitor("School Group", 1), "allocationId", allocation))
                .statusCode(201);
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post("/v1/allocations/{id}/release", allocation)
                .statusCode(200)
                .body("status", equalTo("released"));
        left(session, 9);
    }

    private static TestResponse allocate(TestCentre centre, String session, String key, int places, String releaseAt) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body("{\"partner\":\"University\",\"places\":%d,\"releaseAt\":\"%s\"}".formatted(places, releaseAt))
                .post("/v1/sessions/{id}/allocations", session);
    }

    private static TestResponse keep(TestCentre centre, String session, String key, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/sessions/{id}/holds", session);
    }

    private static TestResponse read(TestCentre centre, String path) {
        return given().bearer(centre.staff()).get(path).statusCode(200);
    }

    private static String with(String body, String name, String value) {
        return body.replaceFirst("}$", ",\"" + name + "\":\"" + value + "\"}");
    }

    private static void left(String session, int places) {
        given().get("/v1/sessions/{id}", session).body("placesLeft", equalTo(places));
    }
}
