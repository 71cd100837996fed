package org.goldenbridge.centre;

import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;

/** The front door of the service, and the scenes that tests set. */
public final class CentreFixtures {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private CentreFixtures() {}

    public static String managerOf(String centre) {
        return TestTokens.of(centre + "-manager", "/" + centre + "/manager");
    }

    public static String staffOf(String centre) {
        return TestTokens.of(centre + "-staff", "/" + centre + "/staff");
    }

    public static String tagOf(String path) {
        return given().header("Accept-Encoding", "identity")
                .get(path)
                .statusCode(200)
                .header("ETag");
    }

    /** A code that no other test uses. */
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
        return RestApi.created(post(administrator(), path, body));
    }

    /** Posts a body as it stands, JSON or not. */
    public static TestResponse raw(String token, String path, String body) {
        return as(token).contentType(MediaType.APPLICATION_JSON).body(body).post(path);
    }
}
