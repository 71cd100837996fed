package org.goldenbridge.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests to the service under test in one word each. Bodies are JSON: text as it stands, or a map. */
public final class RestApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private RestApi() {}

    /** Somebody who carries that token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    public static ValidatableResponse get(String token, String path) {
        return as(token).get(path).then();
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return json(token, body).post(path).then();
    }

    /** @param ifMatch the header If-Match; not sent when null */
    public static ValidatableResponse post(String token, String path, String ifMatch, Object body) {
        return json(token, body)
                .headers(ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch))
                .post(path)
                .then();
    }

    public static ValidatableResponse put(String token, String path, String ifMatch, Object body) {
        return json(token, body).header("If-Match", ifMatch).put(path).then();
    }

    public static ValidatableResponse delete(String token, String path, String ifMatch) {
        return as(token).header("If-Match", ifMatch).delete(path).then();
    }

    private static RequestSpecification json(String token, Object body) {
        return as(token).contentType(ContentType.JSON).body(body);
    }

    /**
     * The id of what was created, from an answer with 201. It is read by Jackson: RestAssured compiles a Groovy script for each
     * path, which is felt where every test does it.
     */
    public static String created(ValidatableResponse response) {
        try {
            return JSON.readTree(response.statusCode(201).extract().asByteArray())
                    .required("id")
                    .textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
