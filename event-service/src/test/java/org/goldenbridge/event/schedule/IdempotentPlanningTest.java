package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Concurrently;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
@DisplayName("E66 planning under an Idempotency-Key")
class IdempotentPlanningTest {
    private static final String VENUE =
            "\"venue\":{\"name\":{\"en\":\"Hall\"},\"city\":{\"en\":\"Paris\"},\"country\":\"FR\",\"zone\":\"Europe/Paris\"}";

    private final TestCentre centre = beijing(20);

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "series", "events", "courses", "programmes"})
    void makesOneThingAndGivesTheSameAnswer(String what) {
        var key = UUID.randomUUID().toString();
        var body = body(what, 10);
        var first = send(what, key, body).statusCode(201);
        var again = send(what, key, body).statusCode(201);
        assertEquals(first.<String>path("id"), again.<String>path("id"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.asString(), again.asString());
        send(what, key, body.replace("\"en\":\"T\"", "\"en\":\"U\"").replace("\"capacity\":10", "\"capacity\":11"))
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        send(what, "has a blank", body).statusCode(400).body("type", equalTo("/problems/invalid-idempotency-key"));
    }

    @Test
    void withoutAKeyTheSameIsPlannedEachTime() {
        var body = body("sessions", 10);
        var first = given().bearer(centre.staff())
                .contentType("application/json")
                .body(body)
                .post("/v1/sessions");
        var second = given().bearer(centre.staff())
                .contentType("application/json")
                .body(body)
                .post("/v1/sessions");
        assertEquals(
                2,
                count("select 1 from session where id in ('%s', '%s')"
                        .formatted(first.<String>path("id"), second.<String>path("id"))));
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        var key = UUID.randomUUID().toString();
        send("sessions", key, body("sessions", 25)).statusCode(400);
        send("sessions", key, body("sessions", 10)).statusCode(201);
    }

    @Test
    void ofTwoAtOnceOnePlans() throws Exception {
        var event = event(centre);
        var body = body(event, "sessions", 10);
        var key = UUID.randomUUID().toString();
        var statuses = Concurrently.<Integer>together(
                Collections.nCopies(6, () -> send("sessions", key, body).statusCode()));
        assertEquals(1, count("select 1 from session where event_id = '" + event + "'"), statuses.toString());
        assertEquals(
                List.of(),
                statuses.stream()
                        .filter(status -> status != 201 && status != 409)
                        .toList());
    }

    private TestResponse send(String what, String key, String body) {
        return given().bearer(what.equals("programmes") ? centre.manager() : centre.staff())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/" + what);
    }

    private String body(String what, int hour) {
        return body(what.equals("events") || what.equals("programmes") ? "" : event(centre), what, hour);
    }

    private String body(String event, String what, int hour) {
        return switch (what) {
            case "sessions" -> """
                    {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":10,%s}""".formatted(event, at(hour), at(hour + 1), VENUE);
            case "series" -> """
                    {"eventId":"%s","startsOn":"%s","duration":"PT1H","rule":"FREQ=DAILY;COUNT=2","capacity":10,%s}""".formatted(event, at(hour), VENUE);
            case "courses" -> "{\"eventId\":\"%s\",\"capacity\":10}".formatted(event);
            case "events" -> """
                    {"centreId":"%s","kind":"lecture","audience":"everyone","title":{"en":"T"}}""".formatted(centre.id());
            default -> """
                    {"centreId":"%s","kind":"days-of-culture","title":{"en":"T"},"startsOn":"2028-01-01","endsOn":"2028-01-20"}""".formatted(centre.id());
        };
    }
}
