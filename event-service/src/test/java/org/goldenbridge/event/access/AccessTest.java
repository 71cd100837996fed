package org.goldenbridge.event.access;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation that is not for everybody, asked by everybody it is not for: refused, and nothing changed. */
@EventServiceTest
class AccessTest {
    /** For what changes nothing; a change that is allowed has a scene of its own. */
    private static Scene unchanged;

    /** Set by the first test, for requests need the address that each test is given. */
    private static Scene unchanged() {
        if (unchanged == null) {
            unchanged = Scene.set();
        }
        return unchanged;
    }

    private enum Operation {
        ANNOUNCE_EVENT,
        EDIT_EVENT,
        PLAN_SESSION,
        EDIT_SESSION,
        MOVE_SESSION,
        CANCEL_SESSION,
        PLAN_SERIES,
        PREVIEW_SERIES,
        CHANGE_SERIES,
        BOOK,
        READ_ROSTER,
        READ_BOOKING,
        CANCEL_BOOKING;

        TestResponse ask(TestRequest caller, Scene scene) {
            var eventBody =
                    "{\"centreId\":\"%s\",\"kind\":\"other\",\"title\":{\"en\":\"Intruder\"},\"audience\":\"adults\"}"
                            .formatted(scene.centre.id());
            var request = caller.contentType(MediaType.APPLICATION_JSON)
                    .headers(Map.of("If-Match", "*", "Idempotency-Key", "intruder"));
            return switch (this) {
                case ANNOUNCE_EVENT -> request.body(eventBody).post("/v1/events");
                case EDIT_EVENT -> request.body(eventBody).put("/v1/events/" + scene.event);
                case PLAN_SESSION ->
                    request.body(draft(scene.event, scene.centre.space(), day(200) + "T10:00", day(200) + "T11:00"))
                            .post("/v1/sessions");
                case EDIT_SESSION -> request.body("{\"capacity\":7}").put("/v1/sessions/" + scene.session);
                case MOVE_SESSION ->
                    request.body("{\"startsAt\":\"%sT10:00\",\"endsAt\":\"%sT11:00\"}".formatted(day(201), day(201)))
                            .post("/v1/sessions/" + scene.session + "/moves");
                case CANCEL_SESSION -> request.body("{}").post("/v1/sessions/" + scene.session + "/cancellation");
                case PLAN_SERIES ->
                    request.body(seriesDraft(scene.event, scene.centre, 210)).post("/v1/series");
                case PREVIEW_SERIES ->
                    request.body("{\"scope\":\"all\",\"time\":\"12:00\"}")
                            .post("/v1/series/" + scene.series + "/previews");
                case CHANGE_SERIES ->
                    request.body("{\"scope\":\"all\",\"time\":\"12:00\"}")
                            .post("/v1/series/" + scene.series + "/changes");
                case BOOK -> request.body(visitor("In Truder", 1)).post("/v1/sessions/" + scene.session + "/bookings");
                case READ_ROSTER -> request.get("/v1/sessions/" + scene.session + "/bookings");
                case READ_BOOKING -> request.get("/v1/bookings/" + scene.booking);
                case CANCEL_BOOKING -> request.post("/v1/bookings/" + scene.booking + "/cancellation");
            };
        }
    }

    private static String seriesDraft(String event, TestCentre centre, int ahead) {
        return """
                {"eventId":"%s","spaceId":"%s","startsOn":"%sT10:00","duration":"PT1H","rule":"FREQ=DAILY;COUNT=2"}""".formatted(event, centre.space(), day(ahead));
    }

    private record Scene(TestCentre centre, String event, String session, String booking, String series) {
        static Scene set() {
            var centre = beijing(20);
            var session = EventFixtures.session(centre, 10);
            var booking = book(centre.staff(), session, "k", visitor("Rightful Guest", 1))
                    .<String>path("id");
            var event = EventFixtures.event(centre);
            var series = created(RestApi.post(centre.staff(), "/v1/series", seriesDraft(event, centre, 220)));
            return new Scene(centre, event, session, booking, series);
        }

