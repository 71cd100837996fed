package org.goldenbridge.acceptance.fault;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The evening comes, and the next morning. */
@ExtendWith(OnStage.class)
@Order(Integer.MAX_VALUE)
class RestartIT {
    private final Stage stage;
    private final Desk desk;

    RestartIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void whatWasPlannedAndBookedIsThereAfterEverythingWasStoppedAndStarted() {
        var session = desk.session("Tomorrow as well", 10);
        var key = UUID.randomUUID().toString();
        var booked = desk.acknowledge(Desk.book(stage.signedIn(STAFF), session, "Early Bird", 3, key));
        var before = stage.anyone().get("/v1/sessions/" + session).expect(200);

        stage.restart();

        var after = stage.anyone().get("/v1/sessions/" + session).expect(200);
        assertEquals(before.body(), after.body());
        assertEquals(before.etag(), after.etag());
        assertEquals(
                booked.body(),
                stage.signedIn(STAFF)
                        .get("/v1/bookings/" + booked.id())
                        .expect(200)
                        .body());
        assertEquals(
                booked.body(),
                Desk.book(stage.signedIn(STAFF), session, "Early Bird", 3, key).body());
        try (var witness = new Witness(desk)) {
            witness.allHolds();
        }
    }
}
