package org.goldenbridge.acceptance.fault;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The database commits a booking, and the word of it is lost on the way back: the service cannot know. Who repeats the request
 * with its key is booked exactly once.
 */
@ExtendWith(OnStage.class)
@Order(5)
class CutCommitIT {
    private static final int ROUNDS = Matrix.size(2, 10);

    private final Stage stage;
    private final Desk desk;

    CutCommitIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void aBookingWhoseCommitIsNotHeardOfIsThereOnceWhenItIsRepeated() {
        var session = desk.session("Where the line is cut", 20);
        var line = stage.lineToDatabase();
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var guest = "Cut off guest " + round;
                var key = UUID.randomUUID().toString();
                line.loseTheReplyTo(binary(session));

                var unheard = Desk.book(stage.signedIn(STAFF, 1), session, guest, 2, key);

                assertTrue(line.hasCut(), "the line was cut");
                assertEquals(503, unheard.status(), unheard.text());
                assertTrue(!unheard.header("Retry-After").isEmpty(), unheard.text());
                assertEquals(round + 1, bookings(session), "the database has committed what nobody heard of");
                var again = desk.acknowledge(Desk.book(stage.signedIn(STAFF, round % 2), session, guest, 2, key));
                assertEquals(2, again.body().get("places").intValue());
                assertEquals(round + 1, bookings(session), "it is there once");
            }
            witness.allHolds();
        }
        assertEquals(
                20 - 2 * ROUNDS,
                stage.anyone()
                        .get("/v1/sessions/" + session)
                        .body()
                        .get("placesLeft")
                        .intValue());
    }

    private long bookings(UUID session) {
        return stage.database()
                .number(
                        "select count(*) from event.booking where status = 'confirmed' and opportunity_id = ?::uuid",
                        session.toString());
    }

    /** As the driver sends it. */
    private static byte[] binary(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
