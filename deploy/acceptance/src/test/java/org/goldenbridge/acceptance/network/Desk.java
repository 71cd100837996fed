package org.goldenbridge.acceptance.network;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.testing.Eventually;

/**
 * The everyday work at the centres, through the public APIs, for tests that need a room, a session or a booking. What was
 * acknowledged is remembered, for it must be there ever after.
 */
public final class Desk implements AutoCloseable {
    public static final String MANAGER = "beijing-manager";
    public static final String STAFF = "beijing-staff";

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Duration COPIED = Duration.ofSeconds(20);

    private final Stage stage;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    /** Opens the centres of Beijing and Paris, and waits until event-service knows them. */
    public Desk(Stage stage) {
        this.stage = stage;
        open("beijing", "Beijing", "北京", "CN", "Asia/Shanghai");
        open("paris", "Paris", "Paris", "FR", "Europe/Paris");
    }

    public Stage stage() {
        return stage;
    }

    /** The bookings and sessions that were answered with 201. */
    public Set<UUID> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Remembers that a change was acknowledged. */
    public Reply acknowledge(Reply created) {
        acknowledged.add(UUID.fromString(created.expect(201).id()));
        return created;
    }

    private void open(String id, String name, String local, String country, String zone) {
        var administrator = stage.signedIn("aigerim");
        administrator
                .post(
                        "/v1/centres",
                        Map.of(
                                "id",
                                id,
                                "name",
                                Map.of("en", "Kazakh cultural centre in " + name),
                                "address",
                                Map.of("en", "1 Silk Road, " + name),
                                "city",
                                Map.of("en", name, "zh-Hans", local),
                                "country",
                                country,
                                "zone",
                                zone))
                .expect(201);
        var hours = new ArrayList<Map<String, String>>();
        for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            hours.add(Map.of("day", day, "opens", "08:00", "closes", "22:00"));
        }
        var path = "/v1/centres/" + id + "/opening-hours";
        administrator
                .put(
                        path,
                        Map.of("weekly", hours),
                        administrator.get(path).expect(200).etag())
                .expect(200);
        Eventually.within(
                COPIED,
                "event-service knows " + id + " and its hours",
                () -> stage.database()
                                .number(
                                        "select count(*) from event.centre c join centre.centre s using (id, version) where c.id = ?",
                                        id)
                        == 1);
    }

    /** A new space of Beijing with a name of its own, known to event-service. */
    public UUID room(String name, int capacity) {
        var code = "room-" + next.incrementAndGet();
        var space = stage.signedIn(MANAGER)
                .post(
                        "/v1/spaces",
                        Map.of(
                                "centreId",
                                "beijing",
                                "code",
                                code,
                                "name",
                                Map.of("en", name),
                                "kind",
                                "music-hall",
                                "capacity",
                                capacity,
                                "setUpMinutes",
                                15,
                                "clearingMinutes",
                                15))
                .expect(201);
        Eventually.within(
                COPIED,
                "event-service knows the space",
                () -> stage.database().number("select count(*) from event.space where id = ?::uuid", space.id()) == 1);
        return UUID.fromString(space.id());
    }

    /** A new stock of equipment of Beijing, known to event-service. */
    public UUID stock(String name, int quantity) {
        var stock = stage.signedIn(MANAGER)
                .post(
                        "/v1/equipment",
                        Map.of(
                                "centreId",
                                "beijing",
                                "code",
                                "stock-" + next.incrementAndGet(),
                                "name",
                                Map.of("en", name),
                                "quantity",
                                quantity))
                .expect(201);
        Eventually.within(
                COPIED,
                "event-service knows the stock",
                () -> stage.database().number("select count(*) from event.equipment where id = ?::uuid", stock.id())
                        == 1);
        return UUID.fromString(stock.id());
    }

    /** Somebody who teaches in Beijing. */
    public UUID teacher(String name) {
        return UUID.fromString(stage.signedIn(MANAGER)
                .post("/v1/teachers", Map.of("centreId", "beijing", "name", name))
                .expect(201)
                .id());
    }

    /** A new workshop of Beijing. */
    public UUID workshop(String title) {
        return UUID.fromString(stage.signedIn(MANAGER)
                .post("/v1/events", workshopDraft(title))
                .expect(201)
                .id());
    }

    /** What a workshop is announced with. */
    public static Map<String, Object> workshopDraft(String title) {
        return Map.of(
                "centreId", "beijing",
                "kind", "workshop",
                "title", Map.of("en", title, "fr", title + " (en français)"),
                "audience", "adults",
                "languages", List.of("zh-Hans", "kk"));
    }

    /** What a session of two hours is planned with, that many days from today at that hour of Beijing. */
    public static Map<String, Object> sessionDraft(UUID event, UUID room, int daysAhead, int hour) {
        var starts = LocalDate.now(BEIJING).plusDays(daysAhead).atTime(hour, 0);
        return Map.of(
                "eventId", event.toString(),
                "spaceId", room.toString(),
                "startsAt", wall(starts),
                "endsAt", wall(starts.plusHours(2)));
    }

    /** That hour of Beijing, that many days from today, as a wall time. */
    public static String at(int daysAhead, int hour) {
        return wall(LocalDate.now(BEIJING).plusDays(daysAhead).atTime(hour, 0));
    }

    static String wall(LocalDateTime time) {
        return time.toString();
    }

    /** A session in a room of its own. */
    public UUID session(String title, int capacity) {
        var planned = stage.signedIn(MANAGER)
                .post("/v1/sessions", sessionDraft(workshop(title), room(title, capacity), 30, 10));
        return UUID.fromString(acknowledge(planned).id());
    }

    /** Books places for a visitor of that name, at the public address. */
    public Reply book(UUID session, String visitor, int places) {
        return acknowledge(book(
                stage.signedIn(STAFF),
                session,
                visitor,
                places,
                UUID.randomUUID().toString()));
    }

    /** Asks for places in somebody's name, with a key, and says what came of it. */
    public static Reply book(Client client, UUID session, String visitor, int places, String key) {
        return client.post(bookingsOf(session), bookingDraft(visitor, places), "Idempotency-Key", key);
    }

    public static String bookingsOf(UUID session) {
        return "/v1/sessions/" + session + "/bookings";
    }

    public static Map<String, Object> bookingDraft(String visitor, int places) {
        var contact = visitor.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        return Map.of("visitor", Map.of("name", visitor, "contact", contact, "language", "fr"), "places", places);
    }

    @Override
    public void close() {
        stage.close();
    }
}
