package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.programme.Umbrellas.ADMINISTRATOR;
import static org.goldenbridge.event.programme.Umbrellas.announce;
import static org.goldenbridge.event.programme.Umbrellas.announced;
import static org.goldenbridge.event.programme.Umbrellas.cancel;
import static org.goldenbridge.event.programme.Umbrellas.draft;
import static org.goldenbridge.event.programme.Umbrellas.draftEvent;
import static org.goldenbridge.event.programme.Umbrellas.event;
import static org.goldenbridge.event.programme.Umbrellas.eventIn;
import static org.goldenbridge.event.programme.Umbrellas.ids;
import static org.goldenbridge.event.programme.Umbrellas.put;
import static org.goldenbridge.event.programme.Umbrellas.read;
import static org.goldenbridge.event.programme.Umbrellas.session;
import static org.goldenbridge.event.programme.Umbrellas.tag;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What the public sees of an event, of its sessions and of a programme, at each status. */
@EventServiceTest
class DraftTest {
    @Test
    void aDraftAndItsSessionsAreSeenByTheDeskOfTheCentreAlone() {
        var centre = beijing(20);
        var other = beijing(20);
        var event = draftEvent(centre);
        var session = session(centre, event, 0, "10");
        for (var stranger :
                new String[] {null, other.staff(), TestTokens.of("cat", "/" + centre.id() + "/cataloguer")}) {
            read(stranger, "/v1/events/" + event).statusCode(404);
            read(stranger, "/v1/sessions/" + session).statusCode(404);
            for (var list : List.of("/v1/events", "/v1/sessions", "/v1/events?status=draft")) {
                var path = list + (list.contains("?") ? "&" : "?") + "centre=" + centre.id();
                assertEquals(List.of(), ids(stranger, path), path);
            }
        }
        for (var insider : List.of(centre.staff(), centre.manager(), ADMINISTRATOR)) {
            read(insider, "/v1/events/" + event).statusCode(200).body("status", equalTo("draft"));
            read(insider, "/v1/sessions/" + session).statusCode(200).body("event.status", equalTo("draft"));
            assertEquals(List.of(event), ids(insider, "/v1/events?centre=" + centre.id()));
            assertEquals(List.of(event), ids(insider, "/v1/events?status=draft&centre=" + centre.id()));
            assertEquals(List.of(), ids(insider, "/v1/events?status=announced&centre=" + centre.id()));
            assertEquals(List.of(session), ids(insider, "/v1/sessions?centre=" + centre.id()));
        }
    }

    @Test
    void nothingLeavesTheServiceUntilItIsAnnouncedAndEverythingAfterwards() {
        var centre = beijing(20);
        var event = draftEvent(centre);
        var session = session(centre, event, 0, "10");
        book(centre.staff(), session, "k", visitor("Guest of Honour", 2)).statusCode(201);
        put(centre.staff(), "/v1/events/" + event, event(centre.id(), "")).statusCode(200);
        applySpace(centre.space(), centre.id(), 2, "Abai hall", 20, centre.space());
        var marker = session(centre, org.goldenbridge.event.EventFixtures.event(centre), 1, "10");
        Eventually.isTrue("the relay has come past", () -> fed("sessions", marker) == 1);
        assertEquals(0, fed("sessions", session) + fed("availability", session));

        announce(centre.staff(), "/v1/events/" + event).statusCode(200).body("status", equalTo("announced"));
        Eventually.isTrue(
                "the session is in both feeds", () -> fed("sessions", session) + fed("availability", session) == 2);
        read(null, "/v1/events/" + event).statusCode(200);
        read(null, "/v1/sessions/" + session).statusCode(200).body("placesLeft", equalTo(18));
        assertEquals(List.of(session, marker), ids(null, "/v1/sessions?centre=" + centre.id()));
    }

    @Test
    void whatIsPlannedWhileItIsAnnouncedIsToldAllTheSame() {
        for (int round = 0; round < 12; round++) {
            var centre = beijing(20);
            var event = draftEvent(centre);
            var tag = tag(centre.staff(), "/v1/events/" + event);
            var announcing = CompletableFuture.runAsync(
                    () -> post(centre.staff(), "/v1/events/" + event + "/announcement", tag, "")
                            .statusCode(200));
            var session = session(centre, event, 0, "10");
            announcing.join();
            Eventually.isTrue(
                    "the session is in both feeds", () -> fed("sessions", session) + fed("availability", session) == 2);
        }
    }

