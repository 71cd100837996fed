package org.goldenbridge.event.calendar;

import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;

/** One-word ways to put something into a calendar, and to read it there. */
final class Subscriptions {
    private Subscriptions() {}

    /** What the database has of a session. */
    record Kept(Instant startsAt, Instant endsAt, int sequence, boolean cancelled) {}

    static TestResponse get(String path) {
        settle();
        return given().get(path).statusCode(200).header("Content-Type", "text/calendar;charset=utf-8");
    }

    static ReadCalendar read(String path) {
        return ReadCalendar.of(get(path).asByteArray());
    }

    static String path(TestCentre centre) {
        return "/v1/calendars/centres/" + centre.id() + ".ics";
    }

    /** All that was changed has its time in the change feed. */
    private static void settle() {
        Eventually.isTrue("changes are numbered", () -> count("select 1 from outbox where number is null") == 0);
    }

    /** An event with that title and further fields. */
    static String event(TestCentre centre, String title, String more) {
        return id(post(centre.staff(), "/v1/events", content(centre, title, more)));
    }

    static void edit(TestCentre centre, String event, String title, String more) {
        known(given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "*")
                .body(content(centre, title, more))
                .put("/v1/events/" + event)
                .statusCode(200));
    }

    private static String content(TestCentre centre, String title, String more) {
        return """
                {"centreId":"%s","kind":"concert","title":%s,"audience":"everyone"%s}""".formatted(centre.id(), title, more);
    }

    static String plan(TestCentre centre, String event, String where, Object from, Object to) {
        return id(post(centre.manager(), "/v1/sessions", """
                {"eventId":"%s",%s,"startsAt":"%s","endsAt":"%s"%s}""".formatted(
                        event, where, from, to, where.contains("spaceId") ? "" : ",\"capacity\":20")));
    }

    static String venue(String zone) {
        return """
                "venue":{"name":{"en":"Old mill"},"address":{"en":"Quay 1; yard, left"},"city":{"en":"Town"},"country":"FR","zone":"%s"}""".formatted(zone);
    }

    static void act(TestCentre centre, String path, String body) {
        known(post(centre.manager(), path, "*", body).statusCode(200));
    }

    /** What was written is in what is read from now on. */
    private static void known(TestResponse written) {
        given().get("/v1/schedule?limit=1&changeNumber=" + written.header("Change-Number"))
                .statusCode(200);
    }

    static String id(TestResponse answer) {
        return answer.statusCode(201).path("id");
    }

    static Map<String, Kept> kept(TestCentre centre) {
        var found = new LinkedHashMap<String, Kept>();
        try (var connection = TestPostgres.connect();
                var query = connection.prepareStatement(
                        "select id::text, starts_at, ends_at, sequence, status from session where centre_id = ?")) {
            query.setString(1, centre.id());
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getString(1),
                            new Kept(
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getInt(4),
                                    row.getString(5).equals("cancelled")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertFalse(found.isEmpty());
        return found;
    }
}
