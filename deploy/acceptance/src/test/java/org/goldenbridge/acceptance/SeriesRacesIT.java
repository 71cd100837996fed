package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.acceptance.invariants.ClaimsInvariants;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveSeries;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Series that are moved at once, at two instances: each moves whole or not at all; and lesson by lesson, which tears them. */
@ExtendWith(OnStage.class)
@Order(2)
class SeriesRacesIT {
    private static final int ROUNDS = 10;
    private static final int LESSONS = 12;
    private static final int SINGLES = 4;

    private final Stage stage;
    private final Desk desk;
    private final ClaimsInvariants claims;

    SeriesRacesIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        claims = new ClaimsInvariants(stage.database());
    }

    @Test
    void ofTwoSeriesThatAreMovedToOneRoomAndTimeExactlyOneMoves() {
        var rooms = List.of(desk.room("Of the first series", 10), desk.room("Of the second series", 10));
        var hall = desk.room("Where two series want to be", 10);
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var day = 40 + round * LESSONS;
                var series = List.of(plan(rooms.get(0), day, 9), plan(rooms.get(1), day, 14));
                desk.book(lesson(series.get(0), 3), "Comes on the third day", 1);
                desk.book(lesson(series.get(1), 3), "Comes on the third day", 1);
                var before = series.stream().map(this::standing).toList();
                var one = move(series.get(0), MANAGER, 0, hall);
                var other = move(series.get(1), STAFF, 1, hall);
                var moved = one.join().status() == 200 ? 0 : 1;
                List.of(one, other).get(moved).join().expect(200);
                var refused = List.of(one, other).get(1 - moved).join().expect(409);
                assertEquals("/problems/space-taken", refused.problem());
                assertMoved(series.get(moved), hall);
                assertEquals(before.get(1 - moved), standing(series.get(1 - moved)), "round " + round);
                assertEquals(0, told(series.get(1 - moved)));
                assertEquals(1, told(series.get(moved)));
            }
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void aSeriesAndSingleSessionsThatWantItsNewTimesNeverBothGetThem() {
        var room = desk.room("Of a series", 10);
        var hall = desk.room("Where a series and single sessions want to be", 10);
        var workshop = desk.workshop("Once only");
        var moves = 0;
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < 2 * ROUNDS; round++) {
                var day = 40 + round * LESSONS;
                var series = plan(room, day, 9);
                var before = standing(series);
                var moving = move(series, MANAGER, round % 2, hall);
                var planning = new ArrayList<CompletableFuture<Reply>>();
                for (var single = 0; single < SINGLES; single++) {
                    // Whoever looks often before they plan leaves the series a start: both have to win sometimes.
                    planning.add(planAfterLooking(
                            round % 4, single % 2, Desk.sessionDraft(workshop, hall, day + 1 + 3 * single, 17)));
                }
                var moved = moving.join().status() == 200;
                for (var answer : planning) {
                    if (moved) {
                        assertEquals(
                                "/problems/space-taken",
                                answer.join().expect(409).problem());
                    } else {
                        desk.acknowledge(answer.join());
                    }
                }
                if (moved) {
                    assertMoved(series, hall);
                    moves++;
                } else {
                    assertEquals(
                            "/problems/space-taken", moving.join().expect(409).problem());
                    assertEquals(before, standing(series), "round " + round);
                }
            }
            System.out.println("SeriesRacesIT: the series won " + moves + " of " + 2 * ROUNDS + " rounds");
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void ofTwoManagersWhoMoveOneSeriesOneIsToldThatItHasChanged() {
        var room = desk.room("Of a series that two move", 10);
        var halls = List.of(desk.room("Where the one moves it", 10), desk.room("Where the other moves it", 10));
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var series = plan(room, 40 + round * LESSONS, 9);
                var one = move(series, MANAGER, 0, halls.get(0));
                var other = move(series, STAFF, 1, halls.get(1));
                var moved = one.join().status() == 200 ? 0 : 1;
                List.of(one, other).get(moved).join().expect(200);
                List.of(one, other).get(1 - moved).join().expect(412);
                assertMoved(series, halls.get(moved));
            }
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void aLessonThatIsMovedByItselfWhileItsSeriesMovesIsNeverInBothPlaces() {
        var room = desk.room("Of a series and a lesson", 10);
        var hall = desk.room("Where the series moves", 10);
        var studio = desk.room("Where the lesson moves", 10);
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var day = 40 + round * LESSONS;
                var series = plan(room, day, 9);
                var lesson = lesson(series, 5);
                var path = "/v1/sessions/" + lesson;
                var tag = stage.anyone().get(path).etag();
                var moving = move(series, MANAGER, round % 2, hall);
                var alone = stage.signedIn(STAFF, (round + 1) % 2)
                        .postAtOnce(
                                path + "/moves",
                                Map.of(
                                        "startsAt",
                                        Desk.at(day + 5, 12),
                                        "endsAt",
                                        Desk.at(day + 5, 13),
                                        "spaceId",
                                        studio.toString()),
                                "If-Match",
                                tag);
                moving.join().expect(200);
                // It went its own way before the series moved, or it has gone with the series.
                var own = alone.join().status() == 200;
                assertEquals(
                        own ? 200 : 412,
                        alone.join().status(),
                        () -> alone.join().text());
                assertEquals(own ? LESSONS - 1 : LESSONS, in(hall, series), "round " + round);
                assertEquals(own ? 1 : 0, in(studio, series), "round " + round);
            }
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void lessonByLessonTwoSeriesTearEachOther() {
        var torn = new NaiveSeries(stage.database()).race(2 * ROUNDS, LESSONS);

        assertTrue(torn > 0, "The race is too tame to show anything");
    }

    /** A series of lessons of two hours on as many days, from that day on. */
    private UUID plan(UUID room, int day, int hour) {
        return UUID.fromString(stage.signedIn(MANAGER)
                .post(
                        "/v1/series",
                        Map.of(
                                "eventId",
                                desk.workshop("Twelve lessons").toString(),
                                "spaceId",
                                room.toString(),
                                "startsOn",
                                Desk.at(day, hour),
                                "duration",
                                "PT2H",
                                "rule",
                                "FREQ=DAILY;COUNT=" + LESSONS))
                .expect(201)
                .id());
    }

    /** Wants all lessons of a series in another room, in the evening. */
    private CompletableFuture<Reply> move(UUID series, String account, int instance, UUID room) {
        var path = "/v1/series/" + series;
        return stage.signedIn(account, instance)
                .postAtOnce(
                        path + "/changes",
                        Map.of("scope", "all", "time", "18:00", "spaceId", room.toString()),
                        "If-Match",
                        stage.anyone().get(path).etag());
    }

    private CompletableFuture<Reply> planAfterLooking(int looks, int instance, Map<String, Object> draft) {
        var clerk = stage.signedIn(STAFF, instance);
        return looks == 0
                ? clerk.postAtOnce("/v1/sessions", draft)
                : clerk.postAtOnce("/v1/session-checks", draft)
                        .thenCompose(answer -> planAfterLooking(looks - 1, instance, draft));
    }

    private UUID lesson(UUID series, int nth) {
        return (UUID) standing(series).get(nth).get("id");
    }

    /** Everything that a move would change of its lessons. */
    private List<Map<String, Object>> standing(UUID series) {
        return stage.database().rows("""
                select s.id, s.version, s.starts_at, s.ends_at, s.space_id, array_agg(c.during)::text as claimed
                from event.session s join event.space_claim c on c.session_id = s.id
                where s.series_id = ? group by s.id order by s.series_start""", series);
    }

    /** All its lessons are in that room, in the evening. */
    private void assertMoved(UUID series, UUID room) {
        assertEquals(LESSONS, in(room, series));
        assertEquals(
                LESSONS,
                stage.database()
                        .number(
                                "select count(*) from event.session where series_id = ? and status = 'scheduled'"
                                        + " and (starts_at at time zone 'Asia/Shanghai')::time = '18:00'"
                                        + " and starts_at at time zone 'Asia/Shanghai' = series_start",
                                series));
    }

    private long in(UUID room, UUID series) {
        return stage.database()
                .number(
                        "select count(*) from event.session where series_id = ? and space_id = ? and status = 'scheduled'",
                        series,
                        room);
    }

    /** How many people have been told that a lesson of the series is moved. */
    private long told(UUID series) {
        return stage.database()
                .number(
                        "select count(*) from event.notice n join event.session s on s.id = n.opportunity_id"
                                + " where s.series_id = ? and n.kind = 'session-moved'",
                        series);
    }
}
