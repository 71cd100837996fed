package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.KafkaTopics;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests for one session that come while it is locked: the first waits for the lock, the others stand in line behind it. */
@EventServiceTest
class BookingRoundsTest {
    private static final String TRACE = "00-%032x-00f067aa0ba902b7-01";

    @Inject
    Desk desk;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private Connection other;

    @BeforeEach
    void somebodyElseHasWork() throws SQLException {
        other = TestPostgres.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void everybodyGoesHome() throws SQLException {
        other.close();
        people.shutdownNow();
    }

    @Test
    void booksInOneTransactionWhatStoodInLine() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 10);
        lock(session);
        var asked = IntStream.range(0, 6)
                .mapToObj(nth -> ask(centre.staff(), session, "key-" + nth, visitor("Guest " + nth, 1), nth))
                .toList();
        other.rollback();

        asked.forEach(answer -> answer.join().statusCode(201));

        assertEquals(6, count("select 1 from booking where opportunity_id = '" + session + "'"));
        assertEquals(2, count("select distinct xmin::text from booking where opportunity_id = '" + session + "'"));
        assertEquals(
                List.of("Guest 0", "Guest 1", "Guest 2", "Guest 3", "Guest 4", "Guest 5"),
                given()
                        .bearer(centre.staff())
                        .get("/v1/sessions/{id}/bookings", session)
                        .<List<Map<String, Object>>>path("items")
                        .stream()
                        .sorted(Comparator.comparing(
                                booking -> booking.get("bookedAt").toString()))
                        .map(booking -> ((Map<?, ?>) booking.get("visitor")).get("name"))
                        .toList());
        Eventually.isTrue("each is told under its own trace", () -> traces(session) == 6);
    }

    @Test
    void tellsEachInARoundWhatBecameOfItsOwn() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 5);
        var elsewhere = beijing(20).staff();
        lock(session);
        var first = ask(centre.staff(), session, "first", visitor("First Guest", 2), 0);
        var tooMany = ask(centre.staff(), session, "many", visitor("Large Group", 4), 1);
        var same = ask(centre.staff(), session, "first", visitor("First Guest", 2), 2);
        var stranger = ask(elsewhere, session, "strange", visitor("Stray Guest", 1), 3);
        var withoutHold = ask(
                centre.staff(),
                session,
                "hold",
                visitor("Held Guest", 1)
                        .replace("\"places\"", "\"holdId\":\"%s\",\"places\"".formatted(UUID.randomUUID())),
                4);
        var last = ask(centre.staff(), session, "last", visitor("Last Guest", 3), 5);
        var sameAgain = ask(centre.staff(), session, "last", visitor("Last Guest", 3), 6);
        var otherBody = ask(centre.staff(), session, "last", visitor("Last Guest", 2), 7);
        var late = ask(centre.staff(), session, "late", visitor("Late Guest", 1), 8);
        other.rollback();

        var booked = first.join().statusCode(201).asString();
        refused(tooMany, 409, "sold-out").body("placesLeft", equalTo(3));
        assertEquals(booked, same.join().statusCode(201).asString());
        refused(stranger, 403, "not-yours");
        refused(withoutHold, 409, "no-such-hold");
        assertEquals(
                last.join().statusCode(201).asString(),
                sameAgain.join().statusCode(201).asString());
        refused(otherBody, 422, "idempotency-key-reused");
        refused(late, 409, "sold-out").body("placesLeft", equalTo(0));
        assertEquals(2, count("select 1 from booking where opportunity_id = '" + session + "'"));
    }

    /** Fails when the condition on places in the function admission is loosened: the constraint of the table alone answers with an error. */
    @Test
    void refusesWhoeverNoLongerFitsInTheSameRound() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 5);
        lock(session);
        var first = ask(centre.staff(), session, "1", visitor("Guest One", 2), 0);
        var second = ask(centre.staff(), session, "2", visitor("Guest Two", 2), 1);
        var third = ask(centre.staff(), session, "3", visitor("Guest Three", 2), 2);
        var fourth = ask(centre.staff(), session, "4", visitor("Guest Four", 1), 3);
        other.rollback();

        first.join().statusCode(201);
        second.join().statusCode(201);
        refused(third, 409, "sold-out")
                .body("placesLeft", equalTo(1))
                .body("detail", equalTo("Only 1 places are left, and 2 are needed, all or none."));
        fourth.join().statusCode(201);
        given().get("/v1/sessions/{id}", session).body("placesLeft", equalTo(0));
    }

    @Test
    void whoCannotBeBookedHarmsNobodyInTheSameRound() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 10);
        book(centre.staff(), session, "before", visitor("Li Na", 1)).statusCode(201);
        lock(session);
        var first = ask(centre.staff(), session, "1", visitor("Guest One", 1), 0);
        var second = ask(centre.staff(), session, "2", visitor("Guest Two", 1), 1);
        var twice = ask(centre.staff(), session, "3", visitor("Li Na", 1), 2);
        var third = ask(centre.staff(), session, "4", visitor("Guest Three", 1), 3);
        other.rollback();

        first.join().statusCode(201);
        second.join().statusCode(201);
        refused(twice, 409, "already-booked");
        third.join().statusCode(201);
        given().get("/v1/sessions/{id}", session).body("placesLeft", equalTo(6));
    }

    @Test
    void refusesWhoeverStandsInLineForNothingAndGivesAnOldKeyItsOldAnswer() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 2);
        var booked = book(centre.staff(), session, "old", visitor("Early Guest", 2))
                .statusCode(201)
                .asString();
        // a booking with a hold locks the places even when there are none
        lock(session);
        var first = ask(
                centre.staff(),
                session,
                "hold",
                visitor("Held Guest", 1)
                        .replace("\"places\"", "\"holdId\":\"%s\",\"places\"".formatted(UUID.randomUUID())),
                0);
        var second = ask(centre.staff(), session, "new", visitor("Late Guest", 1), 1);
        var again = ask(centre.staff(), session, "old", visitor("Early Guest", 2), 2);
        other.rollback();

        refused(first, 409, "no-such-hold");
        refused(second, 409, "sold-out").body("placesLeft", equalTo(0));
        assertEquals(booked, again.join().statusCode(201).asString());
        assertEquals(0, count("select 1 from visitor where name = 'Late Guest' and centre_id = '" + centre.id() + "'"));
    }

    private void lock(String session) throws SQLException {
        try (var statement = other.createStatement()) {
            statement.execute("select 1 from places where opportunity_id = '" + session + "' for update");
        }
    }

    private static TestResponse refused(CompletableFuture<TestResponse> answer, int status, String code) {
        return answer.join().statusCode(status).body("type", equalTo("/problems/" + code));
    }

    /** Somebody who asks; the first is at work when this returns, everybody else stands in line. */
    private CompletableFuture<TestResponse> ask(String token, String session, String key, String body, int nth) {
        var answer = CompletableFuture.supplyAsync(
                () -> given().bearer(token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", key)
                        .header("traceparent", TRACE.formatted(nth + 1))
                        .body(body)
                        .post("/v1/sessions/{id}/bookings", session),
                people);
        if (nth == 0) {
            Eventually.isTrue(
                    "the first waits for the lock",
                    () -> count("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like"
                                    + " '%book_together%'")
                            == 1);
        } else {
            Eventually.isTrue(
                    nth + " stand in line",
                    () -> desk.waiting(new Wanted.What(Opportunity.Kind.SESSION, UUID.fromString(session))) == nth);
        }
        return answer;
    }

    /** Under how many different traces it was told what is left of the session. */
    private static long traces(String session) {
        return KafkaTopics.underTest().read("event.availability").stream()
                .filter(message -> message.key().equals(session))
                .map(message -> message.headers().lastHeader("traceparent"))
                .filter(header -> header != null
                        && new String(header.value(), java.nio.charset.StandardCharsets.US_ASCII)
                                .startsWith("00-0000000000000000000000000000000"))
                .map(header -> new String(header.value(), java.nio.charset.StandardCharsets.US_ASCII))
                .distinct()
                .count();
    }
}
