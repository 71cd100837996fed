package org.goldenbridge.acceptance.fault;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.kill.KillPoint;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.Exhaustive;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * event-service dies at each of its kill points, as if somebody pulled the plug there. The client repeats what it asked
 * for at the other instance, and everything holds.
 */
@ExtendWith(OnStage.class)
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledEventServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;
    private final Desk desk;
    private final Map<KillPoint, UUID> rooms = new EnumMap<>(KillPoint.class);

    /** The rooms are there before anything dies: Kafka gives the copies of a dead instance to the other after a while. */
    KilledEventServiceIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        for (var point : KillPoint.values()) {
            rooms.put(point, desk.room("Where it dies " + point, 10));
        }
    }

    private Map<String, Object> draft(KillPoint point, String title) {
        return Desk.sessionDraft(desk.workshop(title), rooms.get(point), 25, 10);
    }

    private UUID session(KillPoint point) {
        var planned = stage.signedIn(MANAGER).post("/v1/sessions", draft(point, "Where it dies " + point));
        return UUID.fromString(desk.acknowledge(planned).id());
    }

    @AfterEach
    void heal() {
        stage.heal();
    }

    @Test
    @Exhaustive
    void killedBeforeTheCommitOfASessionNothingIsThereAndItCanBePlannedAgain() {
        var draft = draft(KillPoint.BEFORE_COMMIT, "Not yet");
        try (var witness = new Witness(desk)) {
            stage.killSwitch().arm(KillPoint.BEFORE_COMMIT);
            assertThrows(
                    UncheckedIOException.class, () -> stage.signedIn(MANAGER, 0).post("/v1/sessions", draft));
            oneIsDead(KillPoint.BEFORE_COMMIT);

            var again = stage.signedIn(MANAGER, 1).post("/v1/sessions", draft);

            desk.acknowledge(again);
            stage.heal();
            witness.allHolds();
        }
    }

    @Test
    void killedAfterTheCommitOfASessionItIsThereOnceAndIsTold() {
        var draft = draft(KillPoint.AFTER_COMMIT, "Already");
        try (var witness = new Witness(desk)) {
            stage.killSwitch().arm(KillPoint.AFTER_COMMIT);
            assertThrows(
                    UncheckedIOException.class, () -> stage.signedIn(MANAGER, 0).post("/v1/sessions", draft));
            oneIsDead(KillPoint.AFTER_COMMIT);

            // Who asks again learns from the clash that the first time went through.
            var again = stage.signedIn(MANAGER, 1).post("/v1/sessions", draft).expect(409);

            assertEquals("Already", again.body().at("/clashes/0/title/en").textValue());
            stage.heal();
            witness.allHolds();
        }
    }

    static Stream<KillPoint> aroundABooking() {
        return first(KillPoint.AFTER_BOOKING, KillPoint.BEFORE_BOOKING);
    }

    static Stream<KillPoint> whileItTells() {
        return first(KillPoint.AFTER_SENDING, KillPoint.AFTER_NUMBERING);
    }

    /** The first of the points, and in the profile {@code exhaustive} all of them: each costs a start of the service. */
    private static Stream<KillPoint> first(KillPoint... points) {
        return Stream.of(points).limit(Matrix.size(1, points.length));
    }

    @ParameterizedTest
    @MethodSource("aroundABooking")
    void killedAroundABookingTheSameKeyBooksExactlyOnce(KillPoint point) {
        var session = session(point);
        var key = UUID.randomUUID().toString();
        try (var witness = new Witness(desk)) {
            stage.killSwitch().arm(point);
            assertThrows(
                    UncheckedIOException.class,
                    () -> Desk.book(stage.signedIn(STAFF, 0), session, "Steadfast Guest", 2, key));
            oneIsDead(point);

            var again = desk.acknowledge(Desk.book(stage.signedIn(STAFF, 1), session, "Steadfast Guest", 2, key));

            stage.heal();
            var oncemore = Desk.book(stage.signedIn(STAFF, 0), session, "Steadfast Guest", 2, key);
            assertEquals(again.body(), oncemore.body());
            assertEquals(1, bookingsOf(session));
            witness.allHolds();
        }
    }

    @ParameterizedTest
    @MethodSource("whileItTells")
    void killedWhileItTellsTheOtherInstanceTellsAllOfIt(KillPoint point) {
        var session = session(point);
        try (var witness = new Witness(desk)) {
            // Either instance may lead; the one that does dies, and may take the answer with it.
            stage.killSwitch().arm(point);
            var key = UUID.randomUUID().toString();
            try {
                desk.acknowledge(Desk.book(stage.signedIn(STAFF, 0), session, "Told Guest", 2, key));
            } catch (UncheckedIOException e) {
                // The client does not know what became of it, and repeats it below.
            }
            oneIsDead(point);
            var alive = stage.network().service(Stage.EVENTS, 0).isRunning() ? 0 : 1;

            desk.acknowledge(Desk.book(stage.signedIn(STAFF, alive), session, "Told Guest", 2, key));

            stage.heal();
            assertEquals(1, bookingsOf(session));
            witness.allHolds();
        }
    }

    private void oneIsDead(KillPoint point) {
        Eventually.within(
                PATIENCE,
                "an instance dies at " + point,
                () -> !stage.killSwitch().isArmed(point));
        Eventually.within(
                PATIENCE,
                "an instance is gone",
                () -> stage.network().instances(Stage.EVENTS).stream()
                                .filter(instance -> !instance.isRunning())
                                .count()
                        == 1);
    }

    private long bookingsOf(UUID session) {
        return stage.database()
                .number("select count(*) from event.booking where opportunity_id = ?::uuid", session.toString());
    }
}
