package org.goldenbridge.event;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.testing.HostileRequests;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer is a 4xx that says what to do, and nothing has changed. */
@EventServiceTest
class BadInputTest {
    private static final String TITLE = "\"title\":{\"en\":\"Dombra\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"centreId":                                                    | malformed-json  | -
                    []                                                              | invalid-request | -
                    null                                                            | invalid-request | -
                    "text"                                                          | invalid-request | -
                    {"centreId":"C","kind":"party",TITLE,"audience":"adults"}       | invalid-request | /kind
                    {"centreId":"C","kind":3,TITLE,"audience":"adults"}             | invalid-request | /kind
                    {"centreId":"C","kind":"workshop",TITLE}                        | invalid-request | /audience
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","x":1} | invalid-request | /x
                    {"centreId":"C","kind":"workshop",TITLE,TITLE,"audience":"adults"} | malformed-json | -
                    {"centreId":5,"kind":"workshop",TITLE,"audience":"adults"}      | invalid-request | /centreId
                    {"centreId":"C","kind":"workshop","title":"Dombra","audience":"adults"} | invalid-request | /title
                    {"centreId":"C","kind":"workshop","title":{},"audience":"adults"} | invalid-request | /title
                    {"centreId":"C","kind":"workshop","title":{"xx":"Dombra"},"audience":"adults"} | invalid-request | /title
                    {"centreId":"C","kind":"workshop","title":{"en":" "},"audience":"adults"} | invalid-request | /title
                    {"centreId":"C","kind":"workshop","title":{"en":"a\\u0000b"},"audience":"adults"} | invalid-request | /title/en
                    {"centreId":"C","kind":"workshop","title":{"en":"a\\u0007b"},"audience":"adults"} | invalid-request | /title/en
                    {"centreId":"C","kind":"workshop","title":{"en":"a\\ud800b"},"audience":"adults"} | invalid-request | /title/en
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","minimumAge":-1} | invalid-request | /minimumAge
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","minimumAge":99999999999} | invalid-request | /minimumAge
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","minimumAge":1.5} | invalid-request | /minimumAge
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","minimumAge":"12"} | invalid-request | /minimumAge
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","languages":["no such!"]} | invalid-request | /languages/0
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","id":"018f6f6e-0000-7000-8000-000000000001"} | invalid-request | /id
                    {"centreId":"C","kind":"workshop",TITLE,"audience":"adults"} trailing | malformed-json | -
                    """)
    void refusesAWrongEvent(String body, String code, String pointer) {
        var centre = beijing(20);
        var answer = given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace("\"C\"", "\"" + centre.id() + "\"").replace("TITLE", TITLE))
                .post("/v1/events")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("detail", notNullValue())
                .body("traceId", notNullValue());
        if (!pointer.equals("-")) {
            answer.body("errors[0].pointer", equalTo(pointer));
        }
        assertEquals(0, count("select 1 from event where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void refusesAgesThatContradictEachOther() {
        var centre = beijing(20);
        send(
                        centre,
                        "/v1/events",
                        "{\"centreId\":\"%s\",\"kind\":\"workshop\",%s,\"audience\":\"adults\",\"minimumAge\":20,\"maximumAge\":10}"
                                .formatted(centre.id(), TITLE))
                .statusCode(422)
                .body("type", equalTo("/problems/ages-out-of-order"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "startsAt":"DT10:00","endsAt":"DT09:00"                 | 422 | ends-before-it-starts
                    "startsAt":"DT10:00","endsAt":"DT10:00"                 | 422 | ends-before-it-starts
                    "startsAt":"2020-01-01T10:00","endsAt":"2020-01-01T11:00" | 422 | in-the-past
                    "startsAt":"1999-01-01T10:00","endsAt":"1999-01-01T11:00" | 400 | invalid-request
                    "startsAt":"+999999999-01-01T10:00","endsAt":"DT11:00"  | 400 | invalid-request
                    "startsAt":"tomorrow","endsAt":"DT11:00"                | 400 | invalid-request
                    "startsAt":"D","endsAt":"DT11:00"                       | 400 | invalid-request
                    "startsAt":"DT25:00","endsAt":"DT26:00"                 | 400 | invalid-request
                    "startsAt":"DT10:00"                                    | 400 | invalid-request
                    "startsAt":"DT10:00","endsAt":"2099-01-01T10:00"        | 422 | too-long
                    "startsAt":"DT10:00","endsAt":"DT11:00","capacity":0    | 400 | invalid-request
                    "startsAt":"DT10:00","endsAt":"DT11:00","capacity":-5   | 400 | invalid-request
                    "startsAt":"DT10:00","endsAt":"DT11:00","capacity":2147483648 | 400 | invalid-request
                    "startsAt":"DT10:00","endsAt":"DT11:00","venue":{"name":{"en":"V"},"city":{"en":"C"},"country":"FR","zone":"Europe/Paris"} | 400 | invalid-request
                    """)
    void refusesAWrongTime(String fields, int status, String code) {
        var centre = beijing(20);
        var body = "{\"eventId\":\"%s\",\"spaceId\":\"%s\",%s}"
                .formatted(event(centre), centre.space(), fields.replace("\"D", "\"" + day(0)));
        send(centre, "/v1/sessions", body).statusCode(status).body("type", equalTo("/problems/" + code));
        assertEquals(0, count("select 1 from session where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void refusesWhatDoesNotExist() {
        var centre = beijing(20);
        var other = beijing(20);
        var nobody = UUID.randomUUID();
        var times = "\"startsAt\":\"%sT10:00\",\"endsAt\":\"%sT11:00\"".formatted(day(0), day(0));
        send(
                        centre,
                        "/v1/sessions",
                        "{\"eventId\":\"%s\",\"spaceId\":\"%s\",%s}".formatted(nobody, centre.space(), times))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-event"));
        send(
                        centre,
                        "/v1/sessions",
                        "{\"eventId\":\"%s\",\"spaceId\":\"%s\",%s}".formatted(event(centre), nobody, times))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-space"));
        send(
                        centre,
                        "/v1/sessions",
                        "{\"eventId\":\"%s\",\"spaceId\":\"%s\",%s}".formatted(event(centre), other.space(), times))
                .statusCode(422)
                .body("type", equalTo("/problems/space-of-another-centre"));
        send(
                        centre,
                        "/v1/sessions",
                        "{\"eventId\":\"%s\",%s,\"capacity\":9,\"venue\":{\"name\":{\"en\":\"V\"},\"city\":{\"en\":\"C\"},\"country\":\"FR\",\"zone\":\"Mars/Olympus\"}}"
                                .formatted(event(centre), times))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-zone"));
        given().get("/v1/sessions/" + nobody).statusCode(404).contentType("application/problem+json");
        given().get("/v1/sessions/not-an-id").statusCode(404).contentType("application/problem+json");
        given().get("/v1/nothing").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"visitor":{"name":"A","contact":"a@example.org","language":"fr"},"places":0}
                    {"visitor":{"name":"A","contact":"a@example.org","language":"fr"},"places":-1}
                    {"visitor":{"name":"A","contact":"a@example.org","language":"fr"},"places":1000000}
                    {"visitor":{"name":"A","contact":"a@example.org","language":"fr"},"places":99999999999999}
                    {"visitor":{"name":"A","contact":"a@example.org","language":"fr"}}
                    {"visitor":{"name":" ","contact":"a@example.org","language":"fr"},"places":1}
                    {"visitor":{"name":"A","contact":"nowhere","language":"fr"},"places":1}
                    {"visitor":{"name":"A","contact":"a@example.org","language":"not a tag"},"places":1}
                    {"visitor":{"name":"A\\u0000","contact":"a@example.org","language":"fr"},"places":1}
                    {"visitor":null,"places":1}
                    {"places":1}
                    """)
    void refusesAWrongBooking(String body) {
        var centre = beijing(20);
        var session = session(centre, 5);
        EventFixtures.book(centre.staff(), session, "k", body).statusCode(400).contentType("application/problem+json");
        assertEquals(0, count("select 1 from visitor where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void wantsAnIdempotencyKeyOfItsForm() {
        var centre = beijing(20);
        var session = session(centre, 5);
        var body = EventFixtures.visitor("No Key", 1);
        send(centre, "/v1/sessions/" + session + "/bookings", body)
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-needed"));
        EventFixtures.book(centre.staff(), session, "k".repeat(256), body).statusCode(400);
        EventFixtures.book(centre.staff(), session, "two words", body).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "center=beijing",
                "centre=a&centre=b",
                "limit=0",
                "limit=501",
                "limit=many",
                "from=yesterday",
                "from=2026-13-01",
                "from=0001-01-01",
                "from=9999-01-01",
                "from=2026-12-02&to=2026-12-01",
                "kind=party",
                "series=all-of-them",
                "lang=!xx",
                "lang=not_a_tag!",
                "cursor=",
                "centre=%00",
                "offset=10"
            })
    void refusesAWrongQuestion(String query) {
        given().urlEncodingEnabled(false)
                .get("/v1/sessions?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", startsWith("?"));
    }

    @Test
    void refusesLargeBodiesBeforeAskingWhoSendsThem() {
        given().contentType(MediaType.APPLICATION_JSON)
                .body("{\"title\":\"" + "x".repeat(1_000_000) + "\"}")
                .post("/v1/events")
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/sessions/..%2Fevents",
                "/v1/sessions;x=1",
                "/v1/sessions%3Bx",
                "/v1//sessions",
                "/v1/./sessions",
                "/v1/sessions/%2e%2e/events",
                "/v1/sessions%00",
                "/v1/sessions/..;/events",
                "/v1/sessions%5Cx"
            })
    void refusesPathsThatTwoProgramsReadDifferently(String path) throws IOException {
        assertEquals(400, raw(path));
    }

    @Test
    void refusesOtherMethodsTypesAndHosts() {
        var centre = beijing(20);
        given().bearer(centre.staff()).delete("/v1/events").statusCode(405).contentType("application/problem+json");
        given().bearer(centre.staff())
                .contentType("text/xml")
                .body("<x/>")
                .post("/v1/events")
                .statusCode(415)
                .contentType("application/problem+json");
        given().accept("text/csv").get("/v1/events").statusCode(406).contentType("application/problem+json");
        given().header("Host", "evil.example")
                .get("/v1/events")
                .statusCode(421)
                .contentType("application/problem+json");
    }

    /** S03. */
    @Test
    void noHeaderMakesAnAnswerFail() throws IOException {
        HostileRequests.inHeadersAreAnsweredBelow500(
                "/v1/schedule?limit=1",
                "/v1/sessions?limit=1",
                "/v1/events?limit=1",
                "/whats-on",
                "/desk",
                "/v1/feeds/sessions?limit=1",
                "/v1/nothing");
    }

    /** S08. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /v1/events          | {"centreId":"C","kind":"workshop",TITLE,"audience":"adults","languages":[null]}     | /languages/0
                    /v1/events          | {"centreId":"C","kind":"workshop","title":{"en":null},"audience":"adults"}          | /title/en
                    /v1/sessions        | {"eventId":"E","startsAt":"DT10:00","endsAt":"DT11:00","teacherIds":[null]}         | /teacherIds/0
                    /v1/sessions        | {"eventId":"E","startsAt":"DT10:00","endsAt":"DT11:00","equipment":[null]}          | /equipment/0
                    /v1/series          | {"eventId":"E","startsOn":"DT10:00","duration":"PT1H","rule":"FREQ=DAILY;COUNT=2","exceptions":[null]} | /exceptions/0
                    /v1/session-checks  | [null]                                                                              | -
                    """)
    void refusesNullInAList(String path, String body, String pointer) {
        var centre = beijing(20);
        var answer = send(
                        centre,
                        path,
                        body.replace("\"C\"", "\"" + centre.id() + "\"")
                                .replace("TITLE", TITLE)
                                .replace("\"E\"", "\"" + event(centre) + "\"")
                                .replace("\"D", "\"" + day(0)))
                .statusCode(400)
                .contentType("application/problem+json");
        if (!pointer.equals("-")) {
            answer.body("errors[0].pointer", equalTo(pointer));
        }
    }

    /** S08, where it was found. */
    @ParameterizedTest
    @ValueSource(strings = {"addDates", "addExceptions", "removeExceptions"})
    void refusesNullInTheListsOfASeriesChange(String list) {
        var centre = beijing(20);
        var series = send(
                        centre,
                        "/v1/series",
                        "{\"eventId\":\"%s\",\"spaceId\":\"%s\",\"startsOn\":\"%sT10:00\",\"duration\":\"PT1H\",\"rule\":\"FREQ=DAILY;COUNT=2\"}"
                                .formatted(event(centre), centre.space(), day(0)))
                .statusCode(201)
                .path("id");
        send(centre, "/v1/series/" + series + "/changes", "{\"scope\":\"all\",\"%s\":[null]}".formatted(list))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + list + "/0"));
    }

    /** S09. */
    @Test
    void noParameterMakesAPublicPageFail() throws IOException {
        var programme = UUID.randomUUID();
        HostileRequests.inQueriesAreAnsweredBelow500(
                "",
                Map.of(
                        "/whats-on",
                        List.of("day", "week", "centre", "space", "kind", "audience", "q", "lang", "from", "page", "x"),
                        "/whats-on/events/" + programme,
                        List.of("lang", "page", "from"),
                        "/whats-on/programmes/" + programme,
                        List.of("lang", "page"),
                        "/widget",
                        List.of("centre", "kind", "programme", "lang", "limit"),
                        "/screens/beijing",
                        List.of("langs", "lang")));
    }

    private static TestResponse send(EventFixtures.TestCentre centre, String path, String body) {
        return RestApi.post(centre.staff(), path, body);
    }

    /** Sent as it is: the usual clients tidy paths up. */
    private static int raw(String path) throws IOException {
        try (var socket = new Socket("localhost", TestRequest.port())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertTrue(line.startsWith("HTTP/1.1 "), line);
            return Integer.parseInt(line.substring(9));
        }
    }
}
