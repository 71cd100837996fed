package org.goldenbridge.event.access;

import static org.goldenbridge.event.access.StaffBrowser.PUBLIC;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestSignIn;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff sign in at the desk with a browser, and only there. */
@EventServiceTest
class DeskSignInTest {
    private static final String ME = "/desk/me";

    /** A booking that is not there, so who may read bookings is told that. */
    private static final String BOOKING = "/v1/bookings/" + UUID.randomUUID();

    private final StaffBrowser browser = new StaffBrowser();

    @Test
    void sendsPeopleToTheIssuerAndBackToThePageTheyAskedFor() {
        var issuer = browser.leave(ME + "?day=2026-11-23&lang=kk");
        assertTrue(
                issuer.toString().startsWith(TestTokens.ISSUER + "/protocol/openid-connect/auth?"), issuer::toString);
        for (var said : List.of(
                "client_id=goldenbridge-desk",
                "code_challenge_method=S256",
                "redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fdesk%2Fsign-in")) {
            assertTrue(issuer.getRawQuery().contains(said), said + " is missing: " + issuer);
        }
        var back = browser.comeBack(issuer, "aliya", "/beijing/staff", "/paris/manager", "/network/partner");
        back.statusCode(302).header("Location", PUBLIC + ME + "?day=2026-11-23&lang=kk");
        browser.open(ME)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("account", equalTo("aliya"))
                .body("name", equalTo("Name of aliya"))
                .body("centres", equalTo(Map.of("beijing", List.of("staff"), "paris", List.of("manager"))));
    }

    @Test
    void keepsTheSessionInCookiesOfTheDeskThatNoScriptReads() {
        var away = browser.open(ME);
        var back = browser.comeBack(URI.create(away.header("Location")), "aliya", "/beijing/staff");
        for (var answer : List.of(away, back)) {
            var set = answer.headerValues("Set-Cookie");
            assertFalse(set.isEmpty());
            for (var cookie : set) {
                assertTrue(cookie.contains("_desk_event-service") && (cookie + ";").contains("; Path=/desk;"), cookie);
                assertTrue(
                        cookie.contains("; Max-Age=0;")
                                || (cookie.contains("; HTTPOnly") && cookie.contains("; SameSite=Lax")),
                        cookie);
            }
        }
        assertTrue(browser.cookies().keySet().stream().anyMatch(name -> name.startsWith("q_session_desk")));
        assertTrue(
                browser.cookies().keySet().stream().noneMatch(name -> name.startsWith("q_auth")),
                () -> "the state was used: " + browser.cookies().keySet());
    }

