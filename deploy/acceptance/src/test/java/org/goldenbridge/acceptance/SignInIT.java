package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.goldenbridge.acceptance.network.Browser;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Concurrently;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff sign in at the desk through the real Keycloak, whichever instance answers. */
@ExtendWith(OnStage.class)
@Order(6)
class SignInIT {
    private static final String ME = "/desk/me";

    private static final String BOOKING = "/v1/bookings/" + UUID.randomUUID();

    private final Stage stage;
    private final Browser browser;

    SignInIT(Stage stage) {
        this.stage = stage;
        this.browser = new Browser(stage.gateway());
    }

    @AfterEach
    void heal() {
        stage.network().keycloak().resume();
        stage.heal();
    }

    @Test
    void whoLeavesFromOneInstanceComesBackToTheOtherAndToThePageThatWasAskedFor() {
        var page = ME + "?day=2026-11-23";
        var away = browser.openAt(stage.instance(0), page).expect(302);
        assertTrue(
                away.header("Location")
                        .startsWith(stage.network().keycloak().issuer() + "/protocol/openid-connect/auth"),
                away.header("Location"));
        var issuer = browser.open(away.header("Location"));
        var back = browser.logIn(issuer, STAFF, "demo").expect(302).header("Location");
        assertTrue(back.startsWith(stage.gateway() + "/desk/sign-in?"), back);

        var in = browser.openAt(stage.instance(1), back).expect(302);

        assertEquals(stage.gateway() + page, in.header("Location"));
        areClosed(away);
        areClosed(in);
        for (var instance : List.of(stage.instance(0), stage.instance(1))) {
            isStaffOfBeijing(browser.openAt(instance, page));
        }
        isStaffOfBeijing(browser.open(page)); // through the gateway
        assertFalse(browser.cookiesFor("/v1/sessions").contains("q_"), "the desk's cookies stay at the desk");
    }

    /** S04. */
    @Test
    void twoSlipsInOneSecondLockNobodyOut() {
        var tokens = stage.network().tokens();
        for (var wrong : List.of("demo ", "dem")) {
            assertThrows(IllegalStateException.class, () -> tokens.of("paris-manager", wrong));
        }
        Eventually.within(Duration.ofSeconds(10), "the right password is taken", () -> {
            try {
                return !tokens.of("paris-manager").isEmpty();
            } catch (IllegalStateException e) {
                return false; // a pause of a second for whoever types faster than people do
            }
        });
    }

    /** S04. */
    @Test
    void onePersonCanSignInTwiceInTheSameMoment() throws Exception {
        var tokens = stage.network().tokens();
        Concurrently.together(Collections.<Callable<String>>nCopies(4, () -> tokens.of("beijing-cataloguer")))
                .forEach(token -> assertFalse(token.isEmpty()));
    }

    /** S04. */
    @Test
    void theAdministrationOfKeycloakIsNotOnThePublicAddress() {
        for (var path :
                List.of("/auth/admin/", "/auth/realms/master", "/auth/realms/master/protocol/openid-connect/token")) {
            assertEquals(404, stage.anyone().get(path).status(), path);
        }
        assertEquals(200, stage.anyone().get("/auth/realms/goldenbridge").status());
    }

    @Test
    void theApiTakesNoCookieAndSendsNobodyAway() {
        isStaffOfBeijing(browser.signIn(ME, STAFF));
        var session = browser.cookiesFor("/desk");
        assertTrue(session.contains("q_session"), session);
        for (var answer : List.of(
                stage.anyone().get(BOOKING, "Accept", "text/html,*/*;q=0.1"),
                stage.anyone().get(BOOKING, "Accept", "text/html,*/*;q=0.1", "Cookie", session))) {
            assertEquals(401, answer.status(), answer.text());
            assertEquals("", answer.header("Location"));
            assertEquals("/problems/sign-in-needed", answer.problem());
        }
    }

    @Test
    void aPageFromElsewhereChangesNothing() {
        isStaffOfBeijing(browser.signIn(ME, STAFF));
        for (var forged : List.of("http://evil.example", "null", "http://localhost:1")) {
            var answer = browser.send("POST", ME, null, "Origin", forged, "Sec-Fetch-Site", "same-site");
            assertEquals(403, answer.status(), forged + ": " + answer.text());
            assertEquals("/problems/foreign-origin", answer.problem());
        }
        assertEquals(403, browser.send("POST", ME, null).status());
        // From our own page it gets as far as the resource, which takes no POST.
        assertEquals(
                405,
                browser.send("POST", ME, null, "Origin", stage.gateway().toString())
                        .status());
        assertEquals(
                403,
                browser.get(ME, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")
                        .status());
    }

    @Test
    void aGarbledCookieLeadsToKeycloakAndBack() {
        isStaffOfBeijing(browser.signIn(ME, STAFF));
        browser.cookieNames().stream()
                .filter(name -> name.startsWith("q_session"))
                .forEach(name -> browser.spoil(name, "x" + new StringBuilder(browser.cookie(name)).reverse()));
        var issuer = browser.open(ME).expect(302).header("Location");
        // Keycloak still knows the person, and asks for nothing.
        var back = browser.open(issuer).expect(302).header("Location");
        isStaffOfBeijing(browser.open(browser.open(back).expect(302).header("Location")));
    }

    @Test
    void whoSignsOutIsSignedOutAtKeycloakToo() {
        isStaffOfBeijing(browser.signIn(ME, STAFF));
        var out = browser.open("/desk/sign-out").expect(302).header("Location");
        var end = browser.open(out).expect(302).header("Location");
        assertEquals("/whats-on", URI.create(end).getPath());
        browser.open(end).expect(200);
        var issuer = browser.open(ME).expect(302).header("Location");
        assertTrue(browser.open(issuer).expect(200).text().contains("name=\"password\""), "Keycloak asks for it again");
    }

    @Test
    void whileKeycloakHangsNobodyIsSignedInAndIsToldSo() {
        var issuer = browser.open(ME).expect(302).header("Location");
        var back =
                browser.logIn(browser.open(issuer), STAFF, "demo").expect(302).header("Location");
        stage.network().keycloak().pause();
        var answer = browser.open(back);
        assertEquals(503, answer.status(), answer.text());
        assertFalse(answer.header("Retry-After").isEmpty());
        assertTrue(answer.text().contains("Sign-in is away"), answer::text);
        stage.network().keycloak().resume();
        stage.heal();
        assertEquals(200, new Browser(stage.gateway()).signIn(ME, STAFF).status());
    }

    private static void isStaffOfBeijing(Reply answer) {
        assertEquals(STAFF, answer.expect(200).body().required("account").textValue());
        assertEquals(
                "staff",
                answer.body().required("centres").required("beijing").get(0).textValue());
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    private static void areClosed(Reply answer) {
        var cookies = answer.headers().allValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (var cookie : cookies) {
            var attributes = List.of(cookie.split("; *", -1));
            assertTrue(attributes.contains("Path=/desk"), cookie);
            assertTrue(
                    attributes.contains("Max-Age=0") || attributes.containsAll(List.of("HTTPOnly", "SameSite=Lax")),
                    cookie);
        }
    }
}
