package org.goldenbridge.event.access;

import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestSignIn;

/** A browser at the desk: it keeps cookies, is at the public address, and follows a redirect only when it is told to. */
public final class StaffBrowser {
    static final String PUBLIC = "http://localhost:8080";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Map<String, String> cookies() {
        return cookies;
    }

    /** Somebody opens a page. */
    public TestResponse open(String path) {
        return keep(request()
                .header("Accept", "text/html,*/*")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Sec-Fetch-Site", "none")
                .get(path));
    }

    /** A request with the cookies of this browser, to be sent by the test and shown to {@link #keep}. */
    public TestRequest request() {
        return given().followRedirects(false)
                .urlEncodingEnabled(false)
                .header("Host", URI.create(PUBLIC).getAuthority())
                .cookies(cookies);
    }

    public TestResponse keep(TestResponse answer) {
        answer.cookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }

    /** Opens the page, signs in, and is sent back: what the desk answers then. */
    public TestResponse signIn(String path, String user, String... groups) {
        return comeBack(leave(path), user, groups);
    }

    /** Opens a page and is sent to the issuer. */
    URI leave(String path) {
        var away = open(path);
        assertEquals(302, away.statusCode(), away.asString());
        return URI.create(away.header("Location"));
    }

    TestResponse comeBack(URI issuer, String user, String... groups) {
        var back = TestSignIn.as(user, issuer, groups);
        assertEquals(PUBLIC, back.getScheme() + "://" + back.getAuthority());
        return open(back.getRawPath() + "?" + back.getRawQuery());
    }
}
