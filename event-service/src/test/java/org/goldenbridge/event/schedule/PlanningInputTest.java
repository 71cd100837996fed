package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.event.schedule.Plans.draft;
import static org.goldenbridge.event.schedule.Plans.edit;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.planned;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given to planning, to the letter. */
@EventServiceTest
class PlanningInputTest {
    private static final String FINE = day(0) + "T10:00:00.0000001";

    private final TestCentre centre = beijing(60);

    @ParameterizedTest
    @DisplayName("E33 a session is planned in whole seconds")
    @ValueSource(strings = {"T10:00:00.0000002", "T10:00:00.5", "T10:00:00.000001+08:00"})
    void refusesTimesBelowASecond(String end) {
        var event = event(centre);
        refused(
                post(centre.staff(), "/v1/sessions", draft(event, centre.space(), FINE, day(0) + end, NEEDS)),
                "/startsAt");
        refused(
                post(centre.staff(), "/v1/sessions", draft(event, centre.space(), at(9), day(0) + end, NEEDS)),
                "/endsAt");
    }

    private static final String NEEDS = "\"capacity\":50";

    @Test
    @DisplayName("E33 moves, blocks, checks, allocations and free times as well")
    void refusesTimesBelowASecondEverywhere() {
        var session = plan(centre, centre.space(), 10, 11, NEEDS).statusCode(201);
        var times = "\"startsAt\":\"%s\",\"endsAt\":\"%s\"".formatted(FINE, at(12));
        refused(post(centre.staff(), "/v1/sessions/" + id(session) + "/moves", "*", "{" + times + "}"), "/startsAt");
        refused(
                post(
                        centre.manager(),
                        "/v1/blocks",
                        "{\"spaceId\":\"%s\",%s,\"reason\":\"Rehearsal\"}".formatted(centre.space(), times)),
                "/startsAt");
        refused(
                post(centre.staff(), "/v1/session-checks", "{\"sessionId\":\"%s\",%s}".formatted(id(session), times)),
                "/startsAt");
        refused(
                given().bearer(centre.staff())
                        .contentType("application/json")
                        .header("Idempotency-Key", "fine-" + id(session))
                        .body("{\"partner\":\"University\",\"places\":2,\"releaseAt\":\"%s.5\"}"
                                .formatted(at(9) + ":00"))
                        .post("/v1/sessions/" + id(session) + "/allocations"),
                "/releaseAt");
        refused(
                get(
                        centre.staff(),
                        "/v1/free-times?centre=%s&from=%sT00:00:00.0001Z&to=%sT00:00:00Z"
                                .formatted(centre.id(), day(0), day(1))),
                "?from");
    }

    @Test
    @DisplayName("E34 an edit that leaves the capacity out leaves it as it is")
    void keepsWhatAnEditLeavesOut() {
        var session =
                plan(centre, centre.space(), 10, 11, NEEDS).statusCode(201).body("capacity", equalTo(50));
        var edited =
                edit(centre, session, "{\"teacherIds\":[]}").statusCode(200).body("capacity", equalTo(50));
        edit(centre, edited, "{\"capacity\":null}").statusCode(200).body("capacity", equalTo(60));
        var limited = edit(centre, planned(id(session)), "{\"capacity\":40}").body("capacity", equalTo(40));
        edit(centre, limited, "{}").statusCode(200).body("capacity", equalTo(40));
        for (var wrong : new String[] {"0", "100001", "\"many\"", "2.5"}) {
            edit(centre, planned(id(session)), "{\"capacity\":" + wrong + "}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/capacity"));
        }
    }

    @Test
    @DisplayName("E34 an edit of the capacity alone leaves teachers and equipment as they are")
    void keepsTeachersAndEquipment() {
        var teacher = teacher(centre, "Aigul Sarsenova");
        var needs = Plans.teachers(teacher) + "," + Plans.instruments(dombras(centre, 5), 2, null);
        var session = plan(centre, centre.space(), 14, 15, needs).statusCode(201);
        edit(centre, session, "{\"capacity\":7}")
                .statusCode(200)
                .body("teachers", hasSize(1))
                .body("equipment", hasSize(1));
    }

    @ParameterizedTest
    @DisplayName("E65 a zone that Java takes and IANA does not have")
    @ValueSource(
            strings = {
                "+01:00",
                "+01:00:30",
                "UTC+1",
                "GMT+02:00",
                "UT",
                "Z",
                "SystemV/AST4",
                "Europe/Nowhere",
                "europe/paris"
            })
    void refusesAZoneThatIsNoIanaZone(String zone) {
        var venue =
                "\"venue\":{\"name\":{\"en\":\"Hall\"},\"city\":{\"en\":\"Paris\"},\"country\":\"FR\",\"zone\":\"%s\"}"
                        .formatted(zone);
        var online = "\"online\":{\"link\":\"https://meet.example.org/a\",\"zone\":\"%s\"}".formatted(zone);
        var event = event(centre);
        for (var place : new String[] {venue, online}) {
            post(centre.staff(), "/v1/sessions", """
                    {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":10,%s}""".formatted(event, at(10), at(11), place))
                    .statusCode(422)
                    .body("type", equalTo("/problems/unknown-zone"))
                    .body("errors[0].pointer", equalTo(place.equals(venue) ? "/venue/zone" : "/online/zone"));
        }
        post(centre.staff(), "/v1/series", """
                {"eventId":"%s","startsOn":"%s","duration":"PT1H","rule":"FREQ=DAILY;COUNT=2","capacity":10,%s}""".formatted(event, at(10), venue))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-zone"));
    }

    @ParameterizedTest
    @DisplayName("E65 zones of IANA are taken, links and those without a slash among them")
    @ValueSource(strings = {"Asia/Almaty", "UTC", "Etc/GMT+5", "US/Eastern"})
    void takesAZoneOfIana(String zone) {
        post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":10,
                 "online":{"link":"https://meet.example.org/a","zone":"%s"}}""".formatted(event(centre), at(10), at(11), zone))
                .statusCode(201)
                .body("zone", equalTo(zone));
    }

    private static void refused(TestResponse answer, String pointer) {
        answer.statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
