package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Taking the cancellation of an event back, which like the cancellation takes a manager. */
@EventServiceTest
class EventRestorationTest {
    private TestCentre centre;
    private String event;
    private String path;

    @BeforeEach
    void announce() {
        centre = beijing(20);
        event = event(centre);
        path = "/v1/events/" + event;
    }

    private String planned(String of, String from, String until) {
        return created(post(
                centre.staff(), "/v1/sessions", draft(of, centre.space(), day(1) + "T" + from, day(1) + "T" + until)));
    }

    @Test
    @DisplayName("E58: an event stands again with its course, sessions and bookings that ended with it")
    void restoresWhatEndedWithIt() {
        var session = planned(event, "10:00", "11:00");
        var before = planned(event, "14:00", "15:00");
        post(centre.staff(), "/v1/sessions/" + before + "/cancellation", "*", "{}")
                .statusCode(200);
        String course =
                created(post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",\"capacity\":10}".formatted(event)));
        String lesson = created(
                post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT17:00","endsAt":"%sT18:00"}""".formatted(event, course, centre.space(), day(1), day(1))));
        book(centre.staff(), session, "one", visitor("Aru Serik", 3)).statusCode(201);
        post(centre.manager(), path + "/cancellation", "*", "{}").statusCode(200);
        post(centre.manager(), path + "/restoration", "*", "").statusCode(200).body("status", equalTo("announced"));
        var scheduled = "select from session where status = 'scheduled' and id in ('%s', '%s', '%s')";
        assertEquals(2, count(scheduled.formatted(session, lesson, before)), "what was cancelled before stays so");
        assertEquals(1, count("select from course where id = '" + course + "' and status = 'scheduled'"));
        assertEquals(1, count("select from booking where opportunity_id = '" + session + "' and status = 'confirmed'"));
        post(centre.manager(), path + "/restoration", "*", "")
                .statusCode(409)
                .body("type", equalTo("/problems/not-cancelled"));
    }

    @Test
    @DisplayName("E58: whole or not at all, while the space is free; a draft is a draft again")
    void restoresNothingWhereSomethingElseHasTheSpace() {
        planned(event, "10:00", "11:00");
        var later = planned(event, "17:00", "18:00");
        post(centre.manager(), path + "/cancellation", "*", "{}").statusCode(200);
        planned(event(centre), "10:00", "11:00");
        post(centre.manager(), path + "/restoration", "*", "")
                .statusCode(409)
                .body("type", equalTo("/problems/space-taken"));
        assertEquals(1, count("select from event where id = '" + event + "' and status = 'cancelled'"));
        assertEquals(1, count("select from session where id = '" + later + "' and status = 'cancelled'"));
    }

    @Test
    @DisplayName("D39: cancelling an event or a programme, and taking it back, takes a manager")
    void takesAManager() {
        post(centre.staff(), path + "/cancellation", "*", "{}").statusCode(403);
        post(centre.staff(), path + "/restoration", "*", "").statusCode(403);
        String programme = created(post(centre.staff(), "/v1/programmes", """
                {"kind":"festival","centreId":"%s","title":{"en":"Nauryz"},"startsOn":"2027-03-14","endsOn":"2027-03-24"}""".formatted(centre.id())));
        post(centre.staff(), "/v1/programmes/" + programme + "/cancellation", "*", "{\"withEvents\":false}")
                .statusCode(403);
        post(centre.manager(), "/v1/programmes/" + programme + "/cancellation", "*", "{\"withEvents\":false}")
                .statusCode(200);
    }

    private String festival(String more) {
        return created(post(centre.staff(), "/v1/programmes", """
                {"kind":"festival","centreId":"%s","title":{"en":"Nauryz"},"startsOn":"2027-03-14","endsOn":"2027-03-24"%s}""".formatted(centre.id(), more)));
    }

    private String under(String programme) {
        return created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","audience":"everyone","title":{"en":"Felt"},"programmeId":"%s"}""".formatted(centre.id(), programme)));
    }

    private static long cancelled(String table, String... ids) {
        return count(
                "select from " + table + " where status = 'cancelled' and id in ('" + String.join("', '", ids) + "')");
    }

    @Test
    @DisplayName(
            "E58: a programme stands again with the parts, events and sessions that ended with it, and with no others")
    void restoresAProgrammeWithWhatEndedWithIt() {
        var festival = festival("");
        var part = festival(",\"parentId\":\"" + festival + "\"");
        post(centre.manager(), "/v1/programmes/" + festival + "/announcement", "*", "")
                .statusCode(200);
        var first = under(festival);
        var second = under(part);
        var before = under(part);
        var sessions = new String[] {planned(first, "10:00", "11:00"), planned(second, "12:00", "13:00")};
        post(centre.manager(), "/v1/events/" + before + "/cancellation", "*", "{}")
                .statusCode(200);
        post(centre.manager(), "/v1/programmes/" + festival + "/cancellation", "*", "{\"withEvents\":true}")
                .statusCode(200);
        assertEquals(2, cancelled("programme", festival, part));
        assertEquals(3, cancelled("event", first, second, before));
        assertEquals(2, cancelled("session", sessions));
        post(centre.staff(), "/v1/programmes/" + festival + "/restoration", "*", "")
                .statusCode(403);
        post(centre.manager(), "/v1/programmes/" + festival + "/restoration", "*", "")
                .statusCode(200)
                .body("status", equalTo("announced"));
        assertEquals(0, cancelled("programme", festival, part));
        assertEquals(1, cancelled("event", first, second, before), "what was cancelled before stays so");
        assertEquals(0, cancelled("session", sessions));
        post(centre.manager(), "/v1/programmes/" + festival + "/restoration", "*", "")
                .statusCode(409)
                .body("type", equalTo("/problems/not-cancelled"));
    }

    @Test
    @DisplayName("E58: a programme is restored whole or not at all")
    void restoresNoProgrammeWhereSomethingElseHasASpace() {
        var festival = festival("");
        var first = under(festival);
        planned(first, "10:00", "11:00");
        post(centre.manager(), "/v1/programmes/" + festival + "/cancellation", "*", "{\"withEvents\":true}")
                .statusCode(200);
        planned(event, "10:00", "11:00");
        post(centre.manager(), "/v1/programmes/" + festival + "/restoration", "*", "")
                .statusCode(409)
                .body("type", equalTo("/problems/space-taken"));
        assertEquals(1, cancelled("programme", festival));
        assertEquals(1, cancelled("event", first));
    }
}
