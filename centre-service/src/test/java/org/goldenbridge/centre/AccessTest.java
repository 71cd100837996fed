package org.goldenbridge.centre;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.space;
import static org.goldenbridge.centre.CentreFixtures.staffOf;
import static org.goldenbridge.centre.CentreFixtures.tagOf;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Every operation that changes something, asked for by everyone who may not. */
@CentreServiceTest
class AccessTest {
    private record Attempt(String method, String path, Object body, boolean administratorsOnly) {}

    private static Map<String, Object> closure(String centre) {
        return with(
                "centreId",
                centre,
                "startsAt",
                "2035-12-31T00:00",
                "endsAt",
                "2036-01-01T00:00",
                "reason",
                Map.of("en", "New Year"));
    }

    private static Map<String, Object> stock(String centre) {
        return with("centreId", centre, "code", unique("stock"), "name", Map.of("en", "Easel"), "quantity", 3);
    }

    private static Map<String, Object> partner() {
        return with("name", Map.of("en", "Museum"), "kind", "museum", "country", "FR");
    }

    private static Map<String, Object> agreement(String partner, String centre) {
        return with(
                "partnerId",
                partner,
                "kind",
                "loan",
                "title",
                Map.of("en", "A loan"),
                "startsOn",
                "2026-01-01",
                "centres",
                List.of(centre));
    }

    private static List<Attempt> everyChange(String centre) {
        var partner = created("/v1/partners", partner());
        var things = new ArrayList<Attempt>();
        things.add(new Attempt("POST", "/v1/centres", centre(unique("new")), true));
        things.add(new Attempt("PUT", "/v1/centres/" + centre, centre(centre), false));
        things.add(new Attempt("PUT", "/v1/centres/" + centre + "/opening-hours", with("weekly", List.of()), false));
        things.add(new Attempt("DELETE", "/v1/centres/" + centre, null, true));
        change(things, "/v1/spaces", space(centre, unique("hall")), space(centre, unique("hall")), false);
        change(things, "/v1/closures", closure(centre), closure(centre), false);
        change(things, "/v1/equipment", stock(centre), stock(centre), false);
        change(things, "/v1/partners", partner(), partner(), true);
        change(things, "/v1/agreements", agreement(partner, centre), agreement(partner, centre), true);
        return things;
    }

    private static void change(
            List<Attempt> things, String path, Map<String, Object> first, Map<String, Object> second, boolean admin) {
        var one = path + "/" + created(path, first);
        things.add(new Attempt("POST", path, second, admin));
        things.add(new Attempt("PUT", one, first, admin));
        things.add(new Attempt("DELETE", one, null, admin));
    }

    private static int attempt(String token, Attempt attempt) {
        var request = given().header("If-Match", "*");
        if (token != null) {
            request.bearer(token);
        }
        if (attempt.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(attempt.body());
        }
        return request.request(attempt.method(), attempt.path()).statusCode();
    }

    @Test
    void nobodyChangesWhatIsNotTheirs() {
        var centre = opened();
        var other = opened();
        var changes = everyChange(centre);
        var before = tagOf("/v1/centres/" + centre);
        var refused = with(
                "staff of the centre", staffOf(centre),
                "manager of another centre", managerOf(other),
                "staff of another centre", staffOf(other),
                "administrator of a centre that is not the network's",
                        TestTokens.of("impostor", "/" + other + "/administrator"),
                "cataloguer", TestTokens.of("cataloguer", "/" + centre + "/cataloguer"),
                "partner", TestTokens.of("partner", "/network/partner"),
                "visitor", TestTokens.of("visitor", "/network/visitor"));
        for (var change : changes) {
            assertEquals(401, attempt(null, change), "anonymous " + change);
            refused.forEach((who, token) -> assertEquals(403, attempt((String) token, change), who + " " + change));
            if (change.administratorsOnly()) {
                assertEquals(403, attempt(managerOf(centre), change), "manager " + change);
            }
        }
        assertEquals(before, tagOf("/v1/centres/" + centre), "nothing changed");
    }

    @Test
    void managersAndAdministratorsMay() {
        for (var change : everyChange(opened()).stream()
                .filter(it -> !it.method().equals("DELETE"))
                .toList()) {
            var centre = change.path().startsWith("/v1/centres/")
                    ? change.path().split("/", -1)[3]
                    : change.body() instanceof Map<?, ?> body ? String.valueOf(body.get("centreId")) : "";
            var token = change.administratorsOnly() ? administrator() : managerOf(centre);
            var status = attempt(token, change);
            assertEquals(change.method().equals("POST") ? 201 : 200, status, change.toString());
        }
    }

    @Test
    void tokensOfAnotherIssuerOrForAnotherAudienceAreRefused() {
        var groups = new String[] {"/network/administrator"};
        for (var token : new String[] {
            TestTokens.issued("http://elsewhere.test/realms/goldenbridge", "goldenbridge-api", "a", groups),
            TestTokens.issued(TestTokens.ISSUER, "another-api", "a", groups),
            "not-a-token",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiZ3JvdXBzIjpbIi9uZXR3b3JrL2FkbWluaXN0cmF0b3IiXX0.",
        }) {
            given().bearer(token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(centre(unique("forged")))
                    .post("/v1/centres")
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/sign-in-needed"));
        }
    }

    @Test
    void pathsThatTwoProgramsMayReadDifferentlyAreRefused() throws Exception {
        var client = HttpClient.newHttpClient(); // sends a path as it stands
        for (var path : new String[] {
            "/v1/agreements;x=1",
            "/v1//agreements",
            "/v1/./agreements",
            "/v1/%2e%2e/v1/agreements",
            "/v1/agreements%2f",
            "/v1/agreements%3Bx",
            "/v1/agreements/..;/agreements",
            "/v1%5cagreements",
            "/v1/%61greements",
            "/%71/health",
            "/v1/agreements%2D"
        }) {
            var address = URI.create("http://localhost:" + TestRequest.port() + path);
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(400, answer.statusCode(), path);
            assertTrue(answer.body().contains("/problems/ambiguous-path"), path);
        }
    }
}
