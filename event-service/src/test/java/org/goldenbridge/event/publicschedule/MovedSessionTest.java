package org.goldenbridge.event.publicschedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.format.TextStyle;
import java.util.Locale;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** E42: a session that was announced and then moved. */
@EventServiceTest
class MovedSessionTest {

    private static String plan(TestCentre centre, String event, int ahead) {
        return created(
                post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT18:00","endsAt":"%sT20:00"}""".formatted(event, centre.space(), day(ahead), day(ahead))));
    }

    private static TestResponse move(TestCentre centre, String session, int ahead, String from, String to) {
        return post(centre.staff(), "/v1/sessions/" + session + "/moves", "*", """
                {"startsAt":"%sT%s","endsAt":"%sT%s"}""".formatted(
                                day(ahead), from, day(ahead), to))
                .statusCode(200);
    }

    private static TestResponse document(String session) {
        return given().get("/v1/linked-data/sessions/" + session).statusCode(200);
    }

    @Test
    @DisplayName("E42: linked data, schedule, calendar, page and list say that a session was moved, and from when")
    void isTold() {
        var centre = beijing(20);
        var event = event(centre);
        var session = plan(centre, event, 3);
        document(session).body("eventStatus", endsWith("/EventScheduled")).body("$", not(hasKey("previousStartDate")));
        var write = move(centre, session, 9, "18:00", "20:00");
        document(session)
                .body("eventStatus", equalTo("https://schema.org/EventRescheduled"))
                .body("previousStartDate", equalTo(day(3) + "T18:00:00+08:00"));
        given().get("/v1/schedule?centre=" + centre.id() + "&changeNumber=" + write.header("Change-Number"))
                .statusCode(200)
                .body("items[0].previousStartsAt", equalTo(day(3) + "T10:00:00Z"));
        var month = day(3).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        var then = day(3).getDayOfMonth() + " " + month;
        for (var path : new String[] {
            "/whats-on/events/" + event + "?lang=en", "/whats-on?lang=en&centre=" + centre.id() + "&day=" + day(9)
        }) {
            var html = given().get(path).statusCode(200).asString();
            assertTrue(
                    html.matches("(?s).*class=\"[t ]*moved\">Moved from [A-Z][a-z]+,? " + then + "( \\d{4})?<.*"),
                    html);
        }
        given().get("/v1/calendars/sessions/" + session + ".ics?lang=en").body(containsString("Moved from "));
    }

    @Test
    @DisplayName("E42: each earlier start is kept; moving back takes it back")
    void keepsEachEarlierStart() {
        var centre = beijing(20);
        var session = plan(centre, event(centre), 3);
        move(centre, session, 5, "18:00", "20:00");
        move(centre, session, 7, "18:00", "20:00");
        document(session).body("previousStartDate", contains(day(3) + "T18:00:00+08:00", day(5) + "T18:00:00+08:00"));
        move(centre, session, 5, "18:00", "20:00");
        document(session).body("previousStartDate", equalTo(day(3) + "T18:00:00+08:00"));
        move(centre, session, 3, "18:00", "20:00");
        document(session).body("eventStatus", endsWith("/EventScheduled")).body("$", not(hasKey("previousStartDate")));
    }

    @Test
    @DisplayName("E42: what was moved and then cancelled is cancelled, with its earlier start")
    void isCancelledAfterwards() {
        var centre = beijing(20);
        var session = plan(centre, event(centre), 3);
        move(centre, session, 5, "18:00", "20:00");
        post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        document(session)
                .body("eventStatus", endsWith("/EventCancelled"))
                .body("previousStartDate", equalTo(day(3) + "T18:00:00+08:00"));
    }

    @Test
    @DisplayName("E42: another room, or another end, is no new date")
    void staysWithAnotherRoom() {
        var centre = beijing(20);
        var session = plan(centre, event(centre), 3);
        post(centre.staff(), "/v1/sessions/" + session + "/moves", "*", """
                {"startsAt":"%sT18:00","endsAt":"%sT21:00","spaceId":"%s"}""".formatted(
                                day(3), day(3), space(centre.id(), 20)))
                .statusCode(200);
        document(session).body("eventStatus", endsWith("/EventScheduled"));
    }

    @Test
    @DisplayName("E42: a draft that is moved was told to nobody")
    void isNotToldOfDrafts() {
        var centre = beijing(20);
        var event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","audience":"everyone","title":{"en":"Draft"},"draft":true}""".formatted(centre.id())));
        var session = plan(centre, event, 3);
        move(centre, session, 5, "18:00", "20:00");
        post(centre.staff(), "/v1/events/" + event + "/announcement", "*", "{}").statusCode(200);
        document(session).body("eventStatus", endsWith("/EventScheduled"));
    }

    @Test
    @DisplayName("E42: a series that is held at another hour moves each of its sessions")
    void isToldOfSeries() {
        var centre = beijing(20);
        var event = event(centre);
        String series = post(centre.staff(), "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%sT18:00","duration":"PT1H","rule":"FREQ=DAILY;COUNT=3"}""".formatted(event, centre.space(), day(3)))
                .statusCode(201)
                .path("id");
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", """
                {"scope":"all","time":"19:00"}""").statusCode(200);
        given().get("/v1/linked-data/events/" + event)
                .statusCode(200)
                .body("subEvent.eventStatus", everyItem(endsWith("/EventRescheduled")))
                .body("subEvent[0].previousStartDate", equalTo(day(3) + "T18:00:00+08:00"));
    }
}
