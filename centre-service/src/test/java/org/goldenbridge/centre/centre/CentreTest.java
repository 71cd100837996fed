package org.goldenbridge.centre.centre;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.space;
import static org.goldenbridge.centre.CentreFixtures.tagOf;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class CentreTest {
    @Test
    void opensACentreThatEveryoneCanRead() {
        var id = unique("centre");
        post(administrator(), "/v1/centres", centre(id))
                .statusCode(201)
                .header("Location", endsWith("/v1/centres/" + id))
                .header("ETag", "\"0.en\"");
        get("/v1/centres/" + id + "?lang=fr")
                .statusCode(200)
                .header("Content-Language", "en, fr")
                .header("Vary", containsString("Accept-Language"))
                .body("city", aMapWithSize(1))
                .body("city", hasEntry("fr", "Pékin"))
                .body("address", hasEntry("en", "1 Bridge Street"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("withdrawn", equalTo(false))
                .body("contact", nullValue());
        get("/v1/centres/" + id + "?lang=*").body("city", aMapWithSize(2));
        given().header("Accept-Language", "de, fr-CA;q=0.5")
                .get("/v1/centres/" + id)
                .body("city", hasEntry("fr", "Pékin"));
    }

    @Test
    void keepsTheWholeOfACentre() {
        var id = unique("centre");
        var body = but(centre(id), "areaSquareMetres", 620);
        body.put("openedOn", "2025-09-02");
        body.put(
                "contact",
                Map.of(
                        "phone",
                        "+86 10 5555 0142",
                        "email",
                        "house@example.org",
                        "website",
                        "https://house.example.org/"));
        post(administrator(), "/v1/centres", body).statusCode(201);
        get("/v1/centres/" + id)
                .body("areaSquareMetres", equalTo(620))
                .body("openedOn", equalTo("2025-09-02"))
                .body("contact.phone", equalTo("+86 10 5555 0142"))
                .body("contact.email", equalTo("house@example.org"))
                .body("contact.website", equalTo("https://house.example.org/"));
    }

    @Test
    void anEditReplacesTheCentreAndCountsItsVersionUp() {
        var id = opened();
        put(managerOf(id), "/v1/centres/" + id, "\"0.en\"", but(centre(id), "city", Map.of("en", "Paris")))
                .statusCode(200)
                .header("ETag", "\"1.en\"")
                .body("city", hasEntry("en", "Paris"));
    }

    @Test
    void anEditMustSayWhichVersionItEdits() {
        var id = opened();
        as(managerOf(id))
                .contentType("application/json")
                .body(centre(id))
                .put("/v1/centres/" + id)
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
        put(managerOf(id), "/v1/centres/" + id, "\"7.en\"", centre(id))
                .statusCode(412)
                .body("type", equalTo("/problems/stale"));
        assertEquals("\"0.en\"", tagOf("/v1/centres/" + id));
    }

    @Test
    void ofManyEditsOfOneVersionOneHolds() {
        var id = opened();
        var edits = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> put(
                                managerOf(id),
                                "/v1/centres/" + id,
                                "\"0.en\"",
                                but(centre(id), "areaSquareMetres", 100 + i))
                        .statusCode()))
                .toList();
        var statuses = edits.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(200, statuses.get(0));
        assertEquals(7, statuses.stream().filter(status -> status == 412).count());
    }

    @Test
    void ofManyOpeningsOfOneIdOneHolds() {
        var id = unique("centre");
        var openings = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(administrator(), "/v1/centres", centre(id)).statusCode()))
                .toList();
        var statuses = openings.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(201, statuses.get(0));
        assertEquals(5, statuses.stream().filter(status -> status == 409).count());
    }

    @Test
    void refusesAnIdThatIsTakenOrReservedOrChanged() {
        var id = opened();
        post(administrator(), "/v1/centres", centre(id))
                .statusCode(409)
                .body("type", equalTo("/problems/already-there"))
                .body("errors[0].pointer", equalTo("/id"));
        post(administrator(), "/v1/centres", centre("network"))
                .statusCode(422)
                .body("type", equalTo("/problems/reserved-word"));
        put(administrator(), "/v1/centres/" + id, "\"0.en\"", centre(unique("other")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/id"));
    }

    @Test
    void aCentreThatHasClosedForGoodStaysKnownAndTakesNothingNew() {
        var id = opened();
        delete(administrator(), "/v1/centres/" + id, "\"0.en\"").statusCode(204);
        get("/v1/centres/" + id).statusCode(200).body("withdrawn", equalTo(true));
        get("/v1/centres?limit=500").body("items.id", not(hasItem(id)));
        put(administrator(), "/v1/centres/" + id, "\"1.en\"", centre(id)).statusCode(409);
        post(administrator(), "/v1/spaces", space(id, "hall")).statusCode(409);
        put(administrator(), "/v1/centres/" + id + "/opening-hours", "\"1.en\"", with("weekly", java.util.List.of()))
                .statusCode(409)
                .body("type", equalTo("/problems/withdrawn"));
    }

    @Test
    void answers304ToWhoHasIt() {
        var id = opened();
        given().header("If-None-Match", tagOf("/v1/centres/" + id))
                .get("/v1/centres/" + id)
                .statusCode(304);
        given().header("If-None-Match", tagOf("/v1/centres/" + id))
                .get("/v1/centres/" + id + "?lang=fr")
                .statusCode(200);
        given().header("If-None-Match", tagOf("/v1/centres?limit=1"))
                .get("/v1/centres?limit=1")
                .statusCode(304);
    }

    @Test
    void theListGoesOnWhereItsCursorSays() {
        var first = unique("a-list");
        var second = first + "-b";
        post(administrator(), "/v1/centres", centre(first)).statusCode(201);
        post(administrator(), "/v1/centres", centre(second)).statusCode(201);
        var seen = new java.util.ArrayList<String>();
        String cursor = null;
        do {
            var request = given().queryParam("limit", 1);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/v1/centres").statusCode(200);
            seen.addAll(page.<java.util.List<String>>path("items.id"));
            cursor = page.path("next");
            assertEquals(cursor != null, page.header("Link") != null);
        } while (cursor != null);
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertEquals(seen.indexOf(first) + 1, seen.indexOf(second));
    }
}
