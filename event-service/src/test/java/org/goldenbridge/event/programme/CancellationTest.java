package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.programme.Umbrellas.ADMINISTRATOR;
import static org.goldenbridge.event.programme.Umbrellas.announced;
import static org.goldenbridge.event.programme.Umbrellas.body;
import static org.goldenbridge.event.programme.Umbrellas.cancel;
import static org.goldenbridge.event.programme.Umbrellas.eventIn;
import static org.goldenbridge.event.programme.Umbrellas.id;
import static org.goldenbridge.event.programme.Umbrellas.put;
import static org.goldenbridge.event.programme.Umbrellas.read;
import static org.goldenbridge.event.programme.Umbrellas.session;
import static org.goldenbridge.event.programme.Umbrellas.tag;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Test;

@EventServiceTest
class CancellationTest {
    private static final String REASON = "{\"reason\":{\"en\":\"The orchestra cannot travel\"}}";

    @Test
    void tellsWhomItReachesBeforeAndThenCancelsEverySessionWithItsBookings() {
        var centre = beijing(4);
        var event = event(centre);
        var first = session(centre, event, 0, "10");
        var second = session(centre, event, 1, "10");
        var another = session(centre, event(centre), 2, "10");
        book(centre.staff(), first, "a", visitor("Anna Petrova", 3)).statusCode(201);
        book(centre.staff(), second, "b", visitor("Li Na", 4)).statusCode(201);
        book(centre.staff(), another, "c", visitor("Li Na", 1)).statusCode(201);
        post(centre.staff(), "/v1/sessions/" + second + "/waiting-list", """
                {"visitor":{"name":"Zhang Wei","contact":"zhang@example.org","language":"fr"},"places":2}""");
        var waiting = count("select 1 from waiting_list_entry where opportunity_id = '" + second + "'");
        read(centre.staff(), "/v1/events/" + event + "/reach")
                .statusCode(200)
                .body("sessions", equalTo(2))
                .body("bookings", equalTo(2))
                .body("places", equalTo(7))
                .body("waiting", equalTo((int) waiting))
                .body("reaches", equalTo(2 + (int) waiting));

        cancel(centre.manager(), "/v1/events/" + event, REASON)
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancelReason.en", equalTo("The orchestra cannot travel"));
        for (var session : List.of(first, second)) {
            read(null, "/v1/sessions/" + session)
                    .statusCode(200)
                    .body("status", equalTo("cancelled"))
                    .body("event.status", equalTo("cancelled"))
                    .body("cancelReason.en", equalTo("The orchestra cannot travel"));
            Eventually.isTrue(
                    "the feed tells it",
                    () -> count("select 1 from feed_item where feed = 'sessions' and item = '" + session + "'") == 1);
        }
        assertEquals(2 + waiting, notices(first) + notices(second));
        assertEquals(
                0,
                count("select 1 from booking where status = 'confirmed' and opportunity_id in ('" + first + "','"
                        + second + "')"));
        read(null, "/v1/sessions/" + another).body("status", equalTo("scheduled"));
        read(null, "/v1/events/" + event).statusCode(200).body("status", equalTo("cancelled"));
        session(centre, event(centre), 0, "10"); // the room is free again
        read(centre.staff(), "/v1/events/" + event + "/reach")
                .body("reaches", equalTo(0))
                .body("sessions", equalTo(0));
    }

