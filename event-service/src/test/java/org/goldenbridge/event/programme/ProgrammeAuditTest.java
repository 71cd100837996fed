package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.programme.Umbrellas.ADMINISTRATOR;
import static org.goldenbridge.event.programme.Umbrellas.announce;
import static org.goldenbridge.event.programme.Umbrellas.announced;
import static org.goldenbridge.event.programme.Umbrellas.body;
import static org.goldenbridge.event.programme.Umbrellas.cancel;
import static org.goldenbridge.event.programme.Umbrellas.draft;
import static org.goldenbridge.event.programme.Umbrellas.draftEvent;
import static org.goldenbridge.event.programme.Umbrellas.eventIn;
import static org.goldenbridge.event.programme.Umbrellas.id;
import static org.goldenbridge.event.programme.Umbrellas.put;
import static org.goldenbridge.event.programme.Umbrellas.read;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** Who drafted, announced, edited and cancelled what, and when: written with the change, and never changed. */
@EventServiceTest
class ProgrammeAuditTest {
    @Test
    void tellsWhatWasDoneToAnEventInItsOrder() {
        var centre = beijing(20);
        var event = draftEvent(centre);
        var path = "/v1/events/" + event;
        put(centre.staff(), path, Umbrellas.event(centre.id(), ",\"minimumAge\":12"))
                .statusCode(200);
        announce(centre.manager(), path).statusCode(200);
        cancel(centre.manager(), path, "{\"reason\":{\"en\":\"The orchestra cannot travel\"}}")
                .statusCode(200);
        read(centre.manager(), path + "/audit")
                .statusCode(200)
                .body("items.action", contains("drafted", "edited", "announced", "cancelled"))
                .body(
                        "items.actor",
                        contains(
                                "subject-of-" + centre.id() + "-staff",
                                "subject-of-" + centre.id() + "-staff",
                                "subject-of-" + centre.id() + "-manager",
                                "subject-of-" + centre.id() + "-manager"))
                .body("items.eventId", everyItem(equalTo(event)))
                .body("items[0].sessionId", nullValue())
                .body("items[1].detail.content.minimumAge", equalTo(12))
                .body("items[3].detail.reason.en", equalTo("The orchestra cannot travel"));
        var next = read(centre.manager(), path + "/audit?limit=3")
                .body("items", hasSize(3))
                .<String>path("next");
        read(centre.manager(), path + "/audit?limit=3&cursor=" + next).body("items.action", contains("cancelled"));
    }

    @Test
    void tellsWhatWasDoneToAProgrammeItsPartsAndItsEvents() {
        var centre = beijing(20);
        var programme = draft(centre, "season", null);
        var path = "/v1/programmes/" + programme;
        put(centre.staff(), path, body(centre.id(), "season", null)).statusCode(200);
        announce(centre.staff(), path).statusCode(200);
        var part = announced(centre, "festival", programme);
        var event = eventIn(centre, part);
        cancel(centre.manager(), path, "{\"withEvents\":true}").statusCode(200);
        read(centre.manager(), path + "/audit")
                .statusCode(200)
                .body("items.action", contains("drafted", "edited", "announced", "cancelled"))
                .body("items.programmeId", everyItem(equalTo(programme)));
        read(centre.manager(), "/v1/programmes/" + part + "/audit")
                .body("items.action", contains("drafted", "announced", "cancelled"))
                .body("items[2].detail.withProgramme", equalTo(programme));
        read(centre.manager(), "/v1/events/" + event + "/audit")
                .body("items.action", contains("announced", "cancelled"))
                .body("items[1].detail.withProgramme", equalTo(programme));
    }

    @Test
    void tellsOfTheLegsOfATour() {
        var centre = beijing(20);
        var tour = draft(centre, "touring-exhibition", null);
        var leg = id(
                post(centre.staff(), "/v1/programmes/" + tour + "/legs", """
                {"centreId":"%s","opensOn":"%s","closesOn":"%s","setUpDays":2,"transitDaysBefore":1}""".formatted(centre.id(), day(10), day(20))));
        read(centre.manager(), "/v1/programmes/" + tour + "/audit")
                .body("items.action", contains("drafted", "leg-added"))
                .body("items[1].detail.leg", equalTo(leg));
    }

    @Test
    void writesNothingDownOfWhatWasRefused() {
        var centre = beijing(20);
        var event = draftEvent(centre);
        put(centre.staff(), "/v1/events/" + event, Umbrellas.event("elsewhere", ""))
                .statusCode(422);
        post(centre.staff(), "/v1/events/" + event + "/announcement", "\"7\"", "")
                .statusCode(412);
        read(centre.manager(), "/v1/events/" + event + "/audit").body("items.action", contains("drafted"));
    }

    @Test
    void isReadByWhoAnswersForTheCentreAndNobodyElse() {
        var centre = beijing(20);
        var other = centre("Europe/Paris", 20);
        var network = id(post(ADMINISTRATOR, "/v1/programmes", body(null, "season", null)));
        for (var path : List.of("/v1/programmes/" + draft(centre), "/v1/events/" + draftEvent(centre))) {
            read(null, path + "/audit").statusCode(401);
            read(centre.staff(), path + "/audit").statusCode(403);
            read(other.manager(), path + "/audit").statusCode(403);
            read(ADMINISTRATOR, path + "/audit").statusCode(200);
        }
        read(centre.manager(), "/v1/programmes/" + network + "/audit").statusCode(403);
        read(ADMINISTRATOR, "/v1/programmes/" + network + "/audit").statusCode(200);
        for (var path : List.of("/v1/programmes/", "/v1/events/")) {
            read(ADMINISTRATOR, path + "018f6f6e-0000-7000-8000-000000000001/audit")
                    .statusCode(404);
        }
    }

    @Test
    void neverChanges() throws SQLException {
        var centre = beijing(20);
        var event = draftEvent(centre);
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("update audit set actor = 'x' where event_id = '" + event + "'"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert into audit (at, actor, action) values (now(), 'x', 'of nothing')"));
        }
        assertEquals(1, count("select 1 from audit where event_id = '" + event + "'"));
    }
}
