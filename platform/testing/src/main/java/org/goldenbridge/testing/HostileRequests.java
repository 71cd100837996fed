package org.goldenbridge.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends headers, query parameters and form bodies that break parsers, as no well-behaved client would: whatever a request
 * says, the answer is below 500.
 */
public final class HostileRequests {
    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Cache-Control",
            "Content-Type",
            "Cookie",
            "Forwarded",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Idempotency-Key",
            "Last-Event-ID",
            "Origin",
            "Range",
            "Referer",
            "traceparent",
            "tracestate",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Requested-With");

    private static final List<String> VALUES = List.of(
            "",
            "-",
            "*",
            ",",
            ";",
            "=",
            ";q=",
            "*;q=x",
            "en;q=2",
            "a-,b",
            "en-",
            "-en",
            "x-",
            "i-",
            "a/",
            "/",
            "*/",
            "a/b;c",
            "a/b;c=\"",
            "\"",
            "W/",
            "W/\"",
            "\"\u00e9\"",
            "%zz",
            "a=%zz; b",
            "$Version=1; $Path",
            "bytes=",
            "bytes=-",
            "bytes=9-1",
            "bytes=0-99999999999999999999",
            "99999999999999999999",
            "-1",
            "Thu, 99 Foo 9999 99:99:99 GMT",
            "00-00000000000000000000000000000000-0000000000000000-00",
            "00-",
            "Bearer",
            "Bearer ",
            "Bearer a.b.c",
            "Basic =",
            "for=\"[\";proto=",
            "[::1",
            "1.2.3.4:99999",
            "http://[",
            "a:b:c",
            "\u00ff\u00fe");

    private static final List<String> PARAMETERS = List.of(
            "",
            "-",
            "%00",
            "%zz",
            "%",
            "%C0%80",
            "%ED%A0%80",
            "%F0%9F%91%BB",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "10000-01-01",
            "9999-12-31",
            "1-1-1",
            "2027-02-30",
            "2027-W54",
            "%2B999999999-W01",
            "9999-12-31T23:59",
            "%2B999999999-12-31T23:59",
            "2027-01-01T24:00",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1e9",
            "NaN",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "'",
            "%22%3E%3Cscript%3E",
            "%25",
            "%5C",
            ",",
            "a,,b",
            "xx",
            "kk_KZ",
            "[]",
            "{}");

    private static final List<String> FORMS = List.of(
            "%zz=%zz",
            "%",
            "=",
            "&",
            "a=%",
            "=&=&=",
            "%00=%00",
            "%C0%80=%ED%A0%80",
            "line=%00&places=99999999999999999999&key=%zz",
            "a=b&".repeat(1_100),
            "a".repeat(20_000) + "=b",
            "a=" + "b".repeat(20_000),
            "title.en=a&title.en=b",
            "day=%2B999999999-12-31&from=99:99&to=-1&version=x&capacity=1e9",
            "startsOn=%2B999999999-12-31&rule=FREQ",
            "version=99999999999999999999",
            "{\"a\":1}");

    private HostileRequests() {}

    /** Asserts that no path answers 5xx when any one of its query parameters has any value. */
    public static void inQueriesAreAnsweredBelow500(String headers, Map<String, List<String>> parametersByPath)
            throws IOException {
        var failures = new Failures();
        try (var line = new RawConnection()) {
            for (var path : parametersByPath.entrySet()) {
                for (var parameter : path.getValue()) {
                    for (var value : PARAMETERS) {
                        var address = path.getKey() + "?" + parameter + "=" + value;
                        failures.note("GET " + address, line.send("GET", address, headers, ""));
                    }
                }
            }
        }
        failures.assertNone();
    }

    /** Asserts that no path answers 5xx to any form. */
    public static void inFormsAreAnsweredBelow500(String headers, List<String> paths) throws IOException {
        var failures = new Failures();
        try (var line = new RawConnection()) {
            for (var path : paths) {
                for (var form : FORMS) {
                    var head = headers + "Content-Type: application/x-www-form-urlencoded\r\n";
                    failures.note("POST " + path + " " + form, line.send("POST", path, head, form));
                }
            }
        }
        failures.assertNone();
    }

    /**
     * Asserts that no path answers 5xx to any header with any value. Each header with each value is sent to one of the paths
     * in turn, and in the profile to all of them.
     */
    public static void inHeadersAreAnsweredBelow500(String... paths) throws IOException {
        var failures = new Failures();
        try (var line = new RawConnection()) {
            for (var name : NAMES) {
                for (var value : values(name)) {
                    for (var n = 0; n < Exhaustive.Matrix.size(1, paths.length); n++) {
                        var path = paths[failures.requests % paths.length];
                        var status = line.send("GET", path, name + ": " + value + "\r\n", "");
                        failures.note("GET " + path + " with " + name + ": " + value, status);
                    }
                }
            }
        }
        failures.assertNone();
    }

    private static List<String> values(String name) {
        var all = new ArrayList<>(VALUES);
        all.add("a".repeat(4_000));
        all.add("en,".repeat(500));
        if (name.toLowerCase(Locale.ROOT).equals("cookie")) {
            all.add("lang=" + "x".repeat(3_000));
            all.add("lang=%; theme=\"; q_session=a.b.c");
        }
        return all;
    }

    private static final class Failures {
        private final List<String> all = new ArrayList<>();
        private int requests;
        private int refused;

        void note(String request, int status) {
            requests++;
            if (status == 401 || status == 403) {
                refused++;
            }
            if (status >= 500) {
                all.add(status + " " + (request.length() > 300 ? request.substring(0, 300) : request));
            }
        }

        void assertNone() {
            assertTrue(
                    refused < requests,
                    () -> "All of " + requests + " requests were refused for who asked, and none was read");
            assertTrue(all.isEmpty(), () -> all.size() + " of " + requests + " failed:\n" + String.join("\n", all));
        }
    }
}
