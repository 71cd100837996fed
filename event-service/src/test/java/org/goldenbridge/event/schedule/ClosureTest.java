package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.event.schedule.Plans.draft;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.planned;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closures, in a hall of two halves and in a room that shares no cell with it. */
@EventServiceTest
@DisplayName("E04 E56 closures by cells")
class ClosureTest {
    private static final String NEEDS = "\"capacity\":5";

    private final TestCentre centre = beijing(20);
    private final UUID west = UUID.randomUUID();
    private final UUID east = UUID.randomUUID();
    private final UUID hall = UUID.randomUUID();

    @BeforeEach
    void divideTheHall() {
        applySpace(west, centre.id(), 1, "West", 20, west);
        applySpace(east, centre.id(), 1, "East", 20, east);
        applySpace(hall, centre.id(), 1, "Forum", 40, west, east);
    }

    @Test
    @DisplayName("E04 a closed hall is closed in its halves as well")
    void closesTheHalvesOfAClosedHall() {
        close(2, hall);
        for (var half : new UUID[] {west, east}) {
            plan(centre, half, 12, 13, NEEDS)
                    .statusCode(422)
                    .body("type", equalTo("/problems/outside-opening-hours"))
                    .body("detail", startsWith("Forum is closed from"));
        }
        plan(centre, centre.space(), 12, 13, NEEDS).statusCode(201);
    }

    @Test
    @DisplayName("E04 a closed half closes the hall, and leaves the other half open")
    void closesTheHallOfAClosedHalf() {
        close(2, west);
        plan(centre, hall, 12, 13, NEEDS).statusCode(422).body("detail", startsWith("West is closed from"));
        plan(centre, east, 12, 13, NEEDS).statusCode(201);
    }

    @Test
    @DisplayName("E04 a closure of the centre names the centre")
    void namesTheCentreWhereAllOfItIsClosed() {
        close(2, null);
        plan(centre, west, 12, 13, NEEDS).statusCode(422).body("detail", startsWith("The centre is closed from"));
    }

