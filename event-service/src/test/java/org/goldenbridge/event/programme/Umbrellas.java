package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;

/** One-word ways to make programmes and drafts. */
final class Umbrellas {
    static final String ADMINISTRATOR = TestTokens.of("aigerim", "/network/administrator");

    private Umbrellas() {}

    /** The body of a programme, from today's first day on for a hundred days. */
    static String body(String centre, String kind, String parent) {
        return """
                {"kind":"%s",%s%s"title":{"en":"Days of culture","fr":"Journées de la culture"},
                 "description":{"en":"Over several cities"},"startsOn":"%s","endsOn":"%s"}""".formatted(
                        kind,
                        centre == null ? "" : "\"centreId\":\"" + centre + "\",",
                        parent == null ? "" : "\"parentId\":\"" + parent + "\",",
                        day(0),
                        day(100));
    }

    static String draft(TestCentre centre, String kind, String parent) {
        return id(post(centre.staff(), "/v1/programmes", body(centre.id(), kind, parent)));
    }

    static String draft(TestCentre centre) {
        return draft(centre, "days-of-culture", null);
    }

    static String announced(TestCentre centre) {
        return announced(centre, "days-of-culture", null);
    }

    static String announced(TestCentre centre, String kind, String parent) {
        var programme = draft(centre, kind, parent);
        announce(centre.staff(), "/v1/programmes/" + programme).statusCode(200);
        return programme;
    }

    static TestResponse announce(String token, String path) {
        return post(token, path + "/announcement", tag(token, path), "");
    }

    static TestResponse cancel(String token, String path, String body) {
        return post(token, path + "/cancellation", tag(token, path), body);
    }

    static TestResponse put(String token, String path, String body) {
        return given().bearer(token)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag(token, path))
                .body(body)
                .put(path);
    }

    /** The body of an event; more is further fields. */
    static String event(String centre, String more) {
        return """
                {"centreId":"%s","kind":"concert","title":{"en":"Concert"},"audience":"everyone"%s}""".formatted(centre, more);
    }

    static String draftEvent(TestCentre centre) {
        return id(post(centre.staff(), "/v1/events", event(centre.id(), ",\"draft\":true")));
    }

    static String eventIn(TestCentre centre, String programme) {
        return id(post(centre.staff(), "/v1/events", event(centre.id(), ",\"programmeId\":\"" + programme + "\"")));
    }

    static String session(TestCentre centre, String event, int ahead, String hour) {
        return id(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT%s:00","endsAt":"%sT%s:30"}""".formatted(
                        event, centre.space(), day(ahead), hour, day(ahead), hour)));
    }

    static List<String> ids(String token, String path) {
        return read(token, path).statusCode(200).path("items.id");
    }

    /** Read by the desk, or by anybody without a token. */
    static TestResponse read(String token, String path) {
        return (token == null ? given() : given().bearer(token)).get(path);
    }

    static String tag(String token, String path) {
        return read(token, path).statusCode(200).header("ETag");
    }

    static String id(TestResponse answer) {
        return answer.statusCode(201).path("id");
    }
}