        String state() {
            return count("select 1 from event where centre_id = '%s' and title ->> 'en' = 'Dombra workshop'"
                            .formatted(centre.id()))
                    + " "
                    + count("select 1 from series where centre_id = '%s' and version = 0".formatted(centre.id()))
                    + " " + count("select 1 from session where centre_id = '%s' and version = 0".formatted(centre.id()))
                    + " "
                    + count(
                            "select 1 from booking b join session s on s.id = b.opportunity_id where s.centre_id = '%s' and b.status = 'confirmed'"
                                    .formatted(centre.id()))
                    + " "
                    + count("select 1 from audit a join session s on s.id = a.opportunity_id where s.centre_id = '%s'"
                            .formatted(centre.id()));
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void isRefusedToEveryoneItIsNotFor(Operation operation) {
        var scene = unchanged();
        var before = scene.state();
        assertEquals(401, operation.ask(given(), scene).statusCode(), "anonymous");
        for (var groups : List.of(
                "/elsewhere/manager",
                "/elsewhere/staff",
                "/network/partner",
                "/" + scene.centre.id() + "/cataloguer",
                "/" + scene.centre.id() + "x/manager")) {
            var answer = operation.ask(given().bearer(TestTokens.of("intruder", groups)), scene);
            assertEquals(403, answer.statusCode(), groups);
            answer.contentType("application/problem+json");
        }
        assertEquals(before, scene.state());
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void isAllowedToStaffOfTheCentreAndToAdministrators(Operation operation) {
        for (var group : List.of("staff", "network")) {
            var scene = operation.name().startsWith("READ") ? unchanged() : Scene.set();
            var token = group.equals("staff") ? scene.centre.staff() : TestTokens.of("admin", "/network/administrator");
            var status = operation.ask(given().bearer(token), scene).statusCode();
            assertEquals(2, status / 100, group + " got " + status);
        }
    }

    @Test
    void refusesTokensOfAnotherIssuerOrAudienceOrNone() {
        var scene = unchanged();
        var group = "/" + scene.centre.id() + "/staff";
        var none = part("{\"alg\":\"none\"}")
                + "."
                + part(
                        "{\"iss\":\"%s\",\"aud\":\"goldenbridge-api\",\"sub\":\"x\",\"groups\":[\"%s\"],\"exp\":9999999999}"
                                .formatted(TestTokens.ISSUER, group))
                + ".";
        for (var token : List.of(
                TestTokens.issued("http://elsewhere.test", "goldenbridge-api", "x", group),
                TestTokens.issued(TestTokens.ISSUER, "another-api", "x", group),
                none,
                TestTokens.of("x", group) + "x",
                "not-a-token")) {
            Operation.READ_ROSTER
                    .ask(given().bearer(token), scene)
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                    .contentType("application/problem+json");
        }
    }

    /** RFC 6750, section 3.1: whoever sends a token means something by it, and is told when it is no good. */
    @Test
    void refusesATokenThatIsNoGoodAlsoWhereNoneIsNeeded() {
        var scene = Scene.set();
        var programme = created(
                RestApi.post(scene.centre.staff(), "/v1/programmes", """
                        {"kind":"season","centreId":"%s","title":{"en":"Season"},"startsOn":"%s","endsOn":"%s"}""".formatted(scene.centre.id(), day(0), day(9))));
        RestApi.post(scene.centre.staff(), "/v1/programmes/" + programme + "/announcement", "*", "{}")
                .statusCode(200);
        for (var path : List.of(
                "/v1/sessions",
                "/v1/sessions/" + scene.session,
                "/v1/series/" + scene.series,
                "/v1/events",
                "/v1/events/" + scene.event,
                "/v1/programmes",
                "/v1/programmes/" + programme)) {
            assertEquals(200, given().get(path).statusCode(), path);
            assertEquals(200, given().bearer(scene.centre.staff()).get(path).statusCode(), path);
            for (var token : List.of(TestTokens.expired("x", "/" + scene.centre.id() + "/staff"), "not-a-token")) {
                var answer = given().bearer(token).get(path);
                assertEquals(401, answer.statusCode(), path);
                assertEquals("Bearer error=\"invalid_token\"", answer.header("WWW-Authenticate"), path);
                assertEquals("/problems/sign-in-needed", answer.path("type"), path);
            }
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
