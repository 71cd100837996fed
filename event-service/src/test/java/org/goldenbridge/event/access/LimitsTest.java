package org.goldenbridge.event.access;

import static org.goldenbridge.event.Elsewhere.AT_ONCE;
import static org.goldenbridge.event.Elsewhere.address;
import static org.goldenbridge.event.Elsewhere.ask;
import static org.goldenbridge.event.Elsewhere.refusal;
import static org.goldenbridge.event.Elsewhere.servedOf;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Who asks too much waits, and nobody else. From elsewhere the tests may ask 10 times at once, and once a second. */
@EventServiceTest
class LimitsTest {
    /** More than is served at once, even when the bucket is filled meanwhile. */
    private static final int MANY = 200;

    private static final String PAGE = "https://partner.example";

    @Test
    void refusesAnAddressThatAsksTooMuchUntilTheTimeThatItSays() {
        var address = address();
        var served = servedOf(MANY, address, null);
        assertTrue(served >= AT_ONCE && served < MANY, "served " + served);
        var refused = refusal(address, PAGE);
        refused.contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .body("status", equalTo(429))
                .body("detail", containsString("Wait"));
        var wait = Integer.parseInt(refused.header("Retry-After"));
        assertEquals(1, wait, "with one a second, the next is there within a second");
        Eventually.isTrue("it is served again", () -> ask(address, null).statusCode() == 200);
    }

    @Test
    void disturbsNobodyElse() {
        refusal(address(), PAGE);
        assertEquals(AT_ONCE, servedOf(AT_ONCE, address(), null));
        // Of one house with IPv6, all are one caller; those next door are another.
        refusal("2001:db8:5:7::1", PAGE);
        assertTrue(servedOf(AT_ONCE, "2001:db8:5:7:ffff::2", null) < AT_ONCE);
        assertEquals(AT_ONCE, servedOf(AT_ONCE, "2001:db8:5:8::1", null));
    }

    /** The control: the same requests from where nothing is counted are all served. */
    @Test
    void countsNobodyWhoIsExempt() {
        for (var i = 0; i < MANY; i++) {
            given().get("/v1/events?limit=1").statusCode(200);
        }
    }

    @Test
    void countsAnAccountWhereverItAsksFrom() {
        var token = TestTokens.of("busy-" + UUID.randomUUID(), "/nowhere/staff");
        ask(address(), token).statusCode(200);
        var crowded = address();
        assertTrue(servedOf(MANY, crowded, null) < MANY);
        assertEquals(200, ask(crowded, token).statusCode(), "the account is known, and not where it asks from");
        var served = 0;
        while (served < MANY && ask(address(), token).statusCode() == 200) {
            served++;
        }
        assertTrue(served >= 2 * AT_ONCE - 2 && served < MANY, "served " + served);
        assertEquals(
                200,
                ask(address(), TestTokens.of("idle-" + UUID.randomUUID(), "/nowhere/staff"))
                        .statusCode());
    }

    @Test
    void givesNothingForATokenThatIsNoGood() {
        var good = TestTokens.of("victim-" + UUID.randomUUID(), "/network/partner");
        ask(address(), good).statusCode(200);
        var address = address();
        var asked = 0;
        var status = 0;
        while (asked < MANY && status != 429) {
            // Another one each time: whoever counted by what a token says, would never count to two.
            var token = asked % 2 == 0 ? good + asked : TestTokens.expired("late-" + asked, "/network/partner");
            status = ask(address, token).statusCode();
            assertTrue(status == 401 || status == 429, "it answered " + status);
            asked++;
        }
        assertTrue(asked > AT_ONCE && asked < MANY, "asked " + asked);
        assertEquals(200, ask(address(), good).statusCode(), "whose token it looked like has lost nothing");
    }

    @Test
    void tellsAPageOfAnotherOriginToWait() {
        var answer = refusal(address(), PAGE);
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertTrue(answer.header("Access-Control-Expose-Headers").contains("Retry-After"));
    }

    @Test
    void answersWhetherItIsWellWhateverIsAsked() {
        var address = address();
        assertTrue(servedOf(MANY, address, null) < MANY);
        given().header("X-Forwarded-For", address).get("/q/health/live").statusCode(200);
    }
}
