package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Courses;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;

/**
 * Every operation of centre-service and event-service that writes, with a request to Beijing that is good in all but who
 * sends it. Which operations there are is read from the services' own descriptions, so that none is forgotten.
 */
final class WritingOperations {
    private static final String UPLOAD = "PUT /v1/events/{eventId}/image";

    private final Stage stage;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Map<String, ?>> bodies = new HashMap<>();
    private final Map<String, Map<String, String>> others = new HashMap<>();

    /** @param path with its ids in place */
    record Operation(String name, String method, String path, Map<String, ?> body) {
        @Override
        public String toString() {
            return name;
        }
    }

    WritingOperations(Stage stage, Desk desk) {
        this.stage = stage;
        var administrator = stage.signedIn("aigerim");
        var room = desk.room("Somebody else's room", 10);
        var event = desk.workshop("Somebody else's workshop");
        var session = desk.session("Somebody else's session", 10);
        ids.put("centreId", "beijing");
        ids.put("spaceId", room.toString());
        ids.put("eventId", event.toString());
        ids.put("sessionId", session.toString());
        ids.put("bookingId", desk.book(session, "Somebody Elses", 1).id());

        bodies.put("POST /v1/events", Desk.workshopDraft("Planted"));
        bodies.put("PUT /v1/events/{eventId}", Desk.workshopDraft("Overwritten"));
        bodies.put("POST /v1/sessions", Desk.sessionDraft(event, room, 28, 10));
        bodies.put("PUT /v1/sessions/{sessionId}", Map.of("capacity", 5));
        var elsewhen = new HashMap<>(Desk.sessionDraft(event, room, 29, 10));
        elsewhen.keySet().retainAll(List.of("startsAt", "endsAt"));
        bodies.put("POST /v1/sessions/{sessionId}/moves", elsewhen);
        bodies.put("POST /v1/sessions/{sessionId}/cancellation", Map.of("reason", Map.of("en", "Out of spite")));
        bodies.put("POST /v1/sessions/{sessionId}/confirmation", Map.of("hoursOverride", "Out of spite"));
        bodies.put("POST /v1/sessions/{sessionId}/bookings", Desk.bookingDraft("Uninvited Guest", 1));

        image(event);
        places(desk, room);
        courses(new Courses(desk), event, desk.room("Somebody else's classroom", 10));
        programmes();

        var space = new HashMap<String, Object>(Map.of(
                "centreId",
                "beijing",
                "code",
                "planted-" + room,
                "name",
                Map.of("en", "Planted"),
                "kind",
                "studio",
                "capacity",
                5));
        bodies.put("POST /v1/spaces", Map.copyOf(space));
        space.put(
                "code",
                stage.anyone().get("/v1/spaces/" + room).body().get("code").textValue());
        bodies.put("PUT /v1/spaces/{spaceId}", space);
        var equipment =
                Map.of("centreId", "beijing", "code", "kobyz-" + room, "name", Map.of("en", "Kobyz"), "quantity", 3);
        created("equipmentId", stage.signedIn(MANAGER), "/v1/equipment", equipment);
        bodies.put("PUT /v1/equipment/{equipmentId}", equipment);
        bodies.put(
                "POST /v1/equipment",
                Map.of("centreId", "beijing", "code", "drum-" + room, "name", Map.of("en", "Drum"), "quantity", 1));
        var teacher = Map.of("centreId", "beijing", "name", "Somebody Elses");
        created("teacherId", stage.signedIn(MANAGER), "/v1/teachers", teacher);
        bodies.put("POST /v1/teachers", teacher);
        bodies.put("PUT /v1/teachers/{teacherId}", teacher);
        created("blockId", stage.signedIn(MANAGER), "/v1/blocks", block(Desk.sessionDraft(event, room, 27, 10)));
        bodies.put("POST /v1/blocks", block(Desk.sessionDraft(event, room, 25, 10)));
        bodies.put("POST /v1/session-checks", Desk.sessionDraft(event, room, 26, 10));
        var holiday = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        var closure = Map.of(
                "centreId",
                "beijing",
                "spaceId",
                room.toString(),
                "startsAt",
                holiday + "T00:00",
                "endsAt",
                holiday.plusDays(1) + "T00:00",
                "reason",
                Map.of("en", "Repair"));
        created("closureId", stage.signedIn(MANAGER), "/v1/closures", closure);
        bodies.put("POST /v1/closures", closure);
        bodies.put("PUT /v1/closures/{closureId}", closure);
        var partner = Map.of("name", Map.of("en", "University of the Steppe"), "kind", "university", "country", "KZ");
        created("partnerId", administrator, "/v1/partners", partner);
        bodies.put("POST /v1/partners", partner);
        bodies.put("PUT /v1/partners/{partnerId}", partner);
        var agreement = Map.of(
                "partnerId", ids.get("partnerId"),
                "kind", "memorandum",
                "title", Map.of("en", "Memorandum"),
                "startsOn", "2026-01-01",
                "centres", List.of("beijing"));
        created("agreementId", administrator, "/v1/agreements", agreement);
        bodies.put("POST /v1/agreements", agreement);
        bodies.put("PUT /v1/agreements/{agreementId}", agreement);

        var centre = new HashMap<String, Object>(Map.of(
                "id",
                "beijing",
                "name",
                Map.of("en", "Kazakh cultural centre in Beijing"),
                "address",
                Map.of("en", "1 Silk Road, Beijing"),
                "city",
                Map.of("en", "Beijing", "zh-Hans", "北京"),
                "country",
                "CN",
                "zone",
                "Asia/Shanghai"));
        bodies.put("PUT /v1/centres/{centreId}", Map.copyOf(centre));
        centre.put("id", "planted-" + UUID.randomUUID().toString().substring(0, 8));
        bodies.put("POST /v1/centres", centre);
        bodies.put(
                "PUT /v1/centres/{centreId}/opening-hours",
                Map.of(
                        "weekly",
                        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
                                .map(day -> Map.of("day", day, "opens", "08:00", "closes", "22:00"))
                                .toList()));
    }

