package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;

import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.testing.TestResponse;

/** Short ways to plan sessions with what they need, all on one day; hours are those of Beijing. */
final class Plans {
    private Plans() {}

    static TestResponse plan(TestCentre centre, UUID space, int from, int to, String needs) {
        return post(centre.staff(), "/v1/sessions", draft(event(centre), space, from, to, needs));
    }

    static String draft(String event, UUID space, int from, int to, String needs) {
        return draft(event, space, at(from), at(to), needs);
    }

    static String draft(String event, UUID space, String from, String to, String needs) {
        return """
                {"eventId":"%s","spaceId":"%s","startsAt":"%s","endsAt":"%s",%s}""".formatted(event, space, from, to, needs);
    }

    static TestResponse venue(TestCentre centre, int from, int to, String needs) {
        return venue(centre, event(centre), at(from), at(to), needs);
    }

    static TestResponse venue(TestCentre centre, String event, String from, String to, String needs) {
        return post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":40,%s,
                 "venue":{"name":{"en":"Park"},"city":{"en":"Beijing"},"country":"CN","zone":"Asia/Shanghai"}}""".formatted(event, from, to, needs));
    }

    /** @param more further fields, with a comma before each */
    static TestResponse move(TestCentre centre, TestResponse session, int from, int to, String more) {
        return post(
                centre.staff(),
                "/v1/sessions/" + id(session) + "/moves",
                tag(session),
                "{\"startsAt\":\"%s\",\"endsAt\":\"%s\"%s}".formatted(at(from), at(to), more));
    }

    static TestResponse edit(TestCentre centre, TestResponse session, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag(session))
                .body(body)
                .put("/v1/sessions/" + id(session));
    }

    static TestResponse restore(TestCentre centre, TestResponse session) {
        return post(centre.staff(), "/v1/sessions/" + id(session) + "/restoration", "*", "{}");
    }

    static TestResponse planned(String id) {
        return given().get("/v1/sessions/" + id);
    }

    static String at(int hour) {
        return day(0) + "T%02d:00".formatted(hour);
    }

    static String teachers(String... ids) {
        return "\"teacherIds\":[\"" + String.join("\",\"", ids) + "\"]";
    }

    /** So many of a stock, and how many of them each person needs. */
    static String instruments(UUID equipment, int quantity, Integer perPerson) {
        return "\"equipment\":[{\"equipmentId\":\"%s\",\"quantity\":%d,\"perPerson\":%s}]"
                .formatted(equipment, quantity, perPerson);
    }

    static String id(TestResponse answer) {
        return answer.path("id");
    }

    static String tag(TestResponse answer) {
        return answer.header("ETag");
    }
}
