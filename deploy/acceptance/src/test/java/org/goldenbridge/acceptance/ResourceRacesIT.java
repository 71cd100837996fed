package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.invariants.ClaimsInvariants;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveClaims;
import org.goldenbridge.acceptance.naive.NaiveStock;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many want the same instruments and the same teachers at once, at two instances; and the same done without care. */
@ExtendWith(OnStage.class)
@Order(2)
class ResourceRacesIT {
    private static final int ROUNDS = Matrix.size(4, 30);
    private static final int CLIENTS = 30;
    private static final int STOCK = 12;
    private static final int LEFT = 4;

    private final Stage stage;
    private final Desk desk;
    private final ClaimsInvariants claims;

    ResourceRacesIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        claims = new ClaimsInvariants(stage.database());
    }

    @Test
    void ofManySessionsThatWantTheLastInstrumentsAsManyGetOneAsThereAre() {
        var dombras = desk.stock("Dombras for the last of which many ask", STOCK);
        var workshop = desk.workshop("Played together");
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var day = 40 + round;
                desk.acknowledge(stage.signedIn(MANAGER)
                        .post("/v1/sessions", atAVenue(workshop, day, 10, 12, dombras, STOCK - LEFT)));
                var planned = planned(client -> atAVenue(workshop, day, 9 + client % 3, 12, dombras, 1));
                assertEquals(LEFT, planned, "round " + round);
            }
            assertEquals(STOCK, claims.peak(dombras.toString()));
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void howeverManyAreWantedAndWheneverNoMoreArePromisedThanThereAre() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ResourceRacesIT wants instruments with seed " + seed);
        var random = new Random(seed);
        var dombras = desk.stock("Dombras that are wanted all day", STOCK);
        var workshop = desk.workshop("Played all day");
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var day = 40 + round;
                var wanted = IntStream.range(0, CLIENTS)
                        .mapToObj(client -> {
                            var from = 8 + random.nextInt(8);
                            var to = from + 1 + random.nextInt(5);
                            return atAVenue(workshop, day, from, to, dombras, 1 + random.nextInt(6));
                        })
                        .toList();
                var planned = planned(wanted::get);
                assertTrue(planned > 0 && planned < CLIENTS, "seed " + seed + ", planned " + planned);
            }
            var peak = claims.peak(dombras.toString());
            assertTrue(peak > STOCK / 2 && peak <= STOCK, "seed " + seed + ", peak " + peak);
            claims.hold("seed " + seed);
            witness.allHolds();
        }
    }

    /** No race: flags come and go with facts of another service, and the topics have to tell of each. */
    @Test
    void aSessionThatIsShortOfInstrumentsIsToldAndToldAgainWhenAnotherGivesBack() {
        var dombras = desk.stock("Dombras of which some break", STOCK);
        var workshop = desk.workshop("Short of dombras");
        var manager = stage.signedIn(MANAGER);
        try (var witness = new Witness(desk)) {
            var drafted = atAVenue(workshop, 40, 10, 12, dombras, STOCK / 2);
            var first = desk.acknowledge(manager.post("/v1/sessions", drafted)).id();
            var second = desk.acknowledge(manager.post("/v1/sessions", drafted)).id();
            var path = "/v1/equipment/" + dombras;
            var stock = manager.get(path).expect(200);
            manager.put(
                            path,
                            Map.of(
                                    "centreId",
                                    "beijing",
                                    "code",
                                    stock.body().get("code").textValue(),
                                    "name",
                                    Map.of("en", "Dombras of which some break"),
                                    "quantity",
                                    STOCK - 1),
                            stock.etag())
                    .expect(200);
            var flagged = "/v1/sessions/" + second;
            Eventually.within(
                    Duration.ofSeconds(20),
                    "the second is short of a dombra",
                    () -> stage.anyone().get(flagged).body().path("clashing").asBoolean());
            manager.send(
                            "POST",
                            "/v1/sessions/" + first + "/cancellation",
                            Map.of(),
                            "If-Match",
                            stage.anyone().get("/v1/sessions/" + first).etag())
                    .expect(200);
            assertFalse(stage.anyone().get(flagged).body().path("clashing").asBoolean());
            claims.hold("after one gave back");
            witness.allHolds();
        }
    }

    @Test
    void withoutALockMoreInstrumentsArePromisedThanThereAre() {
        var promised = new NaiveStock(stage.database()).race(40, CLIENTS / 2, LEFT);

        assertTrue(promised > LEFT, () -> "The race is too tame to show anything: " + promised + " were promised");
    }

    @Test
    void ofTwoClerksWhoWantOneTeacherInTwoRoomsExactlyOneGetsThem() {
        var rooms = List.of(desk.room("First room of a teacher", 10), desk.room("Second room of a teacher", 10));
        var teacher = desk.teacher("Aigul Sarsenova");
        var workshop = desk.workshop("Taught twice");
        var wins = new int[2];
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < 2 * ROUNDS; round++) {
                var day = 40 + round;
                var one = stage.signedIn(MANAGER, 0)
                        .postAtOnce("/v1/sessions", taught(workshop, rooms.get(0), day, 10, teacher));
                var other = stage.signedIn(STAFF, 1)
                        .postAtOnce("/v1/sessions", taught(workshop, rooms.get(1), day, 11, teacher));
                var answers = List.of(one.join(), other.join());
                assertEquals(1, counted(answers, "/problems/teacher-taken"), "round " + round);
                wins[answers.get(0).status() == 201 ? 0 : 1]++;
            }
            System.out.println("ResourceRacesIT: the teacher went " + wins[0] + " and " + wins[1] + " times");
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void withoutLocksAndConstraintATeacherStandsInTwoRooms() {
        var both = new NaiveClaims(stage.database()).raceForTeacher(200);

        assertTrue(both > 0, "The race is too tame to show anything");
    }

    /** Plans all at once, one half at each instance; how many were, when all others were told that too little is free. */
    private int planned(IntFunction<Map<String, Object>> draft) {
        var asking = IntStream.range(0, CLIENTS)
                .mapToObj(client -> stage.signedIn(STAFF, client % 2).postAtOnce("/v1/sessions", draft.apply(client)))
                .toList();
        return counted(asking.stream().map(answer -> answer.join()).toList(), "/problems/equipment-taken");
    }

    /** How many were acknowledged, when all others were refused for that reason. */
    private int counted(List<Reply> answers, String refusal) {
        var planned = answers.stream().filter(answer -> answer.status() == 201).toList();
        planned.forEach(desk::acknowledge);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertEquals(refusal, answer.expect(409).problem()));
        return planned.size();
    }

    private static Map<String, Object> taught(UUID workshop, UUID room, int day, int hour, UUID teacher) {
        var draft = new HashMap<>(Desk.sessionDraft(workshop, room, day, hour));
        draft.put("teacherIds", List.of(teacher.toString()));
        return draft;
    }

    /** Where only the instruments can be wanted twice. */
    private static Map<String, Object> atAVenue(UUID workshop, int day, int from, int to, UUID stock, int quantity) {
        return Map.of(
                "eventId", workshop.toString(),
                "startsAt", Desk.at(day, from),
                "endsAt", Desk.at(day, to),
                "capacity", 20,
                "equipment", List.of(Map.of("equipmentId", stock.toString(), "quantity", quantity)),
                "venue",
                        Map.of(
                                "name",
                                Map.of("en", "Park"),
                                "city",
                                Map.of("en", "Beijing"),
                                "country",
                                "CN",
                                "zone",
                                "Asia/Shanghai"));
    }
}