    private void image(UUID event) {
        stage.signedIn(MANAGER)
                .upload("/v1/events/" + event + "/image", "image/png", png())
                .expect(200);
        bodies.put("PUT /v1/events/{eventId}/image/alt", Map.of("alt", Map.of("en", "Planted")));
    }

    private static byte[] png() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** What is done with places needs sessions that are full, cancelled or paid for. */
    private void places(Desk desk, UUID room) {
        var manager = stage.signedIn(MANAGER);
        var session = ids.get("sessionId");
        bodies.put("POST /v1/sessions/{sessionId}/holds", Map.of("places", 1));
        ids.put("holdId", madeOnce("/v1/sessions/" + session + "/holds", Map.of("places", 1)));
        var allocation = Map.of(
                "partner",
                "University",
                "places",
                1,
                "releaseAt",
                Instant.now()
                        .plus(Duration.ofDays(2))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        bodies.put("POST /v1/sessions/{sessionId}/allocations", allocation);
        ids.put("allocationId", madeOnce("/v1/sessions/" + session + "/allocations", allocation));

        var full = desk.session("Somebody else's full session", 3);
        var booking = desk.book(full, "Full House", 3).id();
        var list = "/v1/sessions/" + full + "/waiting-list";
        var entries = List.of("Accepts", "Declines", "Leaves", "Waits on").stream()
                .map(name -> madeOnce(list, Desk.bookingDraft(name, 1)))
                .toList();
        manager.post("/v1/bookings/" + booking + "/cancellation", Map.of()).expect(200);
        bodies.put("POST /v1/sessions/{sessionId}/waiting-list", Desk.bookingDraft("Pushes In", 1));
        instead("POST /v1/sessions/{sessionId}/waiting-list", "sessionId", full.toString());
        instead("POST /v1/waiting-list-entries/{entryId}/acceptance", "entryId", entries.get(0));
        instead("POST /v1/waiting-list-entries/{entryId}/refusal", "entryId", entries.get(1));
        instead("POST /v1/waiting-list-entries/{entryId}/departure", "entryId", entries.get(2));

        var called = desk.session("Somebody else's cancelled session", 3);
        desk.book(called, "To Be Told", 1);
        var cancelled = called.toString();
        manager.send(
                        "POST",
                        "/v1/sessions/" + cancelled + "/cancellation",
                        Map.of(),
                        "If-Match",
                        manager.get("/v1/sessions/" + cancelled).etag())
                .expect(200);
        instead("POST /v1/sessions/{sessionId}/restoration", "sessionId", cancelled);
        bodies.put("PUT /v1/calls/{callId}", Map.of("told", true));
        ids.put(
                "callId",
                stage.database()
                        .rows("select id from event.call_list where session_id = ?::uuid", cancelled)
                        .get(0)
                        .get("id")
                        .toString());

        var priced = new HashMap<>(Desk.workshopDraft("Somebody else's priced workshop"));
        priced.put("price", Map.of("amount", 50, "currency", "CNY"));
        var event =
                UUID.fromString(manager.post("/v1/events", priced).expect(201).id());
        var dear = UUID.fromString(manager.post("/v1/sessions", Desk.sessionDraft(event, room, 24, 10))
                .expect(201)
                .id());
        bodies.put("PUT /v1/bookings/{bookingId}/payment", Map.of("paid", true));
        instead(
                "PUT /v1/bookings/{bookingId}/payment",
                "bookingId",
                desk.book(dear, "Pays Later", 1).id());

        var series = new HashMap<String, Object>(Map.of(
                "eventId",
                event.toString(),
                "spaceId",
                room.toString(),
                "startsOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(60) + "T15:00",
                "duration",
                "PT1H",
                "rule",
                "FREQ=WEEKLY;COUNT=3"));
        ids.put("seriesId", manager.post("/v1/series", series).expect(201).id());
        series.put("startsOn", LocalDate.now(ZoneOffset.UTC).plusDays(61) + "T15:00");
        bodies.put("POST /v1/series", series);
        var change = Map.of("scope", "all", "capacity", 4);
        bodies.put("POST /v1/series/{seriesId}/previews", change);
        bodies.put("POST /v1/series/{seriesId}/changes", change);
    }

    /** A course that is open, one that is full, one that is cancelled, and one in which somebody missed a lesson. */
    private void courses(Courses courses, UUID event, UUID room) {
        var terms = Courses.terms(6, 2);
        var draft = new HashMap<>(terms);
        draft.put("eventId", event.toString());
        bodies.put("POST /v1/courses", draft);
        ids.put(
                "courseId",
                courses.plan("Somebody else's course", terms, 2, room, 100).id().toString());
        bodies.put("PUT /v1/courses/{courseId}", Courses.terms(7, 1));
        bodies.put("POST /v1/courses/{courseId}/bookings", Desk.bookingDraft("Uninvited Pupil", 1));
        bodies.put("POST /v1/courses/{courseId}/holds", Map.of("places", 1));
        bodies.put("POST /v1/courses/{courseId}/allocations", bodies.get("POST /v1/sessions/{sessionId}/allocations"));
        bodies.put("POST /v1/courses/{courseId}/cancellation", Map.of("reason", Map.of("en", "Out of spite")));

        var full = courses.plan("Somebody else's full course", Courses.terms(2, 0), 1, room, 102);
        courses.enrol(full, "Full Class", 2);
        bodies.put("POST /v1/courses/{courseId}/waiting-list", Desk.bookingDraft("Pushes In", 1));
        instead(
                "POST /v1/courses/{courseId}/waiting-list",
                "courseId",
                full.id().toString());
        var cancelled = courses.plan("Somebody else's cancelled course", terms, 1, room, 103);
        stage.signedIn(MANAGER)
                .send("POST", cancelled.path() + "/cancellation", Map.of(), "If-Match", "*")
                .expect(200);
        instead(
                "POST /v1/courses/{courseId}/restoration",
                "courseId",
                cancelled.id().toString());

        var missed = courses.plan("Somebody else's missed lesson", terms, 2, room, 104);
        var other = courses.plan("Somebody else's lesson instead", terms, 1, room, 106);
        var enrolment = courses.enrol(missed, "Misses A Lesson", 1).id();
        courses.noteAbsence(missed.lessons().get(0), enrolment);
        bodies.put(
                "POST /v1/bookings/{bookingId}/make-up-lessons",
                Map.of(
                        "missedLesson", missed.lessons().get(0).toString(),
                        "sessionId", other.lessons().get(0).toString()));
        instead("POST /v1/bookings/{bookingId}/make-up-lessons", "bookingId", enrolment);
        bodies.put("PUT /v1/sessions/{sessionId}/attendance/{bookingId}", Map.of("present", 0));
    }

    private void programmes() {
        var manager = stage.signedIn(MANAGER);
        var programme = Map.of(
                "kind", "touring-exhibition",
                "centreId", "beijing",
                "title", Map.of("en", "Somebody else's exhibition"),
                "startsOn", "2027-01-01",
                "endsOn", "2027-12-31");
        created("programmeId", manager, "/v1/programmes", programme);
        bodies.put("POST /v1/programmes", programme);
        bodies.put("PUT /v1/programmes/{programmeId}", programme);
        bodies.put("POST /v1/programmes/{programmeId}/cancellation", Map.of("withEvents", false));
        // Another one: the legs of what is cancelled cannot be taken away.
        instead(
                "POST /v1/programmes/{programmeId}/cancellation",
                "programmeId",
                manager.post("/v1/programmes", programme).expect(201).id());
        var over = manager.post("/v1/programmes", programme).expect(201);
        manager.send(
                        "POST",
                        "/v1/programmes/" + over.id() + "/cancellation",
                        Map.of("withEvents", false),
                        "If-Match",
                        over.etag())
                .expect(200);
        instead("POST /v1/programmes/{programmeId}/restoration", "programmeId", over.id());
        var legs = "/v1/programmes/" + ids.get("programmeId") + "/legs";
        var leg = Map.of("centreId", "beijing", "opensOn", "2027-02-01", "closesOn", "2027-03-01");
        created("legId", manager, legs, leg);
        bodies.put("PUT /v1/programmes/{programmeId}/legs/{legId}", leg);
        bodies.put(
                "POST /v1/programmes/{programmeId}/legs",
                Map.of("centreId", "beijing", "opensOn", "2027-05-01", "closesOn", "2027-06-01"));
        var draft = new HashMap<>(Desk.workshopDraft("Somebody else's draft"));
        draft.put("draft", true);
        instead(
                "POST /v1/events/{eventId}/announcement",
                "eventId",
                manager.post("/v1/events", draft).expect(201).id());
        bodies.put("POST /v1/events/{eventId}/cancellation", Map.of("reason", Map.of("en", "Out of spite")));
        var ended = manager.post("/v1/events", Desk.workshopDraft("Somebody else's cancelled workshop"))
                .expect(201);
        manager.send("POST", "/v1/events/" + ended.id() + "/cancellation", Map.of(), "If-Match", ended.etag())
                .expect(200);
        instead("POST /v1/events/{eventId}/restoration", "eventId", ended.id());
    }

    /** The identifier that one operation alone is tried with. */
    private void instead(String operation, String id, String value) {
        others.put(operation, Map.of(id, value));
    }

    private String madeOnce(String path, Map<String, ?> body) {
        return stage.signedIn(MANAGER)
                .post(path, body, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    private static Map<String, ?> block(Map<String, Object> session) {
        var block = new HashMap<>(session);
        block.remove("eventId");
        block.put("reason", "Planted");
        return block;
    }

    private void created(String id, Client client, String path, Map<String, ?> body) {
        ids.put(id, client.post(path, body).expect(201).id());
    }

    /** All of them; what takes things away comes last. */
    List<Operation> all() {
        var operations = new ArrayList<Operation>();
        for (var service : List.of(Stage.CENTRES, Stage.EVENTS)) {
            var description = stage.anyone()
                    .get("/openapi/" + service + "?format=json")
                    .expect(200)
                    .body();
            for (var path : description.get("paths").properties()) {
                path.getValue().fieldNames().forEachRemaining(method -> {
                    if (List.of("post", "put", "delete", "patch").contains(method)) {
                        operations.add(operation(method.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                });
            }
        }
        operations.sort((one, other) -> Boolean.compare(takesAway(one), takesAway(other)));
        return operations;
    }

    private static boolean takesAway(Operation operation) {
        return operation.method().equals("DELETE") || operation.name().endsWith("/cancellation");
    }

    private Operation operation(String method, String template) {
        var name = method + " " + template;
        var path = template;
        for (var id : others.getOrDefault(name, Map.of()).entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        var needsNoBody = method.equals("DELETE")
                || name.equals(UPLOAD)
                || name.equals("POST /v1/bookings/{bookingId}/cancellation")
                || name.matches(".*/(announcement|removal|release|restoration|acceptance|refusal|departure)");
        if (path.contains("{") || (!needsNoBody && !bodies.containsKey(name))) {
            throw new IllegalStateException("There is no request to try " + name + " with; add one");
        }
        return new Operation(name, method, path, bodies.get(name));
    }

    /** Sends one in somebody's name, with the tag and key that a good request carries. */
    Reply send(Client client, Operation operation) {
        if (operation.name().equals(UPLOAD)) {
            return client.upload(operation.path(), "image/png", png());
        }
        return client.send(
                operation.method(),
                operation.path(),
                operation.body(),
                "If-Match",
                tag(operation),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String tag(Operation operation) {
        if (operation.name().matches("POST /v1/[a-z-]+|PUT /v1/calls/.*")) {
            return "\"none\"";
        }
        var resource = operation
                .path()
                .replaceFirst(
                        "/(moves|cancellation|restoration|confirmation|bookings|holds|allocations|waiting-list|release|acceptance|refusal|departure|payment"
                                + "|alt|changes|previews|removal|announcement|legs|make-up-lessons|attendance/[^/]+)$",
                        "");
        var tag = stage.signedIn("aigerim").get(resource).expect(200).etag();
        return tag.isEmpty() ? "\"none\"" : tag;
    }
}
