package org.goldenbridge.centre;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.raw;
import static org.goldenbridge.centre.CentreFixtures.space;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.goldenbridge.testing.HostileRequests;
import org.goldenbridge.testing.RestApi;
import org.junit.jupiter.api.Test;

/** Requests that are wrong get a 4xx problem that says what to do, and change nothing. */
@CentreServiceTest
class BadInputTest {
    @Test
    void refusesWhatIsNotJson() {
        for (var body :
                new String[] {"{", "", "null", "[]", "\"text\"", "7", "{} {}", "{\"id\":\"a\",\"id\":\"b\"}", "{'id':1}"
                }) {
            raw(administrator(), "/v1/centres", body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", notNullValue())
                    .body("traceId", notNullValue());
        }
        as(administrator())
                .contentType(MediaType.TEXT_PLAIN)
                .body("{}")
                .post("/v1/centres")
                .statusCode(415)
                .contentType("application/problem+json");
        raw(administrator(), "/v1/centres", "[".repeat(100)).statusCode(400);
    }

    @Test
    void refusesFieldsThatAreUnknownMissingOrOfAnotherType() {
        var centre = centre(unique("bad"));
        post(administrator(), "/v1/centres", but(centre, "version", 7))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/version"))
                .body("errors[0].detail", containsString("the fields are"));
        for (var field : List.of("id", "name", "address", "city", "country", "zone")) {
            post(administrator(), "/v1/centres", but(centre, field, null))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field));
            post(administrator(), "/v1/centres", but(centre, field, 7))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field));
        }
        post(administrator(), "/v1/centres", but(centre, "contact", with("fax", "1")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/contact/fax"));
        post(administrator(), "/v1/centres", but(centre, "openedOn", "2 September"))
                .statusCode(400);
        given().get("/v1/centres/" + centre.get("id")).statusCode(404);
    }

    @Test
    void refusesWordsZonesAndCountriesThatAreNone() {
        var centre = centre(unique("bad"));
        for (var id : new String[] {"Beijing", "bei jing", "-beijing", "beijing-", "北京", "a".repeat(41), "", "a/b"}) {
            post(administrator(), "/v1/centres", but(centre, "id", id))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/id"));
        }
        for (var zone : new String[] {"Beijing", "+08:00", "UTC+8", "Asia/Beijing", "", "Asia/Shanghai\n"}) {
            post(administrator(), "/v1/centres", but(centre, "zone", zone))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/zone"));
        }
        post(administrator(), "/v1/centres", but(centre, "country", "ZZ"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/country"));
        post(administrator(), "/v1/centres", but(centre, "contact", with("email", "nobody")))
                .statusCode(400);
        post(administrator(), "/v1/centres", but(centre, "contact", with("phone", "call me")))
                .statusCode(400);
    }

    @Test
    void refusesTextsThatCannotBeShown() {
        var centre = centre(unique("bad"));
        for (var name : new Object[] {
            Map.of(),
            Map.of("en", ""),
            Map.of("en", "  "),
            Map.of("de", "Halle"),
            Map.of("EN", "Hall"),
            Map.of("en", "a\u0000b"),
            Map.of("en", "a\u001bb"),
            Map.of("en", "x".repeat(301)),
            with("en", null),
            Map.of("en", 7),
            Map.of("en", Map.of("en", "x"))
        }) {
            post(administrator(), "/v1/centres", but(centre, "name", name))
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith("/name"));
        }
        raw(administrator(), "/v1/centres", "{\"id\":\"a\",\"name\":{\"en\":\"\\ud800\"}}")
                .statusCode(400);
        post(administrator(), "/v1/centres", but(centre, "name", Map.of("en", "x".repeat(1_000_000))))
                .statusCode(413);
        given().get("/v1/centres/" + centre.get("id")).statusCode(404);
    }

    @Test
    void keepsTextsOfEveryScriptAsTheyAre() {
        var name =
                Map.of("kk", "Ұлттық орталық", "kk-Arab", "ۇلتتىق ورتالىق", "zh-Hans", "文化中心 🎻", "ar", "مركز\nثقافي");
        var id = unique("scripts");
        post(administrator(), "/v1/centres", but(centre(id), "name", name)).statusCode(201);
        given().get("/v1/centres/" + id + "?lang=*").body("name", equalTo(name));
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        var centre = opened();
        for (var capacity : new Object[] {
            0,
            -1,
            100_001,
            2_147_483_648L,
            new BigInteger("9".repeat(25)),
            new BigInteger("9".repeat(400)),
            1.5,
            "40",
            true
        }) {
            post(administrator(), "/v1/spaces", but(space(centre, "hall"), "capacity", capacity))
                    .statusCode(400);
        }
        for (var minutes : new Object[] {-1, 1441, "15"}) {
            post(administrator(), "/v1/spaces", but(space(centre, "hall"), "setUpMinutes", minutes))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/setUpMinutes"));
        }
        post(administrator(), "/v1/spaces", but(space(centre, "hall"), "kind", "ballroom"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"))
                .body("errors[0].detail", containsString("music-hall"));
        post(administrator(), "/v1/spaces", but(space(centre, "hall"), "kind", "MUSIC_HALL"))
                .statusCode(400);
        post(administrator(), "/v1/spaces", but(space(centre, "hall"), "kind", 2))
                .statusCode(400);
        post(administrator(), "/v1/spaces", but(space(centre, "hall"), "partOf", "42"))
                .statusCode(400);
        post(administrator(), "/v1/spaces", but(space(centre, "Hall 1"), "capacity", 40))
                .statusCode(400);
        given().get("/v1/spaces?centre=" + centre).body("items", empty());
    }

    @Test
    void refusesCentresThatDoNotExist() {
        post(administrator(), "/v1/spaces", space("nowhere", "hall"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-centre"))
                .body("errors[0].pointer", equalTo("/centreId"));
        for (var path : List.of("/v1/spaces", "/v1/equipment", "/v1/closures")) {
            given().get(path + "?centre=nowhere").statusCode(422);
            given().get(path + "/not-an-id").statusCode(404).contentType("application/problem+json");
            given().get(path + "/00000000-0000-0000-0000-000000000000").statusCode(404);
        }
        given().get("/v1/centres/nowhere/opening-hours").statusCode(404);
    }

    @Test
    void refusesParametersThatAreUnknownForgedOrOutOfBounds() {
        for (var path : List.of("/v1/centres", "/v1/spaces", "/v1/equipment", "/v1/closures", "/v1/partners")) {
            for (var query : new String[] {
                "limit=0",
                "limit=501",
                "limit=-1",
                "limit=1.5",
                "limit=ten",
                "limit=99999999999",
                "limit=",
                "cursor=abc",
                "cursor=%F0%9F%8E%BB",
                "lang=!xx",
                "lang=*,en",
                "centres=beijing",
                "limit=1&limit=2",
                "lang=%00",
                "centre=%00"
            }) {
                given().urlEncodingEnabled(false)
                        .get(path + "?" + query)
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors.size()", greaterThan(0))
                        .body("errors[0].pointer", startsWith("?"));
            }
        }
    }

    @Test
    void refusesACursorWithAFlippedBit() {
        var centre = opened();
        CentreFixtures.created("/v1/spaces", space(centre, "one"));
        CentreFixtures.created("/v1/spaces", space(centre, "two"));
        var list = "/v1/spaces?limit=1&centre=" + centre + "&cursor=";
        String cursor = given().get("/v1/spaces?limit=1&centre=" + centre).path("next");
        given().get(list + cursor).statusCode(200);
        for (int i = 0; i < cursor.length(); i += 3) {
            var flipped = new StringBuilder(cursor);
            flipped.setCharAt(i, cursor.charAt(i) == 'A' ? 'B' : 'A');
            given().get(list + flipped)
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"))
                    .body("detail", not(containsString("Exception")));
        }
    }

    @Test
    void refusesBodiesOverTheLimitBeforeAskingWhoSendsThem() {
        given().contentType(MediaType.APPLICATION_JSON)
                .body("x".repeat(300_000))
                .post("/v1/centres")
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void refusesMethodsAndHostsItDoesNotKnow() {
        given().patch("/v1/centres").statusCode(405).contentType("application/problem+json");
        given().header("Host", "elsewhere.example").get("/v1/centres").statusCode(421);
        given().accept("application/xml").get("/v1/centres").statusCode(406);
        given().get("/v1/nothing").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void refusesTagsThatAreNone() {
        var centre = opened();
        for (var tag : new String[] {"0", "\"\"", "\"0", "W/\"0.en\"", "\"00.en\"", "x".repeat(5_000)}) {
            RestApi.put(administrator(), "/v1/centres/" + centre, tag, centre(centre))
                    .statusCode(412);
        }
    }

    /** S03. */
    @Test
    void noHeaderMakesAnAnswerFail() throws IOException {
        HostileRequests.inHeadersAreAnsweredBelow500(
                "/v1/centres?limit=1", "/v1/spaces?limit=1", "/v1/closures?limit=1", "/docs", "/problems", "/");
    }

    /** S08. */
    @Test
    void refusesNullInAMap() {
        var centre = centre(unique("nulls"));
        post(administrator(), "/v1/centres", but(centre, "name", Collections.singletonMap("fr", null)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name/fr"))
                .body("errors[0].detail", equalTo("must not be null"));
    }
}