    @Test
    void theSeriesOfADraftIsSeenWithItAndHoldsStillOnceItIsCancelled() {
        var centre = beijing(20);
        var event = draftEvent(centre);
        var series = Umbrellas.id(post(centre.staff(), "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%sT10:00","duration":"PT1H","rule":"FREQ=DAILY;COUNT=3"}""".formatted(event, centre.space(), day(0))));
        var path = "/v1/series/" + series;
        read(null, path).statusCode(404);
        read(centre.staff(), path).statusCode(200);
        assertEquals(List.of(), ids(null, "/v1/sessions?series=" + series));
        announce(centre.staff(), "/v1/events/" + event).statusCode(200);
        read(null, path).statusCode(200);
        var sessions = ids(null, "/v1/sessions?series=" + series);
        assertEquals(3, sessions.size());
        sessions.forEach(session -> Eventually.isTrue(
                "the session is in both feeds", () -> fed("sessions", session) + fed("availability", session) == 2));
        cancel(centre.manager(), "/v1/events/" + event, "{}").statusCode(200);
        assertEquals(3, count("select 1 from session where status = 'cancelled' and series_id = '" + series + "'"));
        post(centre.staff(), path + "/changes", tag(centre.staff(), path), "{\"scope\":\"all\",\"capacity\":4}")
                .statusCode(409)
                .body("type", equalTo("/problems/event-cancelled"));
    }

    @Test
    void anAnnouncedEventNeverBecomesADraftAgain() {
        var centre = beijing(20);
        var event = draftEvent(centre);
        var path = "/v1/events/" + event;
        put(centre.staff(), path, event(centre.id(), ",\"draft\":false"))
                .statusCode(422)
                .body("type", equalTo("/problems/fixed-field"))
                .body("errors[0].pointer", equalTo("/draft"));
        announce(centre.staff(), path).statusCode(200);
        announce(centre.staff(), path).statusCode(409).body("type", equalTo("/problems/already-announced"));
        put(centre.staff(), path, event(centre.id(), ",\"draft\":true")).statusCode(422);
        put(centre.staff(), path, event(centre.id(), "")).statusCode(200).body("status", equalTo("announced"));
    }

    @Test
    void anAnnouncementNeedsATitleThatSomebodyAtTheCentreCanRead() {
        var centre = beijing(20); // which has a name in English alone
        var body = event(centre.id(), ",\"draft\":true").replace("{\"en\":\"Concert\"}", "{\"ar\":\"حفلة\"}");
        var event = Umbrellas.id(post(centre.staff(), "/v1/events", body));
        announce(centre.staff(), "/v1/events/" + event)
                .statusCode(422)
                .body("type", equalTo("/problems/title-for-nobody"))
                .body("errors[0].pointer", equalTo("/title"));
        post(centre.staff(), "/v1/events", body.replace("true", "false")).statusCode(422);
        put(centre.staff(), "/v1/events/" + event, event(centre.id(), "")).statusCode(200);
        announce(centre.staff(), "/v1/events/" + event).statusCode(200);
    }

    @Test
    void aDraftThatIsCancelledStaysUnknownToThePublic() {
        var centre = beijing(20);
        var event = draftEvent(centre);
        var session = session(centre, event, 0, "10");
        cancel(centre.manager(), "/v1/events/" + event, "{}").statusCode(200).body("status", equalTo("cancelled"));
        read(null, "/v1/events/" + event).statusCode(404);
        read(null, "/v1/sessions/" + session).statusCode(404);
        read(centre.staff(), "/v1/sessions/" + session).statusCode(200).body("status", equalTo("cancelled"));
        assertEquals(0, count("select 1 from outbox where key in ('" + session + "', '" + event + "')"));
        assertEquals(0, fed("sessions", session));
    }

    @Test
    void aDraftOfAProgrammeIsSeenByTheDeskOfTheCentreAloneAndOneOfTheNetworkByAdministrators() {
        var centre = beijing(20);
        var own = draft(centre);
        var networks = Umbrellas.id(post(ADMINISTRATOR, "/v1/programmes", Umbrellas.body(null, "season", null)));
        for (var stranger : new String[] {null, beijing(20).staff()}) {
            read(stranger, "/v1/programmes/" + own).statusCode(404);
            assertEquals(List.of(), ids(stranger, "/v1/programmes?centre=" + centre.id()));
        }
        read(centre.staff(), "/v1/programmes/" + networks).statusCode(404);
        assertEquals(List.of(own), ids(centre.staff(), "/v1/programmes?status=draft&centre=" + centre.id()));
        read(ADMINISTRATOR, "/v1/programmes/" + networks).statusCode(200).body("centreId", nullValue());
        announce(centre.staff(), "/v1/programmes/" + own).statusCode(200);
        announce(ADMINISTRATOR, "/v1/programmes/" + networks).statusCode(200);
        read(null, "/v1/programmes/" + networks).statusCode(200);
        assertEquals(List.of(own), ids(null, "/v1/programmes?centre=" + centre.id()));
        announce(centre.staff(), "/v1/programmes/" + own)
                .statusCode(409)
                .body("type", equalTo("/problems/already-announced"));
    }

    @Test
    void whatIsAnnouncedInADraftOfAProgrammeIsSeenWithoutItUntilThatIsAnnouncedToo() {
        var centre = beijing(20);
        var programme = draft(centre);
        var part = announced(centre, "festival", programme);
        var event = eventIn(centre, programme);
        read(null, "/v1/events/" + event).body("programmeId", nullValue());
        read(null, "/v1/programmes/" + part).body("parentId", nullValue());
        read(centre.staff(), "/v1/events/" + event).body("programmeId", equalTo(programme));
        assertEquals(List.of(), ids(null, "/v1/events?programme=" + programme));
        assertEquals(List.of(event), ids(centre.staff(), "/v1/events?programme=" + programme));
        var before = tag(null, "/v1/events/" + event);

        announce(centre.staff(), "/v1/programmes/" + programme).statusCode(200);
        given().header("If-None-Match", before)
                .get("/v1/events/" + event)
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .body("programmeId", equalTo(programme));
        read(null, "/v1/programmes/" + part).body("parentId", equalTo(programme));
        read(null, "/v1/programmes/" + programme)
                .body("children.id", equalTo(List.of(part)))
                .body("events.id", equalTo(List.of(event)));
        assertEquals(List.of(event), ids(null, "/v1/events?programme=" + programme));
        assertEquals(
                2,
                read(centre.staff(), "/v1/programmes/" + programme)
                                .<List<?>>path("children")
                                .size()
                        + 1);
        assertEquals(day(0).toString(), read(null, "/v1/programmes/" + part).path("startsOn"));
    }

    private static long fed(String feed, String session) {
        return count("select 1 from feed_item where feed = '" + feed + "' and item = '" + session + "'");
    }
}