    @Test
    void tellsWhoHasNoRoleSo() {
        browser.signIn(ME, "nobody", "/network/partner").statusCode(302);
        browser.open(ME)
                .statusCode(403)
                .contentType(MediaType.TEXT_HTML)
                .body(containsString("no role"))
                .body(containsString("/desk/sign-out"));
        browser.request()
                .header("Accept", "text/html")
                .header("Accept-Language", "fr")
                .header("Sec-Fetch-Mode", "navigate")
                .get(ME)
                .statusCode(403)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("Pas de place au bureau"));
    }

    @Test
    void tellsAScriptToSignInInsteadOfSendingItAway() {
        browser.request()
                .header("HX-Request", "true")
                .header("HX-Current-URL", PUBLIC + "/desk/week?day=2026-11-23#now")
                .header("Sec-Fetch-Mode", "cors")
                .get(ME)
                .statusCode(401)
                .header("HX-Redirect", PUBLIC + "/desk/week?day=2026-11-23")
                .header("Location", nullValue())
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/sign-in-needed"));
        browser.request()
                .header("HX-Request", "true")
                .header("HX-Current-URL", PUBLIC + ".elsewhere.example/desk")
                .get(ME)
                .statusCode(401)
                .header("HX-Redirect", PUBLIC + "/desk");
        browser.request()
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "same-origin")
                .get(ME)
                .statusCode(401)
                .header("HX-Redirect", nullValue());
    }

    @Test
    void renewsASessionAsLongAsTheIssuerDoes() {
        browser.signIn(ME, TestSignIn.BRIEF + "aliya", "/beijing/staff");
        var first = Map.copyOf(browser.cookies());
        Eventually.isTrue("the session is renewed", () -> {
            browser.open(ME).statusCode(200).body("account", equalTo(TestSignIn.BRIEF + "aliya"));
            return !browser.cookies().equals(first);
        });
        browser.open(ME).statusCode(200);
    }

    @Test
    void asksToSignInAgainWhenTheIssuerHasEndedTheSession() {
        browser.signIn(ME, TestSignIn.GONE + "aliya", "/beijing/staff").statusCode(302);
        Eventually.isTrue(
                "the session is no good any more", () -> browser.open(ME).statusCode() == 302);
        assertTrue(browser.cookies().keySet().stream().noneMatch(name -> name.startsWith("q_session")));
        browser.signIn(ME, "aliya", "/beijing/staff");
        browser.open(ME).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbled", "", "a.b.c.d.e", "%00", "null|null|null"})
    void asksToSignInAgainWhenTheCookieIsGarbled(String value) {
        browser.signIn(ME, "aliya", "/beijing/staff");
        for (var suffix : List.of("", "_chunk_1", "_chunk_x")) {
            var session = new HashMap<>(browser.cookies());
            session.keySet().removeIf(name -> name.startsWith("q_session"));
            session.put("q_session_desk_event-service" + suffix, value);
            var garbled = new StaffBrowser();
            garbled.cookies().putAll(session);
            garbled.signIn(ME, "aliya", "/beijing/staff").statusCode(302).header("Location", PUBLIC + ME);
            garbled.open(ME).statusCode(200);
        }
    }

    @Test
    void doesNotSendInACircleWhoComesBackWithoutWhatHeLeftWith() {
        var issuer = browser.leave(ME);
        browser.cookies().clear();
        browser.comeBack(issuer, "aliya", "/beijing/staff").statusCode(401).body(containsString("Sign in again"));
        var stranger = new StaffBrowser();
        stranger.leave(ME);
        stranger.comeBack(issuer, "aliya", "/beijing/staff").statusCode(401);
        stranger.open(ME).statusCode(302);
    }

    @Test
    void takesACodeOnceAndOnlyWithItsProof() {
        var mine = browser.leave(ME);
        var other = new StaffBrowser();
        var theirs = other.leave(ME);
        var stolen = TestSignIn.as("aliya", theirs, "/beijing/staff");
        var state = mine.getRawQuery().replaceAll(".*(state=[^&]+).*", "$1");
        browser.open("/desk/sign-in?" + state + "&code=" + stolen.getRawQuery().replaceAll(".*code=([^&]+).*", "$1"))
                .statusCode(401);
    }

    @Test
    void signsOutHereAndAtTheIssuer() {
        browser.signIn(ME, "aliya", "/beijing/staff");
        var out = browser.open("/desk/sign-out");
        assertEquals(302, out.statusCode());
        assertTrue(out.header("Location")
                .startsWith(TestTokens.ISSUER + "/protocol/openid-connect/logout?id_token_hint="));
        assertTrue(
                out.header("Location").contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fwhats-on"),
                out.header("Location"));
        assertTrue(browser.cookies().keySet().stream().noneMatch(name -> name.startsWith("q_session")));
        browser.open(ME).statusCode(302);
        var again = browser.open("/desk/sign-out");
        assertEquals(302, again.statusCode());
        assertTrue(again.header("Location").contains("/logout?client_id=goldenbridge-desk&"), again.header("Location"));
    }

    @Test
    void isOfNoUseAtTheApi() {
        browser.signIn(ME, "aliya", "/beijing/staff", "/network/administrator");
        for (var request : List.of(browser.request(), given().followRedirects(false))) {
            request.header("Accept", "text/html,*/*;q=0.1")
                    .get(BOOKING)
                    .statusCode(401)
                    .header("Location", nullValue())
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .contentType("application/problem+json");
        }
        browser.request()
                .bearer(TestTokens.of("aliya", "/beijing/staff"))
                .get(BOOKING)
                .statusCode(404);
        // The framework takes the last segment of a path for the name of a way to sign in.
        browser.request().get("/v1/bookings/desk").statusCode(not(equalTo(302)));
    }

    @Test
    void takesNoBearerTokenAtTheDesk() {
        given().followRedirects(false)
                .bearer(TestTokens.of("aliya", "/beijing/staff"))
                .get(ME)
                .statusCode(302);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://localhost:8080,       -,           405",
                "http://localhost:8080,       cross-site,  405",
                "-,                           same-origin, 405",
                "-,                           -,           403",
                "-,                           same-site,   403",
                "-,                           cross-site,  403",
                "-,                           none,        403",
                "null,                        -,           403",
                "http://localhost:8081,       same-site,   403",
                "https://localhost:8080,      -,           403",
                "http://localhost:8080.evil,  same-origin, 403",
            })
    void changesNothingForPagesFromElsewhere(String origin, String site, int expected) {
        browser.signIn(ME, "aliya", "/beijing/staff");
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var request = browser.request();
            if (origin != null) {
                request.header("Origin", origin);
            }
            if (site != null) {
                request.header("Sec-Fetch-Site", site);
            }
            var answer = request.request(method, ME);
            assertEquals(expected, answer.statusCode(), method + " " + answer.asString());
            if (expected == 403) {
                assertEquals("/problems/foreign-origin", answer.path("type"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,  navigate, document, 200",
        "none,        navigate, document, 200",
        "same-origin, cors,     empty,    200",
        "cross-site,  no-cors,  image,    403",
        "cross-site,  cors,     empty,    403",
        "same-site,   no-cors,  script,   403",
        "cross-site,  navigate, iframe,   403",
    })
    void showsNothingPersonalWithinPagesFromElsewhere(String site, String mode, String into, int expected) {
        browser.signIn(ME, "aliya", "/beijing/staff");
        var asked = Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode, "Sec-Fetch-Dest", into);
        browser.request()
                .headers(asked)
                .get(ME)
                .statusCode(expected)
                .header("Access-Control-Allow-Origin", nullValue());
        new StaffBrowser()
                .request()
                .headers(asked)
                .get(ME)
                .statusCode(expected == 403 ? 403 : mode.equals("navigate") ? 302 : 401);
    }

    @Test
    void isSignedOutByNobodyElse() {
        browser.signIn(ME, "aliya", "/beijing/staff");
        browser.request()
                .headers(Map.of(
                        "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"))
                .get("/desk/sign-out")
                .statusCode(403);
        browser.open(ME).statusCode(200);
    }

    @Test
    void splitsASessionThatIsTooLongForOneCookie() {
        var groups = IntStream.range(0, 60)
                .mapToObj(nth -> "/centre-number-" + nth + "/staff")
                .toArray(String[]::new);
        browser.signIn(ME, "aliya", groups).statusCode(302);
        var parts = browser.cookies().keySet().stream()
                .filter(name -> name.startsWith("q_session"))
                .collect(Collectors.toList());
        assertTrue(parts.size() > 1, parts::toString);
        browser.open(ME).statusCode(200).body("centres.size()", equalTo(60));
    }
}
