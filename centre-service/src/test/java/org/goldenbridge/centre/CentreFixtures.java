package org.goldenbridge.centre;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.platform.testing.TestTokens;

/** The front door of the service, and the scenes that tests set. */
public final class Api {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Api() {}

    public static String administrator() {
        return TestTokens.of("aigerim", "/network/administrator");
    }

    public static String managerOf(String centre) {
        return TestTokens.of(centre + "-manager", "/" + centre + "/manager");
    }

    public static String staffOf(String centre) {
        return TestTokens.of(centre + "-staff", "/" + centre + "/staff");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path).then();
    }

    public static ValidatableResponse put(String token, String path, String etag, Object body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse delete(String token, String path, String etag) {
        return as(token).header("If-Match", etag).delete(path).then();
    }

    public static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    public static String tagOf(String path) {
        return given().get(path).then().statusCode(200).extract().header("ETag");
    }

    /** A word that no other test uses. */
    public static String unique(String word) {
        return word + "-" + NEXT.incrementAndGet();
    }

    /** The body of a centre. */
    public static Map<String, Object> centre(String id) {
        return with(
                "id",
                id,
                "name",
                Map.of("en", "Centre " + id, "fr", "Centre de " + id),
                "address",
                Map.of("en", "1 Bridge Street"),
                "city",
                Map.of("en", "Beijing", "fr", "Pékin"),
                "country",
                "CN",
                "zone",
                "Asia/Shanghai");
    }

    /** Opens a centre of its own for the test, and tells its id. */
    public static String opened() {
        var id = unique("centre");
        post(administrator(), "/v1/centres", centre(id)).statusCode(201);
        return id;
    }

    /** The body of a space. */
    public static Map<String, Object> space(String centre, String code) {
        return with(
                "centreId",
                centre,
                "code",
                code,
                "name",
                Map.of("en", "Music hall", "fr", "Salle de musique"),
                "kind",
                "music-hall",
                "capacity",
                40,
                "setUpMinutes",
                15,
                "clearingMinutes",
                10);
    }

    /** Creates something and tells its id. */
    public static String created(String path, Object body) {
        return post(administrator(), path, body).statusCode(201).extract().path("id");
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

    /** Posts a body as it stands, JSON or not. */
    public static Response raw(String token, String path, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path);
    }
}