    @Test
    void tellsWhomAProgrammeWithItsEventsReachesAndReachesJustThose() {
        var centre = beijing(4);
        var elsewhere = centre("Europe/Paris", 4);
        var programme = announced(centre);
        var part = announced(centre, "festival", programme);
        var first = session(centre, eventIn(centre, programme), 0, "10");
        var second = session(centre, eventIn(centre, part), 1, "10");
        var theirs = session(elsewhere, eventIn(elsewhere, programme), 0, "10");
        book(centre.staff(), first, "a", visitor("Anna Petrova", 3)).statusCode(201);
        book(centre.staff(), second, "b", visitor("Li Na", 1)).statusCode(201);
        book(elsewhere.staff(), theirs, "c", visitor("Li Na", 2)).statusCode(201);
        var path = "/v1/programmes/" + programme;
        read(centre.staff(), path + "/reach")
                .statusCode(200)
                .body("sessions", equalTo(2))
                .body("bookings", equalTo(2))
                .body("places", equalTo(4))
                .body("reaches", equalTo(2));
        read(elsewhere.staff(), path + "/reach").statusCode(403);
        read(null, path + "/reach").statusCode(401);
        read(ADMINISTRATOR, "/v1/programmes/018f6f6e-0000-7000-8000-000000000001/reach")
                .statusCode(404);
        cancel(centre.manager(), path, "{\"withEvents\":true}").statusCode(200);
        assertEquals(2, notices(first) + notices(second));
        assertEquals(0, notices(theirs));
        read(centre.staff(), path + "/reach").body("reaches", equalTo(0));
    }

    @Test
    void countsNothingForTheNetworkWhichHasNoEventsOfItsOwn() {
        var programme = id(post(ADMINISTRATOR, "/v1/programmes", body(null, "season", null)));
        read(ADMINISTRATOR, "/v1/programmes/" + programme + "/reach")
                .statusCode(422)
                .body("type", equalTo("/problems/no-own-events"));
    }

    @Test
    void isFinalForTheEventAndItsSessions() {
        var centre = beijing(20);
        var event = event(centre);
        var session = session(centre, event, 0, "10");
        var path = "/v1/events/" + event;
        cancel(centre.manager(), path, REASON).statusCode(200);
        cancel(centre.manager(), path, "{}").statusCode(409).body("type", equalTo("/problems/event-cancelled"));
        Umbrellas.announce(centre.staff(), path).statusCode(409);
        put(centre.staff(), path, Umbrellas.event(centre.id(), "")).statusCode(409);
        post(centre.staff(), "/v1/sessions", draft(event, centre.space(), day(3) + "T10:00", day(3) + "T11:00"))
                .statusCode(409)
                .body("type", equalTo("/problems/event-cancelled"));
        var tag = tag(centre.staff(), "/v1/sessions/" + session);
        post(centre.staff(), "/v1/sessions/" + session + "/restoration", tag, "")
                .statusCode(409);
        post(centre.manager(), path + "/cancellation", null, "{}").statusCode(428);
        post(centre.manager(), path + "/cancellation", "\"0\"", "{\"reason\":{\"en\":\"\"}}")
                .statusCode(400);
    }

    @Test
    void leavesNoSessionScheduledWhoeverPlansOrBooksAtTheSameMoment() {
        for (int round = 0; round < 10; round++) {
            var centre = beijing(20);
            var event = event(centre);
            var known = session(centre, event, 0, "10");
            var tag = tag(null, "/v1/events/" + event);
            var planning = CompletableFuture.supplyAsync(() -> post(
                            centre.staff(),
                            "/v1/sessions",
                            draft(event, centre.space(), day(1) + "T10:00", day(1) + "T11:00"))
                    .statusCode());
            var booking = CompletableFuture.supplyAsync(() ->
                    book(centre.staff(), known, "k", visitor("Anna Petrova", 2)).statusCode());
            post(centre.manager(), "/v1/events/" + event + "/cancellation", tag, "{}")
                    .statusCode(200);
            assertTrue(Set.of(201, 409).contains(planning.join()));
            assertTrue(Set.of(201, 409).contains(booking.join()));
            assertEquals(0, count("select 1 from session where status = 'scheduled' and event_id = '" + event + "'"));
            assertEquals(
                    0, count("select 1 from booking where status = 'confirmed' and opportunity_id = '" + known + "'"));
        }
    }

