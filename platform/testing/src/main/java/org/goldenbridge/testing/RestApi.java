package org.goldenbridge.testing;

import static org.goldenbridge.testing.TestRequest.given;

import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests to the service under test in one word each. Bodies are JSON: text as it stands, or a map. */
public final class RestApi {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private RestApi() {}

    /** Somebody who carries that token. */
    public static TestRequest as(String token) {
        return given().bearer(token);
    }

    public static TestResponse get(String path) {
        return given().get(path);
    }

    public static TestResponse get(String token, String path) {
        return as(token).get(path);
    }

    public static TestResponse post(String token, String path, Object body) {
        return json(token, body).post(path);
    }

    /** @param ifMatch the header If-Match; not sent when null */
    public static TestResponse post(String token, String path, String ifMatch, Object body) {
        return json(token, body)
                .headers(ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch))
                .post(path);
    }

    public static TestResponse put(String token, String path, String ifMatch, Object body) {
        return json(token, body).header("If-Match", ifMatch).put(path);
    }

    public static TestResponse delete(String token, String path, String ifMatch) {
        return as(token).header("If-Match", ifMatch).delete(path);
    }

    private static TestRequest json(String token, Object body) {
        return as(token).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** The id of what was created, from an answer with 201. */
    public static String created(TestResponse response) {
        return Objects.requireNonNull(response.statusCode(201).path("id"));
    }

    /** A token of an administrator of the network. */
    public static String administrator() {
        return TestTokens.of("administrator", "/network/administrator");
    }

    /** A word that no other test uses, in letters and digits. */
    public static String unique(String word) {
        return word + COUNT.incrementAndGet() + "x" + Long.toString(System.nanoTime(), 36);
    }

    /** A map that can be changed and may hold nulls, from names and values in turn. */
    public static Map<String, Object> with(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** The same body with one field changed. */
    public static Map<String, Object> but(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
