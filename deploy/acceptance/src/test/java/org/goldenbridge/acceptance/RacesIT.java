package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveBooking;
import org.goldenbridge.acceptance.naive.NaiveClaims;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at once, at two instances; and the same races against copies of the paths that were made without care. */
@ExtendWith(OnStage.class)
@Order(2)
class RacesIT {
    private static final int ROUNDS = Matrix.size(10, 50);
    private static final int CLIENTS = 200;

    private final Stage stage;
    private final Desk desk;

    RacesIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void ofTwoClerksWhoWantOneHallExactlyOneGetsIt() {
        var hall = desk.room("Hall that two want", 30);
        var workshop = desk.workshop("Wanted twice");
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var draft = Desk.sessionDraft(workshop, hall, 40 + round, 12);
                var one = stage.signedIn(MANAGER, 0).postAtOnce("/v1/sessions", draft);
                var other = stage.signedIn(STAFF, 1).postAtOnce("/v1/sessions", draft);
                var statuses = List.of(one.join().status(), other.join().status()).stream()
                        .sorted()
                        .toList();
                assertEquals(
                        List.of(201, 409),
                        statuses,
                        () -> one.join().text() + other.join().text());
                for (var answer : List.of(one.join(), other.join())) {
                    if (answer.status() == 201) {
                        desk.acknowledge(answer);
                    } else {
                        assertEquals("/problems/space-taken", answer.problem());
                    }
                }
            }
            witness.allHolds();
        }
    }

    @Test
    void withoutLocksAndConstraintBothClerksGetTheHall() {
        var both = new NaiveClaims(stage.database()).race(500);

        assertTrue(both > 0, "The race is too tame to show anything");
    }

    @Test
    void ofTwoHundredClientsForTheLastTenPlacesExactlyTenAreBooked() {
        var session = desk.session("Nauryz concert", 30);
        desk.book(session, "Friends of the centre", 20);
        try (var witness = new Witness(desk)) {
            var asking = new ArrayList<CompletableFuture<Reply>>();
            for (var client = 0; client < CLIENTS; client++) {
                asking.add(stage.signedIn(STAFF, client % 2)
                        .postAtOnce(
                                Desk.bookingsOf(session),
                                Desk.bookingDraft("Guest number " + client, 1),
                                "Idempotency-Key",
                                UUID.randomUUID().toString()));
            }
            var answers = asking.stream().map(CompletableFuture::join).toList();

            var booked =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            booked.forEach(desk::acknowledge);
            assertEquals(10, booked.size());
            assertEquals(
                    CLIENTS - 10,
                    answers.stream()
                            .filter(answer ->
                                    answer.status() == 409 && answer.problem().equals("/problems/sold-out"))
                            .count(),
                    () -> answers.stream().map(Reply::status).toList().toString());
            witness.allHolds();
        }
        var left = stage.anyone().get("/v1/sessions/" + session).body();
        assertEquals(0, left.get("placesLeft").intValue());
        assertEquals("none", left.get("places").textValue());
    }

    @Test
    void countingAndThenInsertingOversells() {
        var booked = new NaiveBooking(stage.database()).race(CLIENTS, 40, 10);

        assertTrue(booked > 10, () -> "The race is too tame to show anything: " + booked + " were booked");
    }
}
