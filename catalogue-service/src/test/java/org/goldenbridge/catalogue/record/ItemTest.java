package org.goldenbridge.catalogue.record;

import static org.goldenbridge.catalogue.CatalogueFixtures.awaitFeeds;
import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.held;
import static org.goldenbridge.catalogue.CatalogueFixtures.item;
import static org.goldenbridge.catalogue.CatalogueFixtures.tag;
import static org.goldenbridge.testing.Concurrently.together;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.junit.jupiter.api.Test;

/** Copies through the front door: entered, edited, moved, withdrawn; and what their records and feeds show of it. */
@CatalogueServiceTest
class ItemTest {
    @Test
    void isEnteredEditedAndWithdrawn() {
        var centre = centre();
        var record = entered(centre, book(centre, "Held"));
        var barcode = unique("BC-");
        var body = item(centre, record, barcode);
        var id = held(centre, body);
        var path = "/v1/items/" + id;
        get(path)
                .statusCode(200)
                .body("recordId", equalTo(record))
                .body("centreId", equalTo(centre.id()))
                .body("barcode", equalTo(barcode))
                .body("shelf", equalTo("Library, A 12"))
                .body("condition", equalTo("good"))
                .body("status", equalTo("available"))
                .body("withdrawn", equalTo(false))
                .header("ETag", "\"0.en.gzip\"");
        put(centre.cataloguer(), path, tag(path), but(body, "status", "on-loan"))
                .statusCode(200)
                .body("status", equalTo("on-loan"))
                .header("ETag", "\"1.en.staff\"");
        put(centre.cataloguer(), path, "\"0.en.staff\"", body).statusCode(412);
        put(centre.cataloguer(), path, "\"1.en.staff\"", but(body, "status", "on-loan"))
                .statusCode(200)
                .header("ETag", "\"1.en.staff\"");
        delete(centre.cataloguer(), path, "\"1.en.staff\"").statusCode(204);
        get(path).statusCode(200).body("withdrawn", equalTo(true));
        put(centre.cataloguer(), path, "*", body).statusCode(409).body("type", equalTo("/problems/withdrawn"));
        delete(centre.cataloguer(), path, "*").statusCode(409);
        get("/v1/items?record=" + record).body("items", empty());
        held(centre, body);
    }

    @Test
    void aRecordShowsWhatIsHeldOfIt() {
        var keeper = centre();
        var holder = centre();
        var record = entered(keeper, book(keeper, "Shown"));
        var path = "/v1/records/" + record;
        var before = get(path).header("ETag");
        var one = held(holder, item(holder, record, unique("BC-")));
        held(holder, but(item(holder, record, unique("BC-")), "status", "on-display"));
        held(keeper, item(keeper, record, unique("BC-")));
        var shown = get(path)
                .body("holdings.centreId", contains(keeper.id(), holder.id()))
                .body("holdings.items", contains(1, 2))
                .body("holdings.available", contains(1, 1))
                .header("ETag");
        assertNotEquals(before, shown);
        given().header("If-None-Match", shown).get(path).statusCode(304);
        delete(holder.cataloguer(), "/v1/items/" + one, "*").statusCode(204);
        given().header("If-None-Match", shown)
                .get(path)
                .statusCode(200)
                .body("holdings.items", contains(1, 1))
                .body("holdings.available", contains(1, 0));
        get("/v1/records?centre=" + holder.id()).body("items.id", contains(record));
    }

    @Test
    void isFoundByRecordCentreAndBarcode() {
        var centre = centre();
        var record = entered(centre, book(centre, "Found"));
        var barcode = unique("BC-");
        var first = held(centre, item(centre, record, barcode));
        var second = held(centre, item(centre, record, unique("BC-")));
        get("/v1/items?record=" + record).body("items.id", contains(first, second));
        get("/v1/items?centre=" + centre.id()).body("items.id", contains(first, second));
        get("/v1/items?barcode=" + barcode).body("items.id", contains(first));
        get("/v1/items?record=" + record + "&barcode=nothing").body("items", empty());
        var page = get("/v1/items?limit=1&record=" + record);
        get("/v1/items?limit=1&record=" + record + "&cursor=" + page.path("next"))
                .body("items.id", contains(second))
                .body("next", nullValue());
        get("/v1/items?record=nothing").statusCode(400).body("errors[0].pointer", equalTo("?record"));
        get("/v1/items?shelf=A").statusCode(400);
        get("/v1/items?limit=500").body("items.id", hasItem(first));
    }