    @Test
    @DisplayName("E04 moves, checks, free times, other spaces and series say the same")
    void saysTheSameEverywhere() {
        var session = plan(centre, centre.space(), 12, 13, NEEDS).statusCode(201);
        var event = event(centre);
        close(2, hall);
        Plans.move(centre, session, 12, 13, ",\"spaceId\":\"" + west + "\"")
                .statusCode(422)
                .body("detail", startsWith("Forum is closed"));
        post(centre.staff(), "/v1/session-checks", draft(event, west, 12, 13, NEEDS))
                .body("fits", equalTo(false))
                .body("problems.detail", hasItem(startsWith("Forum is closed")))
                .body("freeTimes.localStartsAt", not(hasItem(startsWith(day(0).toString()))))
                .body("otherSpaces.id", not(hasItem(east.toString())));
        post(centre.staff(), "/v1/sessions", draft(event, centre.space(), 12, 13, NEEDS))
                .statusCode(409)
                .body("otherSpaces.id", not(hasItem(west.toString())));
        get(centre.staff(), "/v1/free-times?centre=%s&from=%s&to=%s".formatted(centre.id(), day(0), day(0)))
                .body("items.space.id", hasItem(centre.space().toString()))
                .body("items.space.id", not(hasItem(west.toString())))
                .body("items.space.id", not(hasItem(hall.toString())));
        post(centre.staff(), "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%s","duration":"PT1H","rule":"FREQ=DAILY;COUNT=2"}""".formatted(event, east, at(10)))
                .statusCode(422)
                .body("occurrences.closed", hasItem(startsWith("Forum is closed")))
                .body("detail", containsString("1 of 2"));
    }

    @Test
    @DisplayName("E04 a preview of a series says the same as the change")
    void aPreviewSaysTheSame() {
        var series = id(post(centre.staff(), "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%s","duration":"PT1H","rule":"FREQ=DAILY;COUNT=2"}""".formatted(event(centre), centre.space(), at(10)))
                .statusCode(201));
        close(2, west);
        var change = "{\"scope\":\"all\",\"spaceId\":\"" + hall + "\"}";
        post(centre.staff(), "/v1/series/" + series + "/previews", change)
                .body("possible", equalTo(false))
                .body("occurrences[0].closed", startsWith("West is closed"))
                .body("occurrences[1].closed", nullValue());
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", change).statusCode(422);
    }

    @Test
    @DisplayName("E56 a session is flagged when a closure comes over it, whatever was overridden before")
    void flagsASessionInALaterClosure() {
        var plain = id(plan(centre, hall, 10, 11, NEEDS).statusCode(201));
        var overridden = id(override(hall, 12, 13).statusCode(201));
        var elsewhere = id(plan(centre, east, 14, 15, NEEDS).statusCode(201));
        planned(plain).body("inClosure", nullValue());
        var tag = planned(plain).header("ETag");
        close(2, west);
        planned(plain).body("inClosure", equalTo(true)).header("ETag", not(equalTo(tag)));
        planned(overridden).body("inClosure", equalTo(true));
        planned(elsewhere).body("inClosure", nullValue());
        get("/v1/sessions?centre=" + centre.id()).body("items.inClosure", containsInAnyOrder(true, true, null));
        assertEquals(2, get(centre.staff(), check(west)).<Integer>path("sessions"));
        assertEquals(3, get(centre.staff(), check(east)).<Integer>path("sessions"));
    }

    @Test
    @DisplayName("E56 until somebody confirms or moves it, or the closure is taken back")
    void takesTheFlagWhenSomebodyHasDecided() {
        var confirmed = id(override(west, 10, 11).statusCode(201));
        var moved = plan(centre, west, 12, 13, NEEDS).statusCode(201);
        var third = id(plan(centre, west, 14, 15, NEEDS).statusCode(201));
        close(2, west);
        var confirmation = "{\"hoursOverride\":\"The roof is mended elsewhere\"}";
        post(centre.staff(), "/v1/sessions/" + confirmed + "/confirmation", "*", confirmation)
                .statusCode(403);
        post(centre.manager(), "/v1/sessions/" + confirmed + "/confirmation", "*", confirmation)
                .statusCode(200)
                .body("inClosure", nullValue());
        planned(confirmed).body("inClosure", nullValue());
        Plans.move(centre, planned(id(moved)), 12, 13, ",\"spaceId\":\"" + east + "\"")
                .statusCode(200)
                .body("inClosure", nullValue());
        planned(third).body("inClosure", equalTo(true));
        applyCentre(centre.id(), "Asia/Shanghai", 3, closures(west, hall));
        planned(confirmed).body("inClosure", equalTo(true)); // the hall was closed since
        applyCentre(centre.id(), "Asia/Shanghai", 4, "[]");
        planned(third).body("inClosure", nullValue());
    }

    @Test
    @DisplayName("E56 planned into a closure on purpose, it is not flagged")
    void doesNotFlagWhatWasPlannedIntoAClosure() {
        close(2, hall);
        var planned = override(west, 10, 11).statusCode(201).body("inClosure", nullValue());
        applyCentre(centre.id(), "Asia/Shanghai", 3, closures(hall), "Another name");
        planned(id(planned)).body("inClosure", nullValue());
    }

    private TestResponse override(UUID space, int from, int to) {
        return post(
                centre.manager(),
                "/v1/sessions",
                draft(event(centre), space, from, to, NEEDS + ",\"hoursOverride\":\"It is agreed\""));
    }

    private String check(UUID space) {
        return "/v1/closure-checks?centre=%s&space=%s&from=%s&to=%s".formatted(centre.id(), space, day(0), day(0));
    }

    private void close(int version, UUID space) {
        applyCentre(centre.id(), "Asia/Shanghai", version, closures(space));
    }

    /** All of the first day. */
    private static String closures(UUID... spaces) {
        var closures = new StringBuilder();
        for (var space : spaces) {
            closures.append(closures.isEmpty() ? "" : ",")
                    .append(
                            "{\"id\":\"%s\",\"spaceId\":%s,\"startsAt\":\"%sT16:00:00Z\",\"endsAt\":\"%sT16:00:00Z\",\"reason\":{\"en\":\"Roof\"}}"
                                    .formatted(
                                            UUID.randomUUID(),
                                            space == null ? null : '"' + space.toString() + '"',
                                            day(-1),
                                            day(0)));
        }
        return "[" + closures + "]";
    }
}
