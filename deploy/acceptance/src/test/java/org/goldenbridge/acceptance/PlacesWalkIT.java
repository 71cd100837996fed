package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.invariants.ClaimsInvariants;
import org.goldenbridge.acceptance.invariants.PlacesInvariants;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks at random over everything that can happen to places, at two instances: what must hold, holds after every tenth step, and
 * after each in the profile {@code exhaustive}. The seed is
 * printed, and {@code -Dseed} walks the same way again.
 */
@ExtendWith(OnStage.class)
@Order(3)
class PlacesWalkIT {
    private static final int STEPS = Matrix.size(300, 1_500);

    /** Every step when the way to a breach is to be found. */
    private static final int CHECKED_EVERY = Matrix.size(10, 1);

    private static final int WALKERS = 8;
    private static final int STEPS_TOGETHER = 40;
    private static final int CAPACITY = 12;

    private final Stage stage;
    private final Desk desk;
    private final PlacesInvariants invariants;
    private final ClaimsInvariants claims;

    PlacesWalkIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        invariants = new PlacesInvariants(stage.database());
        claims = new ClaimsInvariants(stage.database());
    }

    @Test
    void onAWalkOverBothInstancesEverythingHolds() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PlacesWalkIT walks alone with seed " + seed);
        var ground = PlacesWalk.Ground.of(desk, "Walked over", CAPACITY);
        try (var witness = new Witness(desk)) {
            var walk = new PlacesWalk(desk, ground, new Random(seed), "alone");
            for (var step = 0; step < STEPS; step++) {
                var moment = "seed " + seed + ", step " + step + ": " + walk.step();
                if (step % CHECKED_EVERY == 0) {
                    invariants.hold(ground.session(), moment);
                    claims.hold(moment);
                }
            }
            invariants.hold(ground.session(), "seed " + seed + ", at the end");
            claims.hold("seed " + seed + ", at the end");
            System.out.println("PlacesWalkIT: " + walk.answers());
            assertTrue(
                    walk.answers().keySet().containsAll(List.of("moves 200 ", "resize 200 "))
                            && walk.answers().size() > 25,
                    () -> "The walk saw little: " + walk.answers());
            witness.allHolds();
        }
    }

    @Test
    void manyWalkAtOnceAndEverythingHoldsAtTheEnd() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PlacesWalkIT walks together with seed " + seed);
        var ground = PlacesWalk.Ground.of(desk, "Run over", CAPACITY);
        var threads = Executors.newFixedThreadPool(WALKERS);
        try (var witness = new Witness(desk)) {
            var running = IntStream.range(0, WALKERS)
                    .mapToObj(nth -> threads.submit(() -> {
                        var walk = new PlacesWalk(desk, ground, new Random(seed + nth), "walker" + nth);
                        for (var step = 0; step < STEPS_TOGETHER; step++) {
                            walk.step();
                        }
                        return null;
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
            invariants.hold(ground.session(), "seed " + seed + ", after all have walked");
            claims.hold("seed " + seed + ", after all have walked");
            witness.allHolds();
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** The negative control: each of these is a defect that a walk would have to find. */
    @Test
    void countsThatAreWrongAndPeopleWhoAreOvertakenAreSeen() {
        var session = desk.session("Broken on purpose", 2);
        desk.book(session, "Full House", 2);
        var client = stage.signedIn(STAFF);
        var first = join(client, session, "Waits First", 1).expect(201).id();
        var second = join(client, session, "Waits Second", 1).expect(201).id();
        invariants.hold(session, "before anything is broken");
        broken(session, "update event.places set taken = 1 where opportunity_id = '" + session + "'");
        broken(session, "update event.places set waiting = 1 where opportunity_id = '" + session + "'");
        broken(
                session,
                "update event.places set taken = 2, waiting = 1, capacity = 3 where opportunity_id = '" + session
                        + "'; update event.waiting_list_entry set status = 'offered' where id = '" + second
                        + "'; insert into event.offer (entry_id, opportunity_id, places, status, made_at, expires_at) values ('"
                        + second
                        + "', '" + session + "', 1, 'open', now(), now() + interval '1 day');"
                        + "update event.places set taken = 3 where opportunity_id = '" + session + "'");
        assertEquals(
                "waiting",
                client.get("/v1/waiting-list-entries/" + first)
                        .body()
                        .get("status")
                        .textValue());
    }

    /** The same for what sessions take of the centre. */
    @Test
    void claimsThatAreNotThoseOfTheSessionsAreSeen() {
        var workshop = desk.workshop("Claimed on purpose");
        var room = desk.room("Claimed on purpose", 10);
        var stock = desk.stock("Dombras that are claimed", 8);
        var needs = new HashMap<>(Desk.sessionDraft(workshop, room, 30, 10));
        needs.put("equipment", List.of(Map.of("equipmentId", stock.toString(), "quantity", 5)));
        needs.put("teacherIds", List.of(desk.teacher("Bolat Omarov").toString()));
        var client = stage.signedIn(STAFF);
        var session = desk.acknowledge(client.post("/v1/sessions", needs)).id();
        desk.acknowledge(client.post("/v1/sessions", Desk.sessionDraft(workshop, room, 30, 14)));
        claims.hold("before anything is broken");
        var claim = "update event.space_claim set during = during %s where session_id = '" + session + "'";
        notClaimed(
                claim.formatted("+ tstzrange(upper(during), upper(during) + interval '1 hour')"),
                claim.formatted("- tstzrange(upper(during) - interval '1 hour', upper(during))"));
        // What is written finds its tables as the service does.
        var time = "set search_path to event, extensions; "
                + "update event.session set starts_at = starts_at %s, ends_at = ends_at %s where id = '" + session
                + "'";
        notClaimed(
                time.formatted("+ interval '4 hours'", "+ interval '4 hours'"),
                time.formatted("- interval '4 hours'", "- interval '4 hours'"));
        var quantity = "update event.equipment set quantity = %d where id = '" + stock + "'";
        notClaimed(quantity.formatted(4), quantity.formatted(8));
        // The referee of the stock finds its tables as the service does.
        var needed =
                "set search_path to event, extensions; update event.equipment_claim set quantity = %d where session_id = '"
                        + session + "'";
        notClaimed(needed.formatted(6), needed.formatted(5));
    }

    private void notClaimed(String breaking, String mending) {
        stage.database().execute(breaking);
        assertThrows(AssertionError.class, () -> claims.hold("broken"), breaking);
        stage.database().execute(mending);
        claims.hold("mended");
    }

    /** Breaks something, sees that it is noticed, and mends it. */
    private void broken(UUID session, String sql) {
        var tables = List.of("places", "waiting_list_entry", "offer");
        tables.forEach(table -> stage.database()
                .execute("create table kept_" + table + " as select * from event." + table + " where opportunity_id = '"
                        + session + "'"));
        stage.database().execute(sql);
        assertThrows(AssertionError.class, () -> invariants.hold(session, "broken"), sql);
        stage.database().execute("delete from event.offer where opportunity_id = '" + session + "'");
        stage.database()
                .execute(
                        "update event.waiting_list_entry e set status = k.status from kept_waiting_list_entry k where k.id = e.id");
        stage.database()
                .execute("update event.places p set taken = k.taken, waiting = k.waiting, capacity = k.capacity"
                        + " from kept_places k where k.opportunity_id = p.opportunity_id");
        tables.forEach(table -> stage.database().execute("drop table kept_" + table));
        invariants.hold(session, "mended");
    }

    private static Reply join(Client client, UUID session, String name, int places) {
        return client.post(
                "/v1/sessions/" + session + "/waiting-list",
                Desk.bookingDraft(name, places),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
