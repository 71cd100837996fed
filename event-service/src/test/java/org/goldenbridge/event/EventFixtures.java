package org.goldenbridge.event;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.goldenbridge.platform.testing.Eventually;
import org.goldenbridge.platform.testing.TestPostgres;
import org.goldenbridge.platform.testing.TestTokens;

/** A centre of the test's own, told over Kafka as centre-service would, and one-word ways to use the API there. */
public final class Network {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static KafkaProducer<String, byte[]> producer;

    private Network() {}

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
        tellCentre(id, zone, 1, "[]");
        return new TestCentre(id, space(id, capacity));
    }

    /** Beijing's zone, and a room for that many. */
    public static TestCentre beijing(int capacity) {
        return centre("Asia/Shanghai", capacity);
    }

    /** A space with one cell of its own, known to the service when this returns. */
    public static UUID space(String centre, int capacity) {
        var id = UUID.randomUUID();
        tellSpace(id, centre, 1, "Music hall", capacity, id);
        return id;
    }

    public static void tellCentre(String id, String zone, int version, String closures) {
        tellCentre(id, zone, version, closures, "Centre");
    }

    public static void tellCentre(String id, String zone, int version, String closures, String name) {
        var hours = new StringBuilder();
        for (var day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
            hours.append(hours.isEmpty() ? "" : ",")
                    .append("{\"day\":\"%s\",\"opens\":\"08:00\",\"closes\":\"22:00\"}".formatted(day));
        }
        tell("centre.centres", "org.goldenbridge.centre.changed.v1", id, """
                {"id":"%s","version":%d,"withdrawn":false,"name":{"en":"%s"},"city":{"en":"City"},"country":"CN",
                 "address":{"en":"Street 1"},"zone":"%s","openingHours":[%s],"closures":%s}""".formatted(
                        id, version, name, zone, hours, closures));
        Eventually.isTrue(
                "centre " + id + " is known",
                () -> count("select 1 from centre where id = '" + id + "' and version >= " + version) == 1);
    }

    public static void tellSpace(UUID id, String centre, int version, String name, int capacity, UUID... cells) {
        var list = new StringBuilder();
        for (var cell : cells) {
            list.append(list.isEmpty() ? "" : ",").append('"').append(cell).append('"');
        }
        tell("centre.spaces", "org.goldenbridge.space.changed.v1", id.toString(), """
                {"id":"%s","centreId":"%s","version":%d,"withdrawn":false,"code":"hall-%s","name":{"en":"%s","fr":"Salle"},
                 "kind":"music-hall","capacity":%d,"setUpMinutes":15,"clearingMinutes":15,"cells":[%s]}""".formatted(
                        id, centre, version, id.toString().substring(0, 8), name, capacity, list));
        Eventually.isTrue(
                "space " + id + " is known",
                () -> count("select 1 from space where id = '" + id + "' and version >= " + version) == 1);
    }

    /** A stock of so many dombras, known to the service when this returns. */
    public static UUID dombras(TestCentre centre, int quantity) {
        var id = UUID.randomUUID();
        tellEquipment(id, centre, 0, false, quantity);
        return id;
    }

    public static void tellEquipment(UUID id, TestCentre centre, int version, boolean withdrawn, int quantity) {
        tell("centre.equipment", "org.goldenbridge.equipment.changed.v1", id.toString(), """
                {"id":"%s","centreId":"%s","version":%d,"withdrawn":%s,"code":"dombra-%s",
                 "name":{"en":"Dombra","kk":"Домбыра"},"quantity":%d}""".formatted(
                        id, centre.id(), version, withdrawn, id.toString().substring(0, 8), quantity));
        Eventually.isTrue(
                "equipment " + id + " is known",
                () -> count("select 1 from equipment where id = '" + id + "' and version >= " + version) == 1);
    }

    /** Somebody who teaches at the centre. */
    public static String teacher(TestCentre centre, String name) {
        return post(
                        centre.manager(),
                        "/v1/teachers",
                        "{\"centreId\":\"%s\",\"name\":\"%s\"}".formatted(centre.id(), name))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Tells a fact as centre-service does. */
    public static void tell(String topic, String type, String key, String data) {
        send(topic, key, """
                {"specversion":"1.0","id":"%s","source":"/centre-service","type":"%s","subject":"%s",
                 "time":"2026-11-20T10:00:00Z","datacontenttype":"application/json","data":%s}""".formatted(UUID.randomUUID(), type, key, data));
    }

    /** Sends any text, well formed or not. */
    public static synchronized void send(String topic, String key, String value) {
        if (producer == null) {
            var settings = new HashMap<String, Object>();
            settings.put(
                    "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            Topics.ensure();
        }
        try {
            var message = new ProducerRecord<String, byte[]>(
                    topic, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
            // as the relay sends it: a connector that minds this header must leave the message alone
            message.headers()
                    .add(
                            "content-type",
                            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII));
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A day well ahead, the same for a whole test run. */
    public static LocalDate day(int ahead) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30L + ahead);
    }

    public static String event(TestCentre centre) {
        return post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"Dombra workshop","fr":"Atelier de dombra"},
                 "audience":"adults","languages":["zh-Hans","kk"]}""".formatted(centre.id()))
                .statusCode(201)
                .extract()
                .path("id");
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
        return post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00","capacity":%d}""".formatted(
                                event(centre), centre.space(), day(daysAhead), day(daysAhead), capacity))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String visitor(String name, int places) {
        return """
                {"visitor":{"name":"%s","contact":"%s@example.org","language":"fr"},"places":%d}""".formatted(name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), places);
    }

    public static ValidatableResponse book(String token, String session, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/sessions/{id}/bookings", session)
                .then();
    }

    public static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse post(String token, String path, String ifMatch, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .headers(ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch))
                .body(body)
                .post(path)
                .then();
    }

    public static long count(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from (" + sql + ") as found")) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
