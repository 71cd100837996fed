package org.goldenbridge.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveOffers;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A session that is sold out: some cancel while others accept or decline what is offered to them and again others try to
 * pass the queue, all at once, at two instances; and a waiting list that is kept without care.
 */
@ExtendWith(OnStage.class)
@Order(2)
class OfferRacesIT {
    private static final int ROUNDS = Matrix.size(2, 20);
    private static final int PLACES = 10;
    private static final int QUEUE = 25;
    private static final int DECLINE = 10;

    private final Stage stage;
    private final Desk desk;

    OfferRacesIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void eachFreedPlaceIsOfferedOnceAndNobodyPassesTheQueue() throws Exception {
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                long seed = Long.getLong("seed", System.nanoTime());
                System.out.println("OfferRacesIT races with seed " + seed);
                var race = new WaitingListRace(
                        desk,
                        new Random(seed),
                        PLACES,
                        IntStream.generate(() -> 1).limit(QUEUE).toArray());
                race.run(DECLINE);
                assertEquals(Set.of("/problems/others-wait"), race.passing.keySet(), "seed " + seed);
                // Fifteen accept what they are offered: whatever the order, ten of them before the queue is at its end.
                assertEquals(PLACES, race.accepted.size(), "seed " + seed);
                var offers = stage.database()
                        .rows(
                                "select o.status, e.joined_nth from event.offer o join event.waiting_list_entry e on e.id ="
                                        + " o.entry_id where o.opportunity_id = ? order by o.made_nth",
                                race.session);
                var declined = offers.stream()
                        .filter(offer -> offer.get("status").equals("declined"))
                        .count();
                assertEquals(PLACES + declined, offers.size(), "seed " + seed);
                var asked = offers.stream()
                        .map(offer -> (Long) offer.get("joined_nth"))
                        .toList();
                assertEquals(asked.stream().sorted().distinct().toList(), asked, "seed " + seed);
            }
            witness.allHolds();
        }
    }

    @Test
    void groupsOfAnySizeAreServedAndWhatNobodyWaitsForIsSoldOnce() throws Exception {
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                long seed = Long.getLong("seed", System.nanoTime());
                System.out.println("OfferRacesIT races in groups with seed " + seed);
                var random = new Random(seed);
                var race = new WaitingListRace(
                        desk,
                        random,
                        PLACES,
                        IntStream.range(0, 4)
                                .map(group -> 1 + random.nextInt(4))
                                .toArray());
                race.run(1);
                assertTrue(
                        Set.of("/problems/others-wait", "/problems/sold-out", "booked")
                                .containsAll(race.passing.keySet()),
                        () -> "seed " + seed + " " + race.passing);
                System.out.println("OfferRacesIT: " + race.accepted.size() + " accepted, " + race.passing);
            }
            witness.allHolds();
        }
    }

    @Test
    void aWaitingListThatNobodyLocksOffersOnePlaceTwiceAndSellsMoreThanThereAre() {
        var outcome = new NaiveOffers(stage.database()).race(40, PLACES);

        assertTrue(
                outcome.offeredTwice() > 0 && outcome.oversold() > 0,
                () -> "The race is too tame to show anything: " + outcome);
    }
}
