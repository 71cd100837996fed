package org.goldenbridge.centre.frontdoor;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class FrontDoorTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
    private static final Pattern CODE = Pattern.compile(
            "(?:badRequest|conflict|unprocessable|forbidden|unavailable|Refusal\\s*\\.of|refuse|new Problem)"
                    + "\\(\\s*(?:\\w+,\\s*)?(?:\\d+,\\s*)?\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void theFrontPageShowsTheCentresInTheReadersLanguage() {
        var id = unique("shown");
        var name = Map.of("en", "House <b>of</b> Culture " + id, "ar", "دار الثقافة " + id);
        post(administrator(), "/v1/centres", but(centre(id), "name", name)).statusCode(201);
        given().get("/")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<a href=\"/desk\">Desk</a>")) // D01
                .body(containsString("href=\"/desk\">Sign in"))
                .body(containsString("House &lt;b&gt;of&lt;/b&gt; Culture " + id))
                .body(containsString("/v1/sessions?centre=" + id));
        given().header("Accept-Language", "ar")
                .get("/")
                .body(containsString("<bdi lang=\"ar\" dir=\"auto\">دار الثقافة " + id));
    }

    @Test
    void everyPageIsStrictAboutWhatItLoads() {
        for (var page :
                new String[] {"/", "/docs", "/docs/facts", "/docs/oauth2-redirect", "/problems", "/problems/stale"}) {
            given().get(page)
                    .statusCode(200)
                    .header(
                            "Content-Security-Policy",
                            allOf(
                                    containsString("default-src 'none'"),
                                    containsString("script-src 'self'"),
                                    not(containsString("unsafe"))))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .body(not(containsString("style=")))
                    .body(not(containsString("<style")))
                    .body(not(containsString("onclick")))
                    .body(not(containsString("<script>")))
                    .body(not(containsString("src=\"http")));
        }
    }

    @Test
    void everyLinkOfThePagesLeadsSomewhere() {
        var links = new TreeSet<String>();
        for (var page :
                new String[] {"/", "/docs", "/docs/facts", "/docs/oauth2-redirect", "/problems", "/problems/stale"}) {
            LINK.matcher(given().get(page).asString()).results().forEach(link -> links.add(link.group(1)));
        }
        assertFalse(links.isEmpty());
        links.removeIf(link -> link.startsWith("/v1/sessions")
                || link.startsWith("/oai")
                || link.equals("/whats-on")
                || link.equals("/desk")
                || link.matches("/openapi/(event|catalogue)-service"));
        for (var link : links) {
            assertEquals(200, given().get(link).statusCode(), link);
        }
    }

    @Test
    void theDocsShowAllThreeDescriptionsAndSignInWithTheirOwnClient() {
        given().get("/assets/docs.js")
                .statusCode(200)
                .body(containsString("\"centre-service\", \"event-service\", \"catalogue-service\""))
                .body(containsString("goldenbridge-docs"))
                .body(containsString("usePkceWithAuthorizationCodeGrant: true"));
        given().get("/openapi/centre-service?format=json")
                .body("servers[0].url", equalTo("http://localhost:8080"))
                .body(
                        "components.securitySchemes.'sign-in'.flows.authorizationCode.tokenUrl",
                        equalTo("http://localhost:8080/auth/realms/goldenbridge/protocol/openid-connect/token"))
                .body("paths.'/'", nullValue())
                .body("paths.'/docs'", nullValue());
    }

    @Test
    void theFactsAreShownAndServed() {
        given().get("/docs/facts")
                .body(containsString("event.sessions"))
                .body(containsString("Compacted"))
                .body(containsString("Kept for 90 days"));
        given().get("/docs/asyncapi.yaml")
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("asyncapi: 3.0.0"));
        given().get("/docs/facts/org.goldenbridge.session.changed.v1.example.json")
                .statusCode(200)
                .body("status", equalTo("scheduled"));
        given().get("/docs/facts/application.properties").statusCode(404);
    }

    @Test
    void everyProblemThatIsAnsweredIsExplained() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of(".."))) {
            for (var file : files.filter(it -> it.toString().contains("/src/main/java/")
                            && it.toString().endsWith(".java"))
                    .toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        assertFalse(codes.isEmpty());
        for (var code : codes) {
            assertEquals(200, given().get("/problems/" + code).statusCode(), "/problems/" + code);
        }
    }

    @Test
    void aProblemThatIsNoneIsNotFound() {
        given().get("/problems/nothing-of-this-sort").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void pagesOfOthersMayReadAndOnlyOurOwnMayWrite() {
        given().header("Origin", "https://app.example")
                .get("/v1/centres")
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", "https://app.example")
                .post("/v1/centres")
                .statusCode(403)
                .body("type", equalTo("/problems/foreign-origin"));
        given().header("Origin", "http://localhost:8080")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .post("/v1/centres")
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "http://localhost:8080");
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/agreements")
                .statusCode(204)
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/centres/beijing")
                .statusCode(403);
    }
}
