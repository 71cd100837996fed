package org.goldenbridge.event.course;

import static io.restassured.RestAssured.given;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.post;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;

/** One-word ways to plan courses and to enrol. */
final class Courses {
    private Courses() {}

    /** Somebody at the desk of the centre does something. */
    static ValidatableResponse act(TestCentre centre, String path) {
        return post(centre.staff(), path, "");
    }

    /** Kazakh for children from seven to ten. */
    static String children(TestCentre centre) {
        return id(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"course","title":{"en":"Kazakh for children"},"audience":"children",
                 "level":"beginner","minimumAge":7,"maximumAge":10,"price":{"amount":180,"currency":"EUR"}}""".formatted(centre.id())));
    }

    static ValidatableResponse plan(TestCentre centre, String event, String terms) {
        return post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",%s}".formatted(event, terms));
    }

    /** A course of an event without ages, with four lessons on four days. */
    static String course(TestCentre centre, String event, String terms, int firstDay) {
        var course = id(plan(centre, event, terms).statusCode(201));
        lessons(centre, event, course, firstDay, 4).statusCode(201);
        return course;
    }

    static ValidatableResponse lessons(TestCentre centre, String event, String course, int firstDay, int count) {
        return post(centre.staff(), "/v1/series", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsOn":"%sT18:00","duration":"PT1H30M",
                 "rule":"FREQ=DAILY;COUNT=%d"}""".formatted(event, course, centre.space(), day(firstDay), count));
    }

    static ValidatableResponse lesson(TestCentre centre, String event, String course, UUID space, int ahead) {
        return post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00"}""".formatted(event, course, space, day(ahead), day(ahead)));
    }

    /** The lessons of a course, in their order. */
    static java.util.List<String> lessonsOf(String course) {
        return given().get("/v1/sessions?limit=500&course=" + course)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    static ValidatableResponse read(String course) {
        return given().get("/v1/courses/" + course).then().statusCode(200);
    }

    static ValidatableResponse lesson(String session) {
        return given().get("/v1/sessions/" + session).then().statusCode(200);
    }

    static ValidatableResponse enrol(TestCentre centre, String course, String name, int... ages) {
        var said = ages.length == 0 ? "" : ",\"ages\":" + java.util.Arrays.toString(ages);
        return keyed(centre, "/v1/courses/" + course + "/bookings", """
                {"visitor":{"name":"%s","contact":"%s@example.org","language":"fr"},"places":%d%s}""".formatted(
                name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), Math.max(1, ages.length), said));
    }

    static ValidatableResponse keyed(TestCentre centre, String path, String body) {
        return given().auth()
                .oauth2(centre.staff())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    static ValidatableResponse note(TestCentre centre, String session, String booking, int present) {
        return put(centre, "/v1/sessions/" + session + "/attendance/" + booking, "{\"present\":" + present + "}");
    }

    static ValidatableResponse put(TestCentre centre, String path, String body) {
        return given().auth()
                .oauth2(centre.staff())
                .contentType(ContentType.JSON)
                .headers(Map.of("If-Match", "*"))
                .body(body)
                .put(path)
                .then();
    }

    static ValidatableResponse places(TestCentre centre, String path) {
        return given().auth()
                .oauth2(centre.staff())
                .get(path + "/places")
                .then()
                .statusCode(200);
    }

    static String id(ValidatableResponse made) {
        return made.extract().path("id");
    }
}
