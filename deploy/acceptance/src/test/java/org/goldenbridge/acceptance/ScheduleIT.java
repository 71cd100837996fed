package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The prepared answers of two instances: as old as they may be, and never older than what their reader has written. */
@ExtendWith(OnStage.class)
@Order(2)
class ScheduleIT {
    private static final int TIMES = 40;

    private final Stage stage;
    private final Desk desk;

    ScheduleIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    private Client reader(int instance) {
        return new Client(stage.instance(instance), "");
    }

    /** What stands in front of the last place of the session, and asks what is left of it at that instance. */
    private String placesLeft(UUID session, int instance, String more) {
        var event = stage.anyone()
                .get("/v1/sessions/" + session)
                .expect(200)
                .body()
                .at("/event/id")
                .asText();
        return reader(instance)
                .get("/v1/schedule?fields=places&event=" + event + more)
                .expect(200)
                .body()
                .at("/items/0/places")
                .asText();
    }

    /** Takes the only place and gives it back, by turns; tells how often the other instance did not know of it. */
    private int staleReads(boolean sayingWhatWasWritten) {
        var session = desk.session("The only place", 1);
        var stale = 0;
        for (var turn = 0; turn < TIMES; turn++) {
            placesLeft(session, 1, ""); // from here on it is prepared
            Reply booked = Desk.book(
                    stage.signedIn(STAFF, 0),
                    session,
                    "Guest " + turn,
                    1,
                    UUID.randomUUID().toString());
            desk.acknowledge(booked);
            stale += placesLeft(session, 1, sayingWhatWasWritten ? since(booked) : "")
                            .equals("none")
                    ? 0
                    : 1;
            var cancelled = stage.signedIn(STAFF, 0)
                    .post("/v1/bookings/" + booked.id() + "/cancellation", Map.of())
                    .expect(200);
            stale += placesLeft(session, 1, sayingWhatWasWritten ? since(cancelled) : "")
                            .equals("plenty")
                    ? 0
                    : 1;
        }
        return stale;
    }

    private static String since(Reply written) {
        return "&changeNumber=" + written.header("Change-Number");
    }

    @Test
    void isNeverStaleAtTheOtherInstanceToWhoSaysWhatTheyWrote() {
        assertEquals(0, staleReads(true));
    }

    @Test
    void withoutSayingItWouldBeStaleNowAndThen() {
        assertTrue(staleReads(false) > 0, "The other instance knew at once, every time: the test above shows nothing");
    }

    @Test
    void isKnownAtTheOtherInstanceWithinASecond() {
        var session = desk.session("Known to all", 1);
        assertEquals("plenty", placesLeft(session, 1, ""));
        desk.book(session, "The only guest", 1);
        Eventually.within(
                Duration.ofSeconds(1),
                "the other instance shows it",
                () -> placesLeft(session, 1, "").equals("none"));
    }
}
