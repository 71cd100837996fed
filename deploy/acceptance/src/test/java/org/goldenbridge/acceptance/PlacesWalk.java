package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;

/** Somebody who does one thing after the other to a session, and minds only what no server may answer. */
final class PlacesWalk {
    /**
     * What is walked over.
     *
     * @param session in the first of the rooms at first
     * @param workshop of which the sessions are that are in its way
     * @param rooms one of its own size, a smaller and a larger one
     */
    record Ground(UUID session, UUID workshop, List<UUID> rooms) {
        static Ground of(Desk desk, String title, int capacity) {
            var workshop = desk.workshop(title);
            var rooms = List.of(
                    desk.room(title, capacity),
                    desk.room(title + ", smaller", capacity / 2),
                    desk.room(title + ", larger", 2 * capacity));
            var planned = desk.stage()
                    .signedIn(MANAGER)
                    .post("/v1/sessions", Desk.sessionDraft(workshop, rooms.get(0), 30, 10));
            return new Ground(UUID.fromString(desk.acknowledge(planned).id()), workshop, rooms);
        }
    }

    private final Stage stage;
    private final Desk desk;
    private final Ground ground;
    private final UUID session;
    private final Random random;
    private final String name;
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, String> made = new ConcurrentHashMap<>();
    private int guests;

    PlacesWalk(Desk desk, Ground ground, Random random, String name) {
        this.stage = desk.stage();
        this.desk = desk;
        this.ground = ground;
        this.session = ground.session();
        this.random = random;
        this.name = name;
    }

    /** What was answered so far, and how often. */
    Map<String, Integer> answers() {
        return answers;
    }

    String step() {
        var what = random.nextInt(100);
        String said;
        if (what < 22) {
            said = make("booking", "bookings", guest(1 + random.nextInt(4)));
        } else if (what < 36) {
            said = make("entry", "waiting-list", guest(1 + random.nextInt(5)));
        } else if (what < 42) {
            said = make("hold", "holds", Map.of("places", 1 + random.nextInt(3), "minutes", 5));
        } else if (what < 45) {
            said = make(
                    "allocation",
                    "allocations",
                    Map.of(
                            "partner",
                            "University",
                            "places",
                            1 + random.nextInt(4),
                            "releaseAt",
                            Instant.now()
                                    .plusSeconds(3600)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString()));
        } else if (what < 59) {
            said = act("booking", "/v1/bookings/", "/cancellation");
        } else if (what < 67) {
            said = act("entry", "/v1/waiting-list-entries/", "/acceptance");
        } else if (what < 71) {
            said = act("entry", "/v1/waiting-list-entries/", "/refusal");
        } else if (what < 75) {
            said = act("entry", "/v1/waiting-list-entries/", "/departure");
        } else if (what < 79) {
            said = act("hold", "/v1/holds/", "/release");
        } else if (what < 81) {
            said = act("allocation", "/v1/allocations/", "/release");
        } else if (what < 84) {
            said = bookOutOf();
        } else if (what < 87) {
            said = expire();
        } else if (what < 90) {
            said = resize();
        } else if (what < 95) {
            said = move();
        } else if (what < 97) {
            said = rival();
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
        var id = kind.equals("entry") && random.nextBoolean() ? asked() : pick(kind);
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
                        + since + ", now() - interval '1 second') where status = '" + live + "' and opportunity_id = '"
                        + session
                        + "'; update event.places set next_expiry = least(next_expiry, now()) where next_expiry is not null and opportunity_id = '"
                        + session + "'; commit");
        return "expire " + table;
    }

    private String resize() {
        var limit = random.nextInt(11);
        var edit = limit < 9 ? Map.of("capacity", 4 + limit) : Map.<String, Object>of();
        return said("resize", someone().put("/v1/sessions/" + session, edit, tag(session)));
    }

    /** To another time, into a smaller or a larger room; some outside the hours, and some so near that offers end sooner. */
    private String move() {
        var to = new HashMap<String, Object>();
        var room = random.nextInt(4);
        if (room < ground.rooms().size()) {
            to.put("spaceId", ground.rooms().get(room).toString());
        }
        if (random.nextInt(4) == 0) {
            var soon = Instant.now().plus(8, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
            to.put("startsAt", soon.toString());
            to.put("endsAt", soon.plus(2, ChronoUnit.HOURS).toString());
            to.put("hoursOverride", "A guest who comes tonight only");
            return change("moves", to);
        }
        var day = 30 + random.nextInt(2);
        var hour = List.of(7, 10, 12, 16).get(random.nextInt(4));
        to.put("startsAt", Desk.at(day, hour));
        to.put("endsAt", Desk.at(day, hour + 2));
        return change("moves", to);
    }

    /** Another session comes into the way, and goes again. */
    private String rival() {
        var rival = pick("rival");
        if (rival.isEmpty()) {
            return rival(ground.rooms().get(random.nextInt(3)), 30 + random.nextInt(2), 10 + 2 * random.nextInt(4));
        }
        made.remove(rival);
        return said(
                "rival goes",
                someone()
                        .send(
                                "POST",
                                "/v1/sessions/" + rival + "/cancellation",
                                Map.of(),
                                "If-Match",
                                tag(UUID.fromString(rival))));
    }

    private String rival(UUID room, int day, int hour) {
        return rival(Desk.sessionDraft(ground.workshop(), room, day, hour));
    }

    private String rival(Map<String, Object> draft) {
        var reply = stage.signedIn(MANAGER, random.nextInt(2)).post("/v1/sessions", draft);
        if (reply.status() == 201) {
            made.put(desk.acknowledge(reply).id(), "rival");
        }
        return said("rival comes", reply);
    }

    private String closeAndReopen() {
        var cancelled = change("cancellation", Map.of());
        if (random.nextBoolean() && pick("rival").isEmpty()) {
            var was = stage.anyone().get("/v1/sessions/" + session).expect(200).body();
            var rival = rival(Map.of(
                    "eventId", ground.workshop().toString(),
                    "spaceId", was.at("/space/id").textValue(),
                    "startsAt", was.get("startsAt").textValue(),
                    "endsAt", was.get("endsAt").textValue(),
                    "hoursOverride", "In the place of another"));
            cancelled += ", " + rival + ", " + change("restoration", Map.of()) + ", " + rival();
        }
        return cancelled + ", " + change("restoration", Map.of());
    }

    private String change(String how, Map<String, ?> body) {
        return said(
                how,
                stage.signedIn(MANAGER, random.nextInt(2))
                        .send("POST", "/v1/sessions/" + session + "/" + how, body, "If-Match", tag(session)));
    }

    private String tag(UUID of) {
        return stage.anyone().get("/v1/sessions/" + of).etag();
    }

    /** One of those who have been offered places; else anybody. */
    private String asked() {
        var offered = stage.database()
                .rows(
                        "select id::text from event.waiting_list_entry where opportunity_id = ? and status = 'offered'"
                                + " order by joined_nth",
                        session);
        return offered.isEmpty()
                ? pick("entry")
                : offered.get(random.nextInt(offered.size())).get("id").toString();
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
