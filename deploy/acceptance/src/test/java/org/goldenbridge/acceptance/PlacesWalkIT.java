package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.invariants.PlacesInvariants;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks at random over everything that can happen to places, at two instances: what must hold, holds after each step. The seed is
 * printed, and {@code -Dseed} walks the same way again.
 */
@ExtendWith(OnStage.class)
@Order(3)
class PlacesWalkIT {
    private static final int STEPS = 200;
    private static final int WALKERS = 8;
    private static final int STEPS_TOGETHER = 40;
    private static final int CAPACITY = 12;

    private final Stage stage;
    private final Desk desk;
    private final PlacesInvariants invariants;

    PlacesWalkIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        invariants = new PlacesInvariants(stage.database());
    }

    @Test
    void afterEachStepOfAWalkOverBothInstancesEverythingHolds() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PlacesWalkIT walks alone with seed " + seed);
        var session = desk.session("Walked over", CAPACITY);
        try (var witness = new Witness(desk)) {
            var walk = new Walk(session, new Random(seed), "alone");
            for (var step = 0; step < STEPS; step++) {
                var moment = "seed " + seed + ", step " + step + ": " + walk.step();
                invariants.hold(session, moment);
            }
            assertTrue(walk.answers.size() > 12, () -> "The walk saw little: " + walk.answers);
            System.out.println("PlacesWalkIT: " + walk.answers);
            witness.allHolds();
        }
    }

    @Test
    void manyWalkAtOnceAndEverythingHoldsAtTheEnd() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PlacesWalkIT walks together with seed " + seed);
        var session = desk.session("Run over", CAPACITY);
        var threads = Executors.newFixedThreadPool(WALKERS);
        try (var witness = new Witness(desk)) {
            var running = IntStream.range(0, WALKERS)
                    .mapToObj(nth -> threads.submit(() -> {
                        var walk = new Walk(session, new Random(seed + nth), "walker" + nth);
                        for (var step = 0; step < STEPS_TOGETHER; step++) {
                            walk.step();
                        }
                        return null;
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
            invariants.hold(session, "seed " + seed + ", after all have walked");
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

    /** Somebody who does one thing after the other, and minds only what no server may answer. */
    private final class Walk {
        private final UUID session;
        private final Random random;
        private final String name;
        private final Map<String, Integer> answers = new TreeMap<>();
        private final Map<String, String> made = new ConcurrentHashMap<>();
        private int guests;

        Walk(UUID session, Random random, String name) {
            this.session = session;
            this.random = random;
            this.name = name;
        }

        String step() {
            var what = random.nextInt(100);
            String said;
            if (what < 25) {
                said = make("booking", "bookings", guest(1 + random.nextInt(4)));
            } else if (what < 40) {
                said = make("entry", "waiting-list", guest(1 + random.nextInt(5)));
            } else if (what < 47) {
                said = make("hold", "holds", Map.of("places", 1 + random.nextInt(3), "minutes", 5));
            } else if (what < 50) {
                said = make(
                        "allocation",
                        "allocations",
                        Map.of(
                                "partner",
                                "University",
                                "places",
                                1 + random.nextInt(4),
                                "releaseAt",
                                Instant.now().plusSeconds(3600).toString()));
            } else if (what < 65) {
                said = act("booking", "/v1/bookings/", "/cancellation");
            } else if (what < 74) {
                said = act("entry", "/v1/waiting-list-entries/", "/acceptance");
            } else if (what < 79) {
                said = act("entry", "/v1/waiting-list-entries/", "/refusal");
            } else if (what < 83) {
                said = act("entry", "/v1/waiting-list-entries/", "/departure");
            } else if (what < 87) {
                said = act("hold", "/v1/holds/", "/release");
            } else if (what < 89) {
                said = act("allocation", "/v1/allocations/", "/release");
            } else if (what < 92) {
                said = bookOutOf();
            } else if (what < 95) {
                said = expire();
            } else if (what < 98) {
                said = resize();
            } else {
                said = closeAndReopen();
            }
            answers.merge(said, 1, Integer::sum);
            return said;
        }

        private Client someone() {
            return stage.signedIn(STAFF, random.nextInt(2));
        }

        private Map<String, Object> guest(int places) {
            var draft = new HashMap<>(Desk.bookingDraft(name + " guest " + guests++, places));
            return draft;
        }

        private String make(String kind, String path, Map<String, ?> body) {
            var reply = someone()
                    .post(
                            "/v1/sessions/" + session + "/" + path,
                            body,
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            if (reply.status() == 201) {
                made.put(reply.id(), kind);
                if (kind.equals("booking")) {
                    desk.acknowledge(reply);
                }
            }
            return said("make " + kind, reply);
        }

        private String act(String kind, String path, String how) {
            var id = pick(kind);
            if (id.isEmpty()) {
                return "nothing to do" + how;
            }
            var reply = someone().send("POST", path + id + how, Map.of());
            if (how.equals("/acceptance") && reply.status() == 200) {
                made.put(reply.id(), "booking");
            }
            return said(how, reply);
        }

        private String bookOutOf() {
            var kind = random.nextBoolean() ? "hold" : "allocation";
            var id = pick(kind);
            if (id.isEmpty()) {
                return "nothing to book out of";
            }
            var body = guest(1);
            body.put(kind + "Id", id);
            return "out of " + kind + ", " + make("booking", "bookings", body);
        }

        /** Lets time pass: everything that was promised is as old as it will be then. */
        private String expire() {
            var table = List.of("hold", "offer", "allocation").get(random.nextInt(3));
            var column = table.equals("allocation") ? "release_at" : "expires_at";
            var since = Map.of("hold", "held_at", "offer", "made_at", "allocation", "made_at")
                    .get(table);
            var live = table.equals("offer") ? "open" : "live";
            // Under the lock of the places, as everything is that changes them.
            stage.database()
                    .execute("begin; select from event.places where opportunity_id = '" + session
                            + "' for no key update; update event." + table + " set " + column + " = now(), " + since
                            + " = least("
                            + since + ", now() - interval '1 second') where status = '" + live
                            + "' and opportunity_id = '"
                            + session
                            + "'; update event.places set next_expiry = now() where next_expiry is not null and opportunity_id = '"
                            + session + "'; commit");
            return "expire " + table;
        }

        private String resize() {
            var tag = stage.anyone().get("/v1/sessions/" + session).etag();
            return said(
                    "resize", someone().put("/v1/sessions/" + session, Map.of("capacity", 4 + random.nextInt(9)), tag));
        }

        private String closeAndReopen() {
            var cancelled = change("cancellation");
            return cancelled + ", " + change("restoration");
        }

        private String change(String how) {
            var tag = stage.anyone().get("/v1/sessions/" + session).etag();
            return said(
                    how,
                    stage.signedIn(MANAGER, random.nextInt(2))
                            .send("POST", "/v1/sessions/" + session + "/" + how, Map.of(), "If-Match", tag));
        }

        private String pick(String kind) {
            var ids = made.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(kind))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
        }

        private String said(String what, Reply reply) {
            assertTrue(reply.status() < 500 && reply.status() != 400, () -> what + ": " + reply.text());
            return what + " " + reply.status() + " " + reply.problem().replace("/problems/", "");
        }
    }
}