    @Test
    void aNoteIsForStaff() {
        var centre = centre();
        var record = entered(centre, book(centre, "Noted"));
        var id = held(centre, but(item(centre, record, unique("BC-")), "note", "Gift of somebody"));
        for (var path : new String[] {"/v1/items/" + id, "/v1/items?record=" + record}) {
            assertEquals(-1, get(path).asString().indexOf("Gift"), path);
            assertNotEquals(
                    -1, get(CatalogueFixtures.centre().staff(), path).asString().indexOf("Gift"), path);
        }
        var staffTag = get(centre.staff(), "/v1/items/" + id).header("ETag");
        given().header("If-None-Match", staffTag).get("/v1/items/" + id).statusCode(200);
    }

    @Test
    void anItemOfAHiddenRecordIsForStaff() {
        var centre = centre();
        var record = entered(centre, but(book(centre, "Hidden"), "hidden", true));
        var barcode = unique("BC-");
        var id = held(centre, item(centre, record, barcode));
        get("/v1/items/" + id).statusCode(404);
        get("/v1/items?barcode=" + barcode).body("items", empty());
        get(centre.staff(), "/v1/items/" + id).statusCode(200);
        get(centre.staff(), "/v1/items?barcode=" + barcode).body("items.id", contains(id));
    }

    @Test
    void aBarcodeIsOnOneItem() {
        var centre = centre();
        var record = entered(centre, book(centre, "Barcodes"));
        var barcode = unique("BC-");
        var id = held(centre, item(centre, record, barcode));
        var other = held(centre, item(centre, record, unique("BC-")));
        post(centre.cataloguer(), "/v1/items", item(centre, record, barcode))
                .statusCode(409)
                .body("type", equalTo("/problems/barcode-taken"))
                .body("itemId", equalTo(id))
                .body("errors[0].pointer", equalTo("/barcode"));
        put(centre.cataloguer(), "/v1/items/" + other, "*", item(centre, record, barcode))
                .statusCode(409);
        delete(centre.cataloguer(), "/v1/items/" + id, "*").statusCode(204);
        put(centre.cataloguer(), "/v1/items/" + other, "*", item(centre, record, barcode))
                .statusCode(200);
    }

    @Test
    void ofManyWhoGiveOneBarcodeAtOnceOneGetsIt() throws Exception {
        var centre = centre();
        int tries = 8;
        var records = IntStream.range(0, tries)
                .mapToObj(nth -> entered(centre, book(centre, "Race " + nth)))
                .toList();
        var barcode = unique("BC-");
        var asked = records.stream()
                .<Callable<Integer>>map(
                        record -> () -> post(centre.cataloguer(), "/v1/items", item(centre, record, barcode))
                                .statusCode())
                .toList();
        var statuses = together(asked);
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(
                tries - 1, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, count("select 1 from item where barcode = '" + barcode + "' and not withdrawn"));
    }

    @Test
    void movesToAnotherRecordAndCentre() {
        var one = centre();
        var other = centre();
        var from = entered(one, book(one, "From"));
        var to = entered(one, book(one, "To"));
        var body = item(one, from, unique("BC-"));
        var path = "/v1/items/" + held(one, body);
        put(one.cataloguer(), path, "*", but(body, "recordId", to))
                .statusCode(200)
                .body("recordId", equalTo(to));
        get("/v1/records/" + from).body("holdings", empty());
        get("/v1/records/" + to).body("holdings.items", contains(1));
        var moved = but(but(body, "recordId", to), "centreId", other.id());
        put(one.cataloguer(), path, "*", moved).statusCode(403);
        put(other.cataloguer(), path, "*", moved).statusCode(403);
        put(administrator(), path, "*", moved).statusCode(200).body("centreId", equalTo(other.id()));
        get(one.staff(), path + "/history")
                .body("items.action", contains("edited", "moved", "entered"))
                .body("items[1].properties.name", contains("recordId"))
                .body("items[1].properties[0].before", equalTo(from));
    }

    @Test
    void theSetsFollowWhoHolds() {
        var keeper = centre();
        var holder = centre();
        var record = entered(keeper, book(keeper, "Sets"));
        var body = item(holder, record, unique("BC-"));
        var id = held(holder, body);
        awaitFeeds();
        var held = "select deleted from feed_item where item = '" + record + "' and feed = '%s/centre:" + holder.id()
                + "'";
        assertEquals("f", value(held.formatted("oai_dc")));
        var dc = value("select number from feed_item where item = '" + record + "' and feed = 'oai_dc'");
        var xml = value("select number from feed_item where item = '" + record + "' and feed = 'marcxml'");
        put(holder.cataloguer(), "/v1/items/" + id, "*", but(body, "shelf", "Elsewhere"))
                .statusCode(200);
        awaitFeeds();
        assertEquals(dc, value("select number from feed_item where item = '" + record + "' and feed = 'oai_dc'"));
        assertNotEquals(xml, value("select number from feed_item where item = '" + record + "' and feed = 'marcxml'"));
        var moved = value("select number from feed_item where item = '" + record + "' and feed = 'marcxml'");
        put(
                        holder.cataloguer(),
                        "/v1/items/" + id,
                        "*",
                        but(but(body, "shelf", "Elsewhere"), "note", "Only staff see this"))
                .statusCode(200);
        awaitFeeds();
        assertEquals(
                moved,
                value("select number from feed_item where item = '" + record + "' and feed = 'marcxml'"),
                "a note changes nothing that partners see");
        delete(holder.cataloguer(), "/v1/items/" + id, "*").statusCode(204);
        awaitFeeds();
        assertEquals("t", value(held.formatted("oai_dc")));
        assertEquals("t", value(held.formatted("marcxml")));
        assertEquals("f", value("select deleted from feed_item where item = '" + record + "' and feed = 'oai_dc'"));
        assertEquals(
                "{centre:" + keeper.id() + ",kind:book}", value("select sets from record where id = '" + record + "'"));
    }

