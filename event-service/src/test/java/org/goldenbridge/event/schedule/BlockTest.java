package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.move;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class BlockTest {
    private static final String NOTHING = "\"equipment\":[]";

    @Test
    void keepsARoomFromBeingPlannedAndSaysWhyAndWhoAndWhen() {
        var centre = beijing(20);
        var block = block(centre, centre.space(), 10, 14)
                .statusCode(201)
                .body("centreId", equalTo(centre.id()))
                .body("blockedBy", equalTo(centre.id() + "-staff"));
        plan(centre, centre.space(), 13, 15, NOTHING)
                .statusCode(409)
                .body("type", equalTo("/problems/space-taken"))
                .body(
                        "detail",
                        containsString(centre.id() + "-staff has blocked it from " + day(0) + " 10:00 to " + day(0)
                                + " 14:00 (The floor is varnished)"))
                .body("clashes", hasSize(1))
                .body("clashes[0].blockId", equalTo(id(block)))
                .body("clashes[0].sessionId", nullValue())
                .body("clashes[0].reason", equalTo("The floor is varnished"))
                .body("freeTimes[0].localStartsAt", equalTo(day(0) + "T14:15:00+08:00"));
        plan(centre, centre.space(), 15, 16, NOTHING).statusCode(201);
    }

    @Test
    void isRefusedWhereASessionOrAnotherBlockStands() {
        var centre = beijing(20);
        var session = plan(centre, centre.space(), 10, 12, NOTHING).statusCode(201);
        block(centre, centre.space(), 11, 13)
                .statusCode(409)
                .body("type", equalTo("/problems/space-taken"))
                .body("clashes[0].sessionId", equalTo(id(session)));
        block(centre, centre.space(), 14, 16).statusCode(201);
        block(centre, centre.space(), 15, 17).statusCode(409).body("clashes[0].blockId", notNullValue());
        move(centre, session, 14, 15, "").statusCode(409);
        assertEquals(1, count("select 1 from space_block where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void givesTheRoomBackWhenItIsRemovedHoweverOften() {
        var centre = beijing(20);
        var block = block(centre, centre.space(), 10, 14).statusCode(201);
        for (int times = 0; times < 2; times++) {
            post(centre.staff(), "/v1/blocks/" + id(block) + "/removal", "")
                    .statusCode(200)
                    .body("removedAt", notNullValue());
        }
        plan(centre, centre.space(), 10, 12, NOTHING).statusCode(201);
        read(centre, "/v1/blocks?centre=" + centre.id()).body("items", hasSize(0));
        read(centre, "/v1/blocks/" + id(block)).statusCode(200).body("removedAt", notNullValue());
    }

    @Test
    void isListedForTheTimeThatIsAskedAbout() {
        var centre = beijing(20);
        block(centre, centre.space(), 10, 11).statusCode(201);
        block(centre, centre.space(), 12, 13).statusCode(201);
        read(centre, "/v1/blocks?centre=%s&from=%s&to=%s".formatted(centre.id(), day(0), day(0)))
                .body("items", hasSize(2));
        read(centre, "/v1/blocks?centre=%s&from=%s".formatted(centre.id(), day(1)))
                .body("items", hasSize(0));
        String next = read(centre, "/v1/blocks?limit=1&centre=" + centre.id())
                .body("items", hasSize(1))
                .path("next");
        read(centre, "/v1/blocks?limit=1&centre=" + centre.id() + "&cursor=" + next)
                .body("items[0].startsAt", equalTo(day(0) + "T04:00:00Z"))
                .body("next", nullValue());
    }

    @Test
    void isExpandedAgainAndFlaggedWhenAFullHallIsDivided() {
        var centre = beijing(20);
        var hall = UUID.randomUUID();
        var corner = UUID.randomUUID();
        applySpace(hall, centre.id(), 1, "Hall", 90, hall);
        applySpace(corner, centre.id(), 1, "Corner", 10, corner);
        var whole = block(centre, hall, 10, 12).statusCode(201);
        var inCorner = plan(centre, corner, 11, 12, NOTHING).statusCode(201);
        var later = block(centre, hall, 15, 17).statusCode(201);
        applySpace(hall, centre.id(), 2, "Hall", 90, hall, corner);
        Eventually.isTrue(
                "the later block has the corner as well",
                () -> count("select 1 from space_claim where block_id = '" + id(later) + "'") == 2);
        read(centre, "/v1/blocks/" + id(whole)).body("clashing", equalTo(true));
        read(centre, "/v1/blocks/" + id(later)).body("clashing", nullValue());
        given().get("/v1/sessions/" + id(inCorner)).body("clashing", nullValue());
        plan(centre, corner, 16, 17, NOTHING).statusCode(409);
    }

    @Test
    void isForTheDeskOfTheCentreAlone() {
        var centre = beijing(20);
        var block = block(centre, centre.space(), 10, 14).statusCode(201);
        given().get("/v1/blocks?centre=" + centre.id()).statusCode(401);
        given().get("/v1/blocks/" + id(block)).statusCode(401);
        for (var groups : new String[] {"/elsewhere/manager", "/" + centre.id() + "/cataloguer", "/network/partner"}) {
            var token = TestTokens.of("intruder", groups);
            given().bearer(token).get("/v1/blocks?centre=" + centre.id()).statusCode(403);
            given().bearer(token).get("/v1/blocks/" + id(block)).statusCode(403);
            post(token, "/v1/blocks", draft(centre.space(), at(15), at(16), "Planted"))
                    .statusCode(403);
            post(token, "/v1/blocks/" + id(block) + "/removal", "").statusCode(403);
        }
        assertEquals(
                1, count("select 1 from space_block where removed_at is null and centre_id = '" + centre.id() + "'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    DT10:00 | DT09:00              | Repair | 422 | ends-before-it-starts
                    2020-01-01T10:00 | DT09:00     | Repair | 422 | too-long
                    2020-01-01T10:00 | 2020-01-02T10:00 | Repair | 422 | in-the-past
                    DT10:00 | 2099-01-01T10:00     | Repair | 422 | too-long
                    DT10:00 | +999999999-01-01T10:00 | Repair | 400 | invalid-request
                    tomorrow | DT09:00             | Repair | 400 | invalid-request
                    DT10:00 | DT11:00              | ``     | 400 | invalid-request
                    DT10:00 | DT11:00              | no     | 400 | invalid-request
                    """)
    void isRefusedWhenItMakesNoSense(String from, String to, String reason, int status, String code) {
        var centre = beijing(20);
        var day = day(0).toString();
        post(
                        centre.staff(),
                        "/v1/blocks",
                        draft(centre.space(), from.replace("DT", day + "T"), to.replace("DT", day + "T"), reason))
                .statusCode(status)
                .body("type", equalTo("/problems/" + code));
        assertEquals(0, count("select 1 from space_block where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void mayStandOutsideTheOpeningHours() {
        var centre = beijing(20);
        block(centre, centre.space(), 0, 7).statusCode(201);
        post(centre.staff(), "/v1/blocks", draft(UUID.randomUUID(), at(10), at(11), "Repair"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-space"));
    }

    private static TestResponse block(TestCentre centre, UUID space, int from, int to) {
        return post(centre.staff(), "/v1/blocks", draft(space, at(from), at(to), "The floor is varnished"));
    }

    private static String draft(UUID space, String from, String to, String reason) {
        return "{\"spaceId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"reason\":\"%s\"}"
                .formatted(space, from, to, reason);
    }

    private static TestResponse read(TestCentre centre, String path) {
        return given().bearer(centre.staff()).get(path);
    }
}
