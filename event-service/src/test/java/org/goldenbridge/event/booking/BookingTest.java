package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.platform.http.IdempotencyKey;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

@EventServiceTest
class BookingTest {
    @Test
    void booksAVisitorIn() {
        var centre = beijing(20);
        var session = session(centre, 10);
        var booking = book(centre.staff(), session, "a", visitor("Camille Laurent", 2))
                .statusCode(201)
                .body("status", equalTo("confirmed"))
                .body("places", equalTo(2))
                .body("sessionId", equalTo(session))
                .body("visitor.name", equalTo("Camille Laurent"))
                .body("bookedAt", notNullValue())
                .path("id");
        given().get("/v1/sessions/{id}", session).body("placesLeft", equalTo(8)).body("places", equalTo("plenty"));
        given().bearer(centre.staff())
                .get("/v1/bookings/{id}", booking)
                .statusCode(200)
                .body("visitor.contact", equalTo("camille.laurent@example.org"));
        assertEquals(1, count("select 1 from audit where action = 'booked' and opportunity_id = '" + session + "'"));
    }

    @Test
    void givesTheSameAnswerToTheSameKeyAndBooksOnce() {
        var centre = beijing(20);
        var session = session(centre, 10);
        var first = book(centre.staff(), session, "same", visitor("Li Na", 1))
                .statusCode(201)
                .asString();
        var second = book(centre.staff(), session, "same", visitor("Li Na", 1))
                .statusCode(201)
                .asString();
        assertEquals(first, second);
        assertEquals(1, count("select 1 from booking where opportunity_id = '" + session + "'"));
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() {
        var centre = beijing(20);
        var session = session(centre, 10);
        book(centre.staff(), session, "same", visitor("Li Na", 1)).statusCode(201);
        book(centre.staff(), session, "same", visitor("Li Na", 2))
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        book(centre.manager(), session, "same", visitor("Wang Fang", 1)).statusCode(201);
    }

    @Test
    void saysThatTheSameRequestIsInProgress() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 10);
        var key = IdempotencyKey.of("subject-of-" + centre.id() + "-staff", "book " + session, "slow", new byte[0]);
        try (var other = TestPostgres.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + key.lock() + ")");
            book(centre.staff(), session, "slow", visitor("Li Na", 1))
                    .statusCode(409)
                    .body("type", equalTo("/problems/in-progress"));
            other.rollback();
        }
        book(centre.staff(), session, "slow", visitor("Li Na", 1)).statusCode(201);
    }

    @Test
    void refusesAVisitorWhoIsBookedAlready() {
        var centre = beijing(20);
        var session = session(centre, 10);
        book(centre.staff(), session, "a", visitor("Li Na", 1)).statusCode(201);
        book(centre.staff(), session, "b", visitor("Li Na", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/already-booked"));
        given().get("/v1/sessions/{id}", session).body("placesLeft", equalTo(9));
    }

    @Test
    void refusesAGroupThatDoesNotFitWhole() {
        var centre = beijing(20);
        var session = session(centre, 3);
        book(centre.staff(), session, "a", visitor("Small Group", 2)).statusCode(201);
        book(centre.staff(), session, "b", visitor("Large Group", 2))
                .statusCode(409)
                .body("type", equalTo("/problems/sold-out"))
                .body("placesLeft", equalTo(1));
        book(centre.staff(), session, "c", visitor("One Person", 1)).statusCode(201);
        assertEquals(
                0, count("select 1 from visitor where name = 'Large Group' and centre_id = '" + centre.id() + "'"));
    }

    @Test
    void givesPlacesBackOnceHoweverOftenItIsCancelled() {
        var centre = beijing(20);
        var session = session(centre, 3);
        String booking = book(centre.staff(), session, "a", visitor("Li Na", 3)).path("id");
        for (int i = 0; i < 3; i++) {
            given().bearer(centre.staff())
                    .contentType("application/json")
                    .post("/v1/bookings/{id}/cancellation", booking)
                    .statusCode(200)
                    .body("status", equalTo("cancelled"))
                    .body("cancelledAt", notNullValue());
        }
        given().get("/v1/sessions/{id}", session).body("placesLeft", equalTo(3));
        book(centre.staff(), session, "b", visitor("Li Na", 1)).statusCode(201);
    }

    @Test
    void listsTheRosterPageByPage() {
        var centre = beijing(20);
        var session = session(centre, 10);
        for (var name : List.of("First Guest", "Second Guest", "Third Guest")) {
            book(centre.staff(), session, name.replace(' ', '-'), visitor(name, 1))
                    .statusCode(201);
        }
        var path = "/v1/sessions/" + session + "/bookings?limit=2";
        var page = given().bearer(centre.staff())
                .get(path)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].visitor.name", equalTo("First Guest"));
        String next = page.path("next");
        given().bearer(centre.staff())
                .get(path + "&cursor=" + next)
                .body("items", hasSize(1))
                .body("items[0].visitor.name", equalTo("Third Guest"));
    }

    @Test
    void sellsTenPlacesToTenOfAHundredWhoAskAtOnce() throws InterruptedException {
        var centre = beijing(20);
        var session = session(centre, 10);
        var token = centre.staff();
        var sold = new AtomicInteger();
        var refused = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(24);
        for (int i = 0; i < 100; i++) {
            var guest = "Guest " + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            pool.execute(() -> {
                int status = book(token, session, guest.replace(' ', '-'), visitor(guest, 1))
                        .statusCode();
                (status == 201 ? sold : status == 409 ? refused : new AtomicInteger()).incrementAndGet();
            });
        }
        pool.shutdown();
        assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(10, sold.get());
        assertEquals(90, refused.get());
        assertEquals(10, count("select 1 from booking where opportunity_id = '" + session + "'"));
    }

    @Test
    void keepsTheAuditAsItWasWritten() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 3);
        book(centre.staff(), session, "a", visitor("Li Na", 1)).statusCode(201);
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("update audit set actor = 'nobody'"));
            assertThrows(SQLException.class, () -> statement.execute("delete from audit"));
        }
    }
}
