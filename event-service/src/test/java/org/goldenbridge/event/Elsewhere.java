package org.goldenbridge.event;

import static org.goldenbridge.testing.TestRequest.given;

import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.testing.TestResponse;

/** Requests from other machines, as a gateway tells of them. Those of the tests themselves are not counted. */
public final class Elsewhere {
    /** What anybody may ask at once, in the tests; one more comes with each second. */
    public static final int AT_ONCE = 10;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Elsewhere() {}

    /** An address from which nobody has asked. */
    public static String address() {
        var nth = COUNT.incrementAndGet();
        return "100.64." + nth / 256 + "." + nth % 256;
    }

    /** What is public, asked for from there; without a token where that is null. */
    public static TestResponse ask(String address, String token) {
        var request = given().header("X-Forwarded-For", address);
        return (token == null ? request : request.bearer(token)).get("/v1/events?limit=1");
    }

    /** The refusal that comes sooner or later, as a page of that origin gets it. */
    public static TestResponse refusal(String address, String origin) {
        for (var i = 0; i < 20 * AT_ONCE; i++) {
            var answer = given().header("X-Forwarded-For", address)
                    .header("Origin", origin)
                    .get("/v1/events?limit=1");
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError(address + " may ask without end");
    }

    /** How many of so many requests in a row are served before one is refused. */
    public static int servedOf(int wanted, String address, String token) {
        for (var served = 0; served < wanted; served++) {
            var answer = ask(address, token);
            if (answer.statusCode() == 429) {
                return served;
            }
            answer.statusCode(200);
        }
        return wanted;
    }
}
