package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.tag;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class OnlineTest {
    private static final String LINK = "https://meet.example.org/dombra";

    @Test
    void isPlannedWithoutARoomInTheTimeOfTheCentreOrOfItsOwn() {
        var centre = beijing(20);
        online(centre, "{\"link\":\"%s\"}".formatted(LINK))
                .statusCode(201)
                .body("zone", equalTo("Asia/Shanghai"))
                .body("startsAt", equalTo(day(0) + "T11:00:00Z"))
                .body("online.link", equalTo(LINK))
                .body("online.linkForBooked", equalTo(true))
                .body("space", nullValue())
                .body("capacity", equalTo(100));
        online(centre, "{\"link\":\"%s\",\"zone\":\"Asia/Almaty\"}".formatted(LINK))
                .statusCode(201)
                .body("startsAt", equalTo(day(0) + "T14:00:00Z"));
        assertEquals(
                0,
                count("select 1 from space_claim c join session s on s.id = c.session_id where s.centre_id = '"
                        + centre.id() + "'"));
    }

    @Test
    void keepsItsLinkForThoseWhoBookedAndTheDesk() {
        var centre = beijing(20);
        var other = beijing(20);
        var planned = online(centre, "{\"link\":\"%s\"}".formatted(LINK)).statusCode(201);
        var path = "/v1/sessions/" + id(planned);
        var publicly = given().get(path).body("online.linkForBooked", equalTo(true));
        publicly.body("online.link", nullValue());
        given().bearer(centre.staff()).get(path).body("online.link", equalTo(LINK));
        for (var token : new String[] {other.staff(), TestTokens.of("partner", "/network/partner")}) {
            given().bearer(token).get(path).body("online.link", nullValue());
        }
        given().bearer(centre.staff())
                .header("If-None-Match", tag(publicly))
                .get(path)
                .statusCode(200);
        for (var list : new String[] {"/v1/sessions?centre=" + centre.id(), path}) {
            assertFalse(given().get(list).asString().contains("meet.example.org"), list);
        }
    }

    @Test
    void showsItsLinkToEverybodyWhenThatIsMeant() {
        var centre = beijing(20);
        var planned = online(centre, "{\"link\":\"%s\",\"linkForBooked\":false}".formatted(LINK))
                .statusCode(201);
        given().get("/v1/sessions/" + id(planned)).body("online.link", equalTo(LINK));
        given().get("/v1/sessions?centre=" + centre.id()).body("items[0].online.link", equalTo(LINK));
    }

    @Test
    void movesFromARoomToTheNetAndBack() {
        var centre = beijing(20);
        var planned = plan(centre, centre.space(), 10, 12, "\"capacity\":15").statusCode(201);
        var moved = move(centre, planned, "\"online\":{\"link\":\"%s\"}".formatted(LINK))
                .statusCode(200)
                .body("online.link", equalTo(LINK))
                .body("space", nullValue());
        plan(centre, centre.space(), 10, 12, "\"capacity\":15").statusCode(201);
        move(centre, moved, "\"spaceId\":\"%s\"".formatted(centre.space())).statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"link":"http://meet.example.org"}            | 400 | invalid-request
                    {"link":"javascript:alert(1)"}                | 400 | invalid-request
                    {"link":"https://"}                           | 400 | invalid-request
                    {"link":"https://bank.example@evil.example/"} | 400 | invalid-request
                    {"link":"meet me there"}                      | 400 | invalid-request
                    {"link":""}                                   | 400 | invalid-request
                    {}                                            | 400 | invalid-request
                    {"link":"https://meet.example.org","zone":"Mars/Olympus"} | 422 | unknown-zone
                    {"link":"https://meet.example.org","zone":"../../etc"}    | 422 | unknown-zone
                    """)
    void isRefusedWithALinkThatNobodyShouldFollow(String online, int status, String code) {
        var centre = beijing(20);
        online(centre, online).statusCode(status).body("type", equalTo("/problems/" + code));
        assertEquals(0, count("select 1 from session where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void isInOnePlaceAndSaysHowManyMayCome() {
        var centre = beijing(20);
        var link = "\"online\":{\"link\":\"%s\"}".formatted(LINK);
        plan(centre, centre.space(), 10, 12, link).statusCode(400);
        post(
                        centre.staff(),
                        "/v1/sessions",
                        "{\"eventId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",%s}"
                                .formatted(event(centre), at(19), at(21), link))
                .statusCode(422)
                .body("type", equalTo("/problems/capacity-needed"));
    }

    private static TestResponse online(TestCentre centre, String online) {
        return post(
                centre.staff(),
                "/v1/sessions",
                "{\"eventId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"capacity\":100,\"online\":%s}"
                        .formatted(event(centre), at(19), at(21), online));
    }

    private static TestResponse move(TestCentre centre, TestResponse session, String where) {
        return Plans.move(centre, session, 10, 12, "," + where);
    }
}
