package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.invariants.PlacesInvariants;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;

/** One session, all booked by single visitors, groups that wait for it, and some who try to pass them. */
final class WaitingListRace {
    private static final int PASSING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final Desk desk;
    private final PlacesInvariants invariants;
    private final Random random;
    final UUID session;
    private final List<String> bookings = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    /** Entries with the bookings that they were told of. */
    final Map<String, String> accepted = new ConcurrentHashMap<>();
    /** What those were told who had not waited, and how often. */
    final Map<String, Integer> passing = new ConcurrentHashMap<>();

    WaitingListRace(Desk desk, Random random, int places, int... groups) {
        this.desk = desk;
        stage = desk.stage();
        invariants = new PlacesInvariants(stage.database());
        this.random = random;
        session = desk.session("Sold out and waited for", places);
        for (var visitor = 0; visitor < places; visitor++) {
            bookings.add(desk.book(session, "Early " + visitor, 1).id());
        }
        for (var group : groups) {
            entries.add(stage.signedIn(STAFF)
                    .post(
                            "/v1/sessions/" + session + "/waiting-list",
                            Desk.bookingDraft("Waiting " + entries.size(), group),
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201)
                    .id());
        }
    }

    /** Lets everybody act at once, and so many of those who wait decline, until all is offered and answered. */
    void run(int decline) throws Exception {
        var undecided = new ArrayList<>(entries);
        Collections.shuffle(undecided, random);
        var over = new AtomicBoolean();
        var people = new ArrayList<Callable<Void>>();
        for (var visitor = 0; visitor < undecided.size(); visitor++) {
            var entry = undecided.get(visitor);
            var how = visitor < decline ? "/refusal" : "/acceptance";
            people.add(() -> answer(entry, how, over));
        }
        for (var guest = 0; guest < PASSING; guest++) {
            var name = "Passing " + guest;
            people.add(() -> pass(name, over));
        }
        var acting = Executors.newFixedThreadPool(people.size());
        try {
            var running = people.stream().map(acting::submit).toList();
            var cancelling = cancelAll();
            cancelling.forEach(answer -> answer.join().expect(200));
            Eventually.within(PATIENCE, "all is offered and answered, and what nobody waits for is booked", () -> {
                invariants.hold(session, "while they race");
                return isSettled();
            });
            over.set(true);
            for (var one : running) {
                one.get();
            }
        } finally {
            over.set(true);
            acting.shutdownNow();
        }
        invariants.hold(session, "after the race");
        accepted.forEach((entry, booking) -> assertEquals(
                1,
                stage.database()
                        .number(
                                "select count(*) from event.booking where id = ?::uuid and entry_id = ?::uuid"
                                        + " and opportunity_id = ? and status = 'confirmed'",
                                booking,
                                entry,
                                session)));
    }

    /** Tries until there is an offer to answer; whoever accepts does so at both instances at once. */
    private Void answer(String entry, String how, AtomicBoolean over) {
        var path = "/v1/waiting-list-entries/" + entry + how;
        Eventually.within(PATIENCE, "an offer to " + entry, () -> {
            var twice = IntStream.range(0, how.equals("/acceptance") ? 2 : 1)
                    .mapToObj(instance -> stage.signedIn(STAFF, instance).postAtOnce(path, Map.of()))
                    .toList();
            for (var answer : twice) {
                if (answer.join().status() != 200) {
                    assertEquals("/problems/no-offer", answer.join().expect(409).problem());
                } else if (how.equals("/acceptance")) {
                    var booking = answer.join().id();
                    assertEquals(booking, accepted.merge(entry, booking, (first, second) -> second));
                }
            }
            return over.get() || twice.stream().anyMatch(answer -> answer.join().status() == 200);
        });
        return null;
    }

    /** Tries to book without having waited. */
    private Void pass(String guest, AtomicBoolean over) {
        Eventually.within(PATIENCE, "a place for " + guest, () -> {
            var key = UUID.randomUUID().toString();
            var reply = Desk.book(stage.signedIn(STAFF, key.hashCode() & 1), session, guest, 1, key);
            if (reply.status() == 201) {
                desk.acknowledge(reply);
            }
            passing.merge(reply.status() == 201 ? "booked" : reply.expect(409).problem(), 1, Integer::sum);
            return over.get() || reply.status() == 201;
        });
        return null;
    }

    private List<CompletableFuture<Reply>> cancelAll() {
        return bookings.stream()
                .map(booking -> stage.signedIn(STAFF, random.nextInt(2))
                        .postAtOnce("/v1/bookings/" + booking + "/cancellation", Map.of()))
                .toList();
    }

    private boolean isSettled() {
        return stage.database()
                        .number(
                                "select count(*) from event.places p where opportunity_id = ?"
                                        + " and (waiting > 0 or taken = capacity) and not exists"
                                        + " (select from event.offer o where o.opportunity_id = p.opportunity_id and o.status = 'open')",
                                session)
                == 1;
    }
}
