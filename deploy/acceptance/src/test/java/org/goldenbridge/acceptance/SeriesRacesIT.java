package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.SeriesAtDesk.LESSONS;
import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.acceptance.invariants.ClaimsInvariants;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveSeries;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Series that are moved at once, at two instances: each moves whole or not at all; and lesson by lesson, which tears them. */
@ExtendWith(OnStage.class)
@Order(2)
class SeriesRacesIT {
    private static final int ROUNDS = Matrix.size(4, 20);
    private static final int SINGLES = 4;

    private final Stage stage;
    private final Desk desk;
    private final SeriesAtDesk all;
    private final ClaimsInvariants claims;

    SeriesRacesIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        all = new SeriesAtDesk(desk);
        claims = new ClaimsInvariants(stage.database());
    }

    @Test
    void ofTwoSeriesThatAreMovedToOneRoomAndTimeExactlyOneMoves() {
        var rooms = List.of(desk.room("Of the first series", 10), desk.room("Of the second series", 10));
        var hall = desk.room("Where two series want to be", 10);
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var day = 40 + round * LESSONS;
                var series = List.of(all.plan(rooms.get(0), day, 9), all.plan(rooms.get(1), day, 14));
                desk.book(all.lesson(series.get(0), 3), "Comes on the third day", 1);
                desk.book(all.lesson(series.get(1), 3), "Comes on the third day", 1);
                var before = series.stream().map(all::standing).toList();
                var tags = series.stream().map(all::tag).toList();
                var one = all.move(series.get(0), tags.get(0), MANAGER, 0, hall);
                var other = all.move(series.get(1), tags.get(1), STAFF, 1, hall);
                var moved = one.join().status() == 200 ? 0 : 1;
                List.of(one, other).get(moved).join().expect(200);
                var refused = List.of(one, other).get(1 - moved).join().expect(409);
                assertEquals("/problems/space-taken", refused.problem());
                all.assertMoved(series.get(moved), hall);
                assertEquals(before.get(1 - moved), all.standing(series.get(1 - moved)), "round " + round);
                assertEquals(0, all.told(series.get(1 - moved)));
                assertEquals(1, all.told(series.get(moved)));
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
                var series = all.plan(room, day, 9);
                var before = all.standing(series);
                var moving = all.move(series, MANAGER, round % 2, hall);
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
                    all.assertMoved(series, hall);
                    moves++;
                } else {
                    assertEquals(
                            "/problems/space-taken", moving.join().expect(409).problem());
                    assertEquals(before, all.standing(series), "round " + round);
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
                var series = all.plan(room, 40 + round * LESSONS, 9);
                var tag = all.tag(series);
                var one = all.move(series, tag, MANAGER, 0, halls.get(0));
                var other = all.move(series, tag, STAFF, 1, halls.get(1));
                var moved = one.join().status() == 200 ? 0 : 1;
                List.of(one, other).get(moved).join().expect(200);
                List.of(one, other).get(1 - moved).join().expect(412);
                all.assertMoved(series, halls.get(moved));
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
                var series = all.plan(room, day, 9);
                var lesson = all.lesson(series, 5);
                var path = "/v1/sessions/" + lesson;
                var tag = stage.anyone().get(path).etag();
                var moving = all.move(series, MANAGER, round % 2, hall);
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
                assertEquals(own ? LESSONS - 1 : LESSONS, all.in(hall, series), "round " + round);
                assertEquals(own ? 1 : 0, all.in(studio, series), "round " + round);
            }
            claims.hold("after all rounds");
            witness.allHolds();
        }
    }

    @Test
    void lessonByLessonTwoSeriesTearEachOther() {
        var torn = new NaiveSeries(stage.database()).race(40, LESSONS);

        assertTrue(torn > 0, "The race is too tame to show anything");
    }

    private CompletableFuture<Reply> planAfterLooking(int looks, int instance, Map<String, Object> draft) {
        var clerk = stage.signedIn(STAFF, instance);
        return looks == 0
                ? clerk.postAtOnce("/v1/sessions", draft)
                : clerk.postAtOnce("/v1/session-checks", draft)
                        .thenCompose(answer -> planAfterLooking(looks - 1, instance, draft));
    }
}
