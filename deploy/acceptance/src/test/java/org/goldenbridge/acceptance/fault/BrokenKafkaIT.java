package org.goldenbridge.acceptance.fault;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.UUID;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka dies in the middle of the work. */
@ExtendWith(OnStage.class)
@Order(3)
class BrokenKafkaIT {
    private final Stage stage;
    private final Desk desk;

    BrokenKafkaIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @AfterEach
    void heal() {
        stage.heal();
    }

    @Test
    void bookingsGoOnWithoutKafkaAndNothingIsMissingOrDoubledWhenItIsBack() {
        var session = desk.session("Evening without Kafka", 100);
        try (var witness = new Witness(desk)) {
            book(session, "Before", 10);
            stage.network().kafka().kill();
            book(session, "During", 30);
            for (var instance : stage.network().instances(Stage.EVENTS)) {
                assertEquals(
                        200,
                        new Client(instance.address(), "")
                                .get("/q/health/ready")
                                .status(),
                        instance.name() + " stays ready");
            }
            assertEquals(60, placesLeft(session));

            stage.network().kafka().start();
            stage.network().kafka().awaitReady(Duration.ofMinutes(1));
            book(session, "After", 5);

            witness.allHolds(); // the outboxes are empty within 30 s
        }
        assertEquals(55, placesLeft(session));
    }

    private void book(UUID session, String visitor, int times) {
        for (var turn = 0; turn < times; turn++) {
            desk.acknowledge(Desk.book(
                    stage.signedIn(STAFF, turn % 2),
                    session,
                    visitor + " " + turn,
                    1,
                    UUID.randomUUID().toString()));
        }
    }

    private int placesLeft(UUID session) {
        return stage.anyone()
                .get("/v1/sessions/" + session)
                .expect(200)
                .body()
                .get("placesLeft")
                .intValue();
    }
}
