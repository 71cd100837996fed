package org.goldenbridge.centre.agreement;

import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.staffOf;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.centre.CentreServiceTest;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class AgreementTest {
    private static String partner() {
        return created("/v1/partners", with("name", Map.of("en", "Museum"), "kind", "museum", "country", "FR"));
    }

    private static Map<String, Object> memorandum(String partner, String... centres) {
        return with(
                "partnerId",
                partner,
                "kind",
                "memorandum",
                "title",
                Map.of("en", "Memorandum of cooperation"),
                "startsOn",
                "2025-09-03",
                "endsOn",
                null,
                "scope",
                Map.of("en", "Joint research"),
                "documents",
                List.of(Map.of("title", Map.of("en", "Signed text"), "url", "https://example.org/m.pdf")),
                "centres",
                List.of(centres));
    }

    @Test
    void anAgreementIsReadByWhoWorksAtACentreItCovers() {
        var beijing = opened();
        var paris = opened();
        var path = "/v1/agreements/" + created("/v1/agreements", memorandum(partner(), beijing));
        for (var token : new String[] {administrator(), managerOf(beijing), staffOf(beijing)}) {
            as(token)
                    .get(path)
                    .statusCode(200)
                    .body("centres", contains(beijing))
                    .body("endsOn", nullValue())
                    .body("documents[0].url", equalTo("https://example.org/m.pdf"));
        }
        as(staffOf(paris)).get(path).statusCode(403).body("type", equalTo("/problems/not-yours"));
        as(TestTokens.of("partner", "/network/partner")).get(path).statusCode(403);
        as(TestTokens.of("cataloguer", "/" + beijing + "/cataloguer")).get(path).statusCode(403);
        given().get(path).statusCode(401);
    }

    @Test
    void theListHoldsWhatTheCallerMayRead() {
        var beijing = opened();
        var paris = opened();
        var partner = partner();
        var both = created("/v1/agreements", memorandum(partner, beijing, paris));
        var one = created("/v1/agreements", memorandum(partner, beijing));
        as(staffOf(beijing)).get("/v1/agreements").body("items.id", contains(both, one));
        as(managerOf(paris)).get("/v1/agreements").body("items.id", contains(both));
        as(staffOf(opened())).get("/v1/agreements").body("items", empty());
        as(administrator()).get("/v1/agreements?limit=500").body("items.id", hasItem(one));
        var page = as(staffOf(beijing)).get("/v1/agreements?limit=1").body("items.id", contains(both));
        as(staffOf(beijing))
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/agreements?limit=1")
                .body("items.id", contains(one));
        as(staffOf(paris))
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/agreements?limit=1")
                .statusCode(400);
        given().get("/v1/agreements").statusCode(401);
    }

    @Test
    void anAgreementIsEditedAndWithdrawn() {
        var beijing = opened();
        var paris = opened();
        var partner = partner();
        var path = "/v1/agreements/" + created("/v1/agreements", memorandum(partner, beijing));
        put(administrator(), path, "\"0.en\"", but(memorandum(partner, paris), "endsOn", "2027-01-01"))
                .statusCode(200)
                .body("centres", contains(paris))
                .body("endsOn", equalTo("2027-01-01"));
        as(staffOf(beijing)).get(path).statusCode(403);
        put(administrator(), path, "\"1.en\"", memorandum(partner(), paris))
                .statusCode(422)
                .body("type", equalTo("/problems/fixed-field"));
        delete(administrator(), path, "\"1.en\"").statusCode(204);
        as(staffOf(paris)).get(path).body("withdrawn", equalTo(true));
        as(staffOf(paris)).get("/v1/agreements").body("items", empty());
        put(administrator(), path, "\"2.en\"", memorandum(partner, paris)).statusCode(409);
    }

    @Test
    void anAgreementGrantsAccessUntilItDoesNot() {
        var beijing = opened();
        var partner = partner();
        var access = Map.of("clientId", "partner-museum", "requestsPerMinute", 12_000);
        var path = "/v1/agreements/" + created("/v1/agreements", but(memorandum(partner, beijing), "access", access));
        as(staffOf(beijing)).get(path).body("access", equalTo(access));
        put(administrator(), path, "\"0.en\"", memorandum(partner, beijing))
                .statusCode(200)
                .body("access", nullValue());
        for (var wrong : List.of(
                Map.of("clientId", "partner-museum"),
                Map.of("requestsPerMinute", 600),
                Map.of("clientId", "", "requestsPerMinute", 600),
                Map.of("clientId", "two words", "requestsPerMinute", 600),
                Map.of("clientId", "x".repeat(101), "requestsPerMinute", 600),
                Map.of("clientId", "partner-museum", "requestsPerMinute", 0),
                Map.of("clientId", "partner-museum", "requestsPerMinute", 60_001))) {
            put(administrator(), path, "\"1.en\"", but(memorandum(partner, beijing), "access", wrong))
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith("/access/"));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        var beijing = opened();
        var partner = partner();
        post(administrator(), "/v1/agreements", memorandum(UUID.randomUUID().toString(), beijing))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-partner"));
        post(administrator(), "/v1/agreements", memorandum(partner, beijing, "nowhere"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/centres/1"));
        post(administrator(), "/v1/agreements", memorandum(partner)).statusCode(400);
        post(administrator(), "/v1/agreements", but(memorandum(partner, beijing), "endsOn", "2025-09-02"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/endsOn"));
        post(
                        administrator(),
                        "/v1/agreements",
                        but(
                                memorandum(partner, beijing),
                                "documents",
                                List.of(Map.of("title", Map.of("en", "x"), "url", "file:///etc/passwd"))))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/documents/0/url"));
        as(administrator()).get("/v1/agreements?limit=500").body("items.partnerId", not(hasItem(partner)));
    }
}
