package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.CuttingProxy;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.local.ServiceProcess;
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
    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
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
        var instance = stage.network().service(Stage.EVENTS, 1);
        var database = URI.create(stage.network().postgres().jdbcUrl().substring("jdbc:".length()))
                .getPort();
        try (var proxy = new CuttingProxy("127.0.0.1", database);
                var witness = new Witness(desk)) {
            restart(instance, database, proxy.port());
            for (var round = 0; round < ROUNDS; round++) {
                var guest = "Cut off guest " + round;
                var key = UUID.randomUUID().toString();
                proxy.loseTheReplyTo(binary(session));

                var unheard = Desk.book(stage.signedIn(STAFF, 1), session, guest, 2, key);

                assertTrue(proxy.hasCut(), "the line was cut");
                assertEquals(503, unheard.status(), unheard.text());
                assertTrue(!unheard.header("Retry-After").isEmpty(), unheard.text());
                assertEquals(round + 1, bookings(session), "the database has committed what nobody heard of");
                var again = desk.acknowledge(Desk.book(stage.signedIn(STAFF, round % 2), session, guest, 2, key));
                assertEquals(2, again.body().get("places").intValue());
                assertEquals(round + 1, bookings(session), "it is there once");
            }
            restart(instance, database, database);
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

    /** The instance, with its database at another port of this machine. */
    private void restart(ServiceProcess instance, int database, int port) {
        instance.stop();
        instance.withEnvironment(
                URL, stage.network().postgres().jdbcUrl("event").replace(":" + database + "/", ":" + port + "/"));
        instance.start();
        instance.awaitReady(Duration.ofMinutes(2));
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
