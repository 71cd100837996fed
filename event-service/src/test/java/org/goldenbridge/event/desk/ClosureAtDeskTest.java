package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.desk.AtTheDesk.page;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Today tells of sessions that a closure came over. */
@EventServiceTest
class ClosureAtDeskTest {
    private final TestCentre centre = beijing(20);

    @Test
    @DisplayName(
            "E56 Today lists a session inside a later closure, also of a hall it is part of, until it is confirmed")
    void listsASessionInALaterClosure() {
        var half = UUID.randomUUID();
        var hall = UUID.randomUUID();
        applySpace(half, centre.id(), 1, "West", 20, half);
        applySpace(hall, centre.id(), 1, "Forum", 40, half, UUID.randomUUID());
        var session =
                created(post(centre.manager(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT23:00","endsAt":"%sT23:30","hoursOverride":"A long night"}""".formatted(event(centre), half, day(0), day(0))));
        page(centre, "/desk").statusCode(200).body(not(containsString(session)));
        applyCentre(
                centre.id(),
                "Asia/Shanghai",
                2,
                "[{\"id\":\"%s\",\"spaceId\":\"%s\",\"startsAt\":\"%sT00:00:00Z\",\"endsAt\":\"%sT00:00:00Z\",\"reason\":{\"en\":\"Roof\"}}]"
                        .formatted(UUID.randomUUID(), hall, day(-1), day(2)));
        page(centre, "/desk").statusCode(200).body(containsString(session));
        post(
                        centre.manager(),
                        "/v1/sessions/" + session + "/confirmation",
                        "*",
                        "{\"hoursOverride\":\"The roof is mended elsewhere\"}")
                .statusCode(200);
        page(centre, "/desk").statusCode(200).body(not(containsString(session)));
    }
}