    @Test
    void ofAProgrammeLeavesItsEventsUnlessTheyAreAskedFor() {
        var paris = centre("Europe/Paris", 20);
        var programme = announced(paris);
        var event = eventIn(paris, programme);
        var path = "/v1/programmes/" + programme;
        cancel(paris.manager(), path, REASON).statusCode(400).body("errors[0].pointer", equalTo("/withEvents"));
        cancel(paris.manager(), path, REASON.replace("}}", "},\"withEvents\":false}"))
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("events[0].status", equalTo("announced"));
        read(null, path)
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancelReason.en", equalTo("The orchestra cannot travel"));
        read(null, "/v1/events/" + event).body("status", equalTo("announced"));
        cancel(paris.manager(), path, "{\"withEvents\":true}")
                .statusCode(409)
                .body("type", equalTo("/problems/programme-cancelled"));
        put(paris.staff(), path, body(paris.id(), "season", null)).statusCode(409);
    }

    @Test
    void ofAProgrammeWithItsEventsReachesThoseOfItsCentreInAllItsPartsAndNoOthers() {
        var paris = centre("Europe/Paris", 20);
        var beijing = beijing(20);
        var programme = announced(paris);
        var part = announced(paris, "festival", programme);
        var others = announced(beijing, "festival", programme);
        var own = eventIn(paris, part);
        var session = session(paris, own, 0, "10");
        book(paris.staff(), session, "k", visitor("Anna Petrova", 2)).statusCode(201);
        var strange = eventIn(beijing, programme);
        var kept = session(beijing, strange, 0, "10");
        cancel(paris.manager(), "/v1/programmes/" + programme, REASON.replace("}}", "},\"withEvents\":true}"))
                .statusCode(200);
        statusOf("/v1/programmes/" + part, "cancelled");
        statusOf("/v1/events/" + own, "cancelled");
        statusOf("/v1/sessions/" + session, "cancelled");
        assertEquals(1, notices(session));
        statusOf("/v1/programmes/" + others, "announced");
        statusOf("/v1/events/" + strange, "announced");
        statusOf("/v1/sessions/" + kept, "scheduled");
    }

    @Test
    void ofTheNetworksProgrammeReachesNoEvents() {
        var path = "/v1/programmes/" + id(post(ADMINISTRATOR, "/v1/programmes", body(null, "season", null)));
        cancel(ADMINISTRATOR, path, "{\"withEvents\":true}")
                .statusCode(422)
                .body("type", equalTo("/problems/no-own-events"));
        cancel(ADMINISTRATOR, path, "{\"withEvents\":false}").statusCode(200);
    }

    @Test
    void ofEventsInEachOthersRoomsAtOnceNeverWaitInACircle() {
        for (int round = 0; round < 5; round++) {
            var centre = beijing(20);
            var other = org.goldenbridge.event.EventFixtures.space(centre.id(), 20);
            var one = event(centre);
            var two = event(centre);
            for (int i = 0; i < 4; i++) {
                plan(centre, one, i % 2 == 0 ? centre.space() : other, i);
                plan(centre, two, i % 2 == 0 ? other : centre.space(), i);
            }
            var tags = List.of(tag(null, "/v1/events/" + one), tag(null, "/v1/events/" + two));
            var first = CompletableFuture.runAsync(
                    () -> post(centre.manager(), "/v1/events/" + one + "/cancellation", tags.get(0), "{}")
                            .statusCode(200));
            post(centre.manager(), "/v1/events/" + two + "/cancellation", tags.get(1), "{}")
                    .statusCode(200);
            first.join();
        }
    }

    private static void plan(TestCentre centre, String event, java.util.UUID space, int ahead) {
        id(post(centre.staff(), "/v1/sessions", draft(event, space, day(ahead) + "T10:00", day(ahead) + "T11:00")));
    }

    private static void statusOf(String path, String status) {
        read(null, path).statusCode(200).body("status", equalTo(status));
    }

    private static long notices(String session) {
        return count("select 1 from notice where kind = 'session-cancelled' and opportunity_id = '" + session + "'");
    }
}
