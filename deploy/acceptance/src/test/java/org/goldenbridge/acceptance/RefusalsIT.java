package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveRefusals;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A place that was given back is there for whoever asks next, at whichever instance, however many are refused meanwhile. */
@ExtendWith(OnStage.class)
@Order(2)
class RefusalsIT {
    private static final int ROUNDS = Matrix.size(30, 120);
    private static final int CROWD = 8;

    private final Stage stage;
    private final Desk desk;

    RefusalsIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void nobodyIsRefusedAPlaceThatWasGivenBackAndAcknowledged() {
        var session = desk.session("Sold out, but for one", 10);
        desk.book(session, "Friends of the centre", 9);
        var over = new AtomicBoolean();
        var refused = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(CROWD);
        try (var witness = new Witness(desk)) {
            var crowd = new ArrayList<CompletableFuture<Void>>();
            for (var one = 0; one < CROWD; one++) {
                var instance = one % 2;
                crowd.add(CompletableFuture.runAsync(() -> wantTooMany(session, instance, over, refused), threads));
            }
            try {
                var booking = desk.book(session, "First of one", 1).id();
                for (var round = 0; round < ROUNDS; round++) {
                    var here = round % 2;
                    stage.signedIn(STAFF, here)
                            .post("/v1/bookings/" + booking + "/cancellation", Map.of())
                            .expect(200);

                    var next = Desk.book(stage.signedIn(STAFF, 1 - here), session, "Next of one " + round, 1, key());

                    booking = desk.acknowledge(next).id();
                }
            } finally {
                over.set(true);
                crowd.forEach(CompletableFuture::join);
            }
            assertTrue(refused.get() > ROUNDS, () -> "The crowd was too small to show anything: " + refused);
            witness.allHolds();
        } finally {
            threads.shutdownNow();
        }
    }

    /** More than can ever be free, so each of them is refused, and rests on a look at the places. */
    private void wantTooMany(UUID session, int instance, AtomicBoolean over, AtomicInteger refused) {
        while (!over.get()) {
            var answer = Desk.book(stage.signedIn(STAFF, instance), session, "Group of five", 5, key());
            assertEquals("/problems/sold-out", answer.problem(), answer::text);
            refused.incrementAndGet();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void anInstanceThatRemembersItsRefusalsWouldRefuseWhatIsThere() {
        var refused = new NaiveRefusals(stage.database()).race(1_200);

        assertTrue(refused > 0, "The race is too tame to show anything");
    }
}
