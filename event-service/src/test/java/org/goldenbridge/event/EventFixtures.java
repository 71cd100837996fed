package org.goldenbridge.event;

import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.goldenbridge.testing.Facts;
import org.goldenbridge.testing.KafkaTopics;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;

/** A centre of the test's own, known to the service without a way over Kafka, and one-word ways to use the API there. */
public final class EventFixtures {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private EventFixtures() {}

    /** A centre with one space, open from 8 to 22 every day. */
    public record TestCentre(String id, UUID space) {
        public String manager() {
            return TestTokens.of(id + "-manager", "/" + id + "/manager");
        }

        public String staff() {
            return TestTokens.of(id + "-staff", "/" + id + "/staff");
        }
    }

    /** A centre in that zone with a room of that capacity. */
    public static TestCentre centre(String zone, int capacity) {
        var id = "centre-" + COUNT.incrementAndGet();
        applyCentre(id, zone, 1, "[]");
        return new TestCentre(id, space(id, capacity));
    }

    /** Beijing's zone, and a room for that many. */
    public static TestCentre beijing(int capacity) {
        return centre("Asia/Shanghai", capacity);
    }

    /** A space with one cell of its own, known to the service when this returns. */
    public static UUID space(String centre, int capacity) {
        var id = UUID.randomUUID();
        applySpace(id, centre, 1, "Music hall", capacity, id);
        return id;
    }

    public static void applyCentre(String id, String zone, int version, String closures) {
        applyCentre(id, zone, version, closures, "Centre");
    }

    public static void applyCentre(String id, String zone, int version, String closures, String name) {
        var hours = new StringBuilder();
        for (var day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
            hours.append(hours.isEmpty() ? "" : ",")
                    .append("{\"day\":\"%s\",\"opens\":\"08:00\",\"closes\":\"22:00\"}".formatted(day));
        }
        apply("centre.centres", "org.goldenbridge.centre.changed.v1", id, """
                {"id":"%s","version":%d,"withdrawn":false,"name":{"en":"%s"},"city":{"en":"City"},"country":"CN",
                 "address":{"en":"Street 1"},"zone":"%s","openingHours":[%s],"closures":%s}""".formatted(
                        id, version, name, zone, hours, closures));
    }

    public static void applySpace(UUID id, String centre, int version, String name, int capacity, UUID... cells) {
        var list = new StringBuilder();
        for (var cell : cells) {
            list.append(list.isEmpty() ? "" : ",").append('"').append(cell).append('"');
        }
        apply("centre.spaces", "org.goldenbridge.space.changed.v1", id.toString(), """
                {"id":"%s","centreId":"%s","version":%d,"withdrawn":false,"code":"hall-%s","name":{"en":"%s","fr":"Salle"},
                 "kind":"music-hall","capacity":%d,"setUpMinutes":15,"clearingMinutes":15,"cells":[%s]}""".formatted(
                        id, centre, version, id.toString().substring(0, 8), name, capacity, list));
    }

    /** A stock of so many dombras, known to the service when this returns. */
    public static UUID dombras(TestCentre centre, int quantity) {
        var id = UUID.randomUUID();
        applyEquipment(id, centre, 0, false, quantity);
        return id;
    }

    public static void applyEquipment(UUID id, TestCentre centre, int version, boolean withdrawn, int quantity) {
        apply("centre.equipment", "org.goldenbridge.equipment.changed.v1", id.toString(), """
                {"id":"%s","centreId":"%s","version":%d,"withdrawn":%s,"code":"dombra-%s",
                 "name":{"en":"Dombra","kk":"Домбыра"},"quantity":%d}""".formatted(
                        id, centre.id(), version, withdrawn, id.toString().substring(0, 8), quantity));
    }

    /** Somebody who teaches at the centre. */
    public static String teacher(TestCentre centre, String name) {
        return created(post(
                centre.manager(),
                "/v1/teachers",
                "{\"centreId\":\"%s\",\"name\":\"%s\"}".formatted(centre.id(), name)));
    }

    /**
     * Applies a fact of centre-service to the local copies, as its consumer does when it comes over Kafka; the copy is there
     * when this returns. Tests of the consumer itself send with {@link KafkaTopics}.
     */
    public static void apply(String topic, String type, String key, String data) {
        var fact = Facts.fact(type, key, data).getBytes(StandardCharsets.UTF_8);
        LocalCopies.apply(new ConsumerRecord<>(topic, 0, 0, key, fact));
    }

    /** A day well ahead, the same for a whole test run. */
    public static LocalDate day(int ahead) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30L + ahead);
    }

    public static String event(TestCentre centre) {
        return created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"Dombra workshop","fr":"Atelier de dombra"},
                 "audience":"adults","languages":["zh-Hans","kk"]}""".formatted(centre.id())));
    }

    public static String draft(String event, UUID space, String from, String to) {
        return """
                {"eventId":"%s","spaceId":"%s","startsAt":"%s","endsAt":"%s"}""".formatted(event, space, from, to);
    }

    /** A session of a new event in the centre's room, with that many places. */
    public static String session(TestCentre centre, int capacity) {
        return session(centre, capacity, COUNT.incrementAndGet());
    }

    private static String session(TestCentre centre, int capacity, int daysAhead) {
        return created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00","capacity":%d}""".formatted(
                        event(centre), centre.space(), day(daysAhead), day(daysAhead), capacity)));
    }

    public static String visitor(String name, int places) {
        return """
                {"visitor":{"name":"%s","contact":"%s@example.org","language":"fr"},"places":%d}""".formatted(name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), places);
    }

    public static TestResponse book(String token, String session, String key, String body) {
        return given().bearer(token)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/sessions/{id}/bookings", session);
    }

    /** The address of a public page as who asks for it reads all that was written before, by anybody. */
    public static String upToDate(String page) {
        return page.startsWith("/whats-on")
                ? page + (page.contains("?") ? "&" : "?") + "changeNumber=" + lastChange()
                : page;
    }

    private static String lastChange() {
        try (var connection = TestPostgres.connect();
                var last = connection.createStatement().executeQuery("select last_value from outbox_id_seq")) {
            last.next();
            return "w" + last.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