    @Test
    void aRecordWithItemsIsNotDeleted() {
        var centre = centre();
        var record = entered(centre, book(centre, "Kept"));
        var id = held(centre, item(centre, record, unique("BC-")));
        delete(centre.cataloguer(), "/v1/records/" + record, "*")
                .statusCode(409)
                .body("type", equalTo("/problems/has-items"));
        delete(centre.cataloguer(), "/v1/items/" + id, "*").statusCode(204);
        delete(centre.cataloguer(), "/v1/records/" + record, "*").statusCode(204);
        post(centre.cataloguer(), "/v1/items", item(centre, record, unique("BC-")))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-record"));
        get("/v1/items/" + id).statusCode(404);
    }

    @Test
    void refusesWhatIsWrong() {
        var centre = centre();
        var record = entered(centre, book(centre, "Wrong"));
        var body = item(centre, record, unique("BC-"));
        var wrong = Map.ofEntries(
                Map.entry("recordId", List.of("", "not-an-id", 7)),
                Map.entry("centreId", List.of("", " ")),
                Map.entry("barcode", List.of("", "ab", "a b c", "ж12", "x".repeat(41), "=cmd", 12)),
                Map.entry("shelf", List.of("", "x".repeat(201), "\u0000")),
                Map.entry("condition", List.of("", "perfect", "GOOD")),
                Map.entry("status", List.of("", "lost")),
                Map.entry("note", List.of("x".repeat(2_001), 1)),
                Map.entry("id", List.of("0199a3c4-0000-7000-8000-000000000000")),
                Map.entry("withdrawn", List.of(true)),
                Map.entry("version", List.of(7)));
        wrong.forEach((field, values) ->
                values.forEach(value -> post(centre.cataloguer(), "/v1/items", but(body, field, value))
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors[0].pointer", equalTo("/" + field))));
        for (var field : new String[] {"recordId", "centreId", "barcode", "shelf", "condition", "status"}) {
            post(administrator(), "/v1/items", but(body, field, null)).statusCode(400);
        }
        post(administrator(), "/v1/items", but(body, "recordId", "0199a3c4-0000-7000-8000-000000000000"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-record"));
        post(administrator(), "/v1/items", but(body, "centreId", "nowhere"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-centre"));
        get("/v1/items/0199a3c4-0000-7000-8000-000000000000").statusCode(404);
        get("/v1/items?record=" + record).body("items", empty());
        get("/v1/items?limit=500").body("items.recordId", not(hasItem(record)));
    }

    @Test
    void theHistorySaysWhoDidWhat() {
        var centre = centre();
        var record = entered(centre, book(centre, "History"));
        var body = item(centre, record, unique("BC-"));
        var path = "/v1/items/" + held(centre, body);
        put(centre.manager(), path, "*", but(but(body, "status", "on-loan"), "note", "Due in May"))
                .statusCode(200);
        delete(administrator(), path, "*").statusCode(204);
        get(centre.staff(), path + "/history")
                .statusCode(200)
                .body("items.version", contains(2, 1, 0))
                .body("items.action", contains("withdrawn", "edited", "entered"))
                .body("items.by", contains("administrator", centre.id() + "-manager", centre.id() + "-cataloguer"))
                .body("items[1].properties.name", contains("status", "note"))
                .body("items[1].properties[0].before", equalTo("available"))
                .body("items[1].properties[0].after", equalTo("on-loan"))
                .body("items[1].properties[1].before", nullValue())
                .body("items[2].properties", empty());
        get(path + "/history").statusCode(401);
        var page = get(centre.staff(), path + "/history?limit=2").body("items.version", contains(2, 1));
        get(centre.staff(), path + "/history?limit=2&cursor=" + page.path("next"))
                .body("items.version", contains(0));
    }
}
