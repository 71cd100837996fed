package org.goldenbridge.event.course;

import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.testing.TestResponse;

/** One-word ways to plan courses and to enrol. */
final class Courses {
    private Courses() {}

    /** Somebody at the desk of the centre does something. */
    static TestResponse act(TestCentre centre, String path) {
        return post(centre.staff(), path, "");
    }

    /** Kazakh for children from seven to ten. */
    static String children(TestCentre centre) {
        return id(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"course","title":{"en":"Kazakh for children"},"audience":"children",
                 "level":"beginner","minimumAge":7,"maximumAge":10,"price":{"amount":180,"currency":"EUR"}}""".formatted(centre.id())));
    }

    static TestResponse plan(TestCentre centre, String event, String terms) {
        return post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",%s}".formatted(event, terms));
    }

    /** A course of an event without ages, with four lessons on four days. */
    static String course(TestCentre centre, String event, String terms, int firstDay) {
        var course = id(plan(centre, event, terms).statusCode(201));
        lessons(centre, event, course, firstDay, 4).statusCode(201);
        return course;
    }

    static TestResponse lessons(TestCentre centre, String event, String course, int firstDay, int count) {
        return post(centre.staff(), "/v1/series", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsOn":"%sT18:00","duration":"PT1H30M",
                 "rule":"FREQ=DAILY;COUNT=%d"}""".formatted(event, course, centre.space(), day(firstDay), count));
    }

    static TestResponse lesson(TestCentre centre, String event, String course, UUID space, int ahead) {
        return post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00"}""".formatted(event, course, space, day(ahead), day(ahead)));
    }

    /** The lessons of a course, in their order. */
    static java.util.List<String> lessonsOf(String course) {
        return given().get("/v1/sessions?limit=500&course=" + course)
                .statusCode(200)
                .path("items.id");
    }

    static TestResponse read(String course) {
        return given().get("/v1/courses/" + course).statusCode(200);
    }

    static TestResponse lesson(String session) {
        return given().get("/v1/sessions/" + session).statusCode(200);
    }

    static TestResponse enrol(TestCentre centre, String course, String name, int... ages) {
        var said = ages.length == 0 ? "" : ",\"ages\":" + java.util.Arrays.toString(ages);
        return keyed(centre, "/v1/courses/" + course + "/bookings", """
                {"visitor":{"name":"%s","contact":"%s@example.org","language":"fr"},"places":%d%s}""".formatted(
                name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), Math.max(1, ages.length), said));
    }

    static TestResponse keyed(TestCentre centre, String path, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    static TestResponse note(TestCentre centre, String session, String booking, int present) {
        return put(centre, "/v1/sessions/" + session + "/attendance/" + booking, "{\"present\":" + present + "}");
    }

    static TestResponse put(TestCentre centre, String path, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .headers(Map.of("If-Match", "*"))
                .body(body)
                .put(path);
    }

    static TestResponse places(TestCentre centre, String path) {
        return given().bearer(centre.staff()).get(path + "/places").statusCode(200);
    }

    static String id(TestResponse made) {
        return made.path("id");
    }
}
