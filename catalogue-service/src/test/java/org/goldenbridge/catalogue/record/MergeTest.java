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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

/** Duplicates become one record, and nothing of either is lost. */
@CatalogueServiceTest
class MergeTest {
    private static TestResponse merge(TestCentre centre, String from, String into) {
        return post(centre.cataloguer(), "/v1/records/" + from + "/merge", "*", Map.of("into", into));
    }

    /** Redirects are followed unless it is told not to. */
    private static TestResponse unfollowed(String path) {
        return given().followRedirects(false).get(path);
    }

    @Test
    void whatBelongedToTheOneBelongsToTheOther() {
        var centre = centre();
        var holder = centre();
        var from = entered(centre, book(centre, "Double"));
        var into = entered(centre, book(centre, "Original"));
        var one = held(holder, item(holder, from, unique("BC-")));
        var other = held(centre, item(centre, into, unique("BC-")));
        merge(centre, from, into)
                .statusCode(200)
                .body("id", equalTo(into))
                .body("title", equalTo("Original"))
                .body("holdings.centreId", containsInAnyOrder(centre.id(), holder.id()));
        for (var part : new String[] {"", "/marc"}) {
            unfollowed("/v1/records/" + from + part)
                    .statusCode(308)
                    .header("Location", endsWith("/v1/records/" + into + part));
        }
        get("/v1/records/" + from).statusCode(200).body("id", equalTo(into));
        get("/v1/items?record=" + into).body("items.id", containsInAnyOrder(one, other));
        get(centre.staff(), "/v1/records/" + from + "/history")
                .body("items.action", contains("merged", "entered"))
                .body("items[0].otherRecordId", equalTo(into))
                .body("items[0].properties.after", contains("merged"));
        get(centre.staff(), "/v1/records/" + into + "/history")
                .body("items.action", contains("absorbed", "entered"))
                .body("items[0].otherRecordId", equalTo(from));
        get(centre.staff(), "/v1/items/" + one + "/history").body("items.action", contains("moved", "entered"));
        assertEquals(
                "{centre:" + centre.id() + ",centre:" + holder.id() + ",kind:book}",
                value("select sets from record where id = '" + into + "'"));
        awaitFeeds();
        assertEquals(0, count("select 1 from feed_item where item = '" + from + "' and not deleted"));
        assertEquals(
                1,
                count("select 1 from feed_item where item = '" + into + "' and not deleted and feed = 'oai_dc/centre:"
                        + holder.id() + "'"));
    }

    @Test
    void whatSourcesDeliverForTheOneGoesToTheOther() throws SQLException {
        var centre = centre();
        var from = entered(centre, book(centre, "Delivered"));
        var into = entered(centre, book(centre, "Original"));
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into import_source (id, version, centre_id, name, overlay, withdrawn) values ('s-"
                    + centre.id() + "', 0, '" + centre.id() + "', 'Source', '[]', false)");
            statement.execute(
                    "insert into record_source (source_id, source_record_id, record_id, digest, record_version) values ('s-"
                            + centre.id() + "', '1', '" + from + "', sha256('x'), 0)");
        }
        merge(centre, from, into).statusCode(200);
        assertEquals(
                into + " unknown",
                value(
                        "select record_id || coalesce(' ' || digest::text, ' unknown') from record_source where source_id = 's-"
                                + centre.id() + "'"));
    }

    @Test
    void aChainLeadsToItsEnd() {
        var centre = centre();
        var first = entered(centre, book(centre, "First"));
        var second = entered(centre, book(centre, "Second"));
        var third = entered(centre, book(centre, "Third"));
        merge(centre, first, second).statusCode(200);
        merge(centre, second, third).statusCode(200);
        unfollowed("/v1/records/" + first).statusCode(308).header("Location", endsWith("/v1/records/" + third));
        merge(centre, third, first).statusCode(409);
        delete(centre.cataloguer(), "/v1/records/" + third, "*").statusCode(204);
        get("/v1/records/" + first).body("id", equalTo(third)).body("state", equalTo("deleted"));
    }

    @Test
    void aMergedRecordStaysSo() {
        var centre = centre();
        var from = entered(centre, book(centre, "Gone"));
        var into = entered(centre, book(centre, "Stays"));
        merge(centre, from, into).statusCode(200);
        var path = "/v1/records/" + from;
        put(centre.cataloguer(), path, "*", book(centre, "Back")).statusCode(409);
        delete(centre.cataloguer(), path, "*").statusCode(409);
        post(centre.cataloguer(), path + "/restoration", "*", Map.of()).statusCode(409);
        merge(centre, from, into).statusCode(409).body("type", equalTo("/problems/withdrawn"));
        post(centre.cataloguer(), "/v1/items", item(centre, from, unique("BC-")))
                .statusCode(422);
        var third = entered(centre, book(centre, "Third"));
        merge(centre, third, from).statusCode(409);
    }

    @Test
    void refusesWhatIsWrong() {
        var centre = centre();
        var other = centre();
        var record = entered(centre, book(centre, "Record"));
        var foreign = entered(other, book(other, "Foreign"));
        merge(centre, record, record).statusCode(422).body("type", equalTo("/problems/merged-into-itself"));
        merge(centre, record, "0199a3c4-0000-7000-8000-000000000000")
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-record"));
        merge(centre, "0199a3c4-0000-7000-8000-000000000000", record).statusCode(404);
        merge(centre, record, foreign).statusCode(403);
        merge(centre, foreign, record).statusCode(403);
        merge(centre, record, "not-an-id").statusCode(400);
        post(centre.cataloguer(), "/v1/records/" + record + "/merge", "\"7\"", Map.of("into", foreign))
                .statusCode(403);
        post(administrator(), "/v1/records/" + record + "/merge", "\"7\"", Map.of("into", foreign))
                .statusCode(412);
        assertEquals("active 0", value("select state || ' ' || version from record where id = '" + record + "'"));
    }

    @Test
    void ofTwoMergesCrosswiseOneHappens() throws Exception {
        var centre = centre();
        for (int round = 0; round < 10; round++) {
            var one = entered(centre, book(centre, "One"));
            var other = entered(centre, book(centre, "Other"));
            held(centre, item(centre, one, unique("BC-")));
            held(centre, item(centre, other, unique("BC-")));
            var statuses = together(List.<Callable<Integer>>of(
                    () -> merge(centre, one, other).statusCode(),
                    () -> merge(centre, other, one).statusCode()));
            assertTrue(statuses.equals(List.of(200, 409)) || statuses.equals(List.of(409, 200)), statuses.toString());
            var stays = statuses.get(0) == 200 ? other : one;
            assertEquals(2, count("select 1 from item where record_id = '" + stays + "'"));
            get("/v1/records/" + one).statusCode(200).body("id", equalTo(stays));
            get("/v1/records/" + other).statusCode(200).body("id", equalTo(stays));
        }
    }

    /** Whichever comes first: the item ends at a record that stands, or was refused. */
    @Test
    void anItemThatIsEnteredMeanwhileIsNotLeftBehind() throws Exception {
        var centre = centre();
        int rounds = 12;
        for (int round = 0; round < rounds; round++) {
            var from = entered(centre, book(centre, "From"));
            var into = entered(centre, book(centre, "Into"));
            var body = item(centre, from, unique("BC-"));
            var moving = held(centre, item(centre, from, unique("BC-")));
            var statuses = together(List.<Callable<Integer>>of(
                    () -> merge(centre, from, into).statusCode(),
                    () -> post(centre.cataloguer(), "/v1/items", body).statusCode(),
                    () -> put(
                                    centre.cataloguer(),
                                    "/v1/items/" + moving,
                                    "*",
                                    but(item(centre, from, unique("BC-")), "shelf", "Elsewhere"))
                            .statusCode()));
            assertEquals(200, statuses.get(0));
            assertTrue(List.of(201, 422).contains(statuses.get(1)), statuses.toString());
            assertTrue(List.of(200, 412, 422).contains(statuses.get(2)), statuses.toString());
            assertEquals(0, count("select 1 from item where record_id = '" + from + "'"), "left behind");
            assertEquals(statuses.get(1) == 201 ? 2 : 1, count("select 1 from item where record_id = '" + into + "'"));
        }
    }

    /** The negative control of the one above: without the row lock of the record, an item is left behind. */
    @Test
    void withoutTheLockAnItemWouldBeLeftBehind() throws SQLException {
        var centre = centre();
        var from = entered(centre, book(centre, "From"));
        var into = entered(centre, book(centre, "Into"));
        try (var careless = TestPostgres.connect()) {
            careless.setAutoCommit(false);
            try (var statement = careless.createStatement();
                    var row = statement.executeQuery("select state from record where id = '" + from + "'")) {
                assertTrue(row.next());
                assertEquals("active", row.getString(1));
            }
            merge(centre, from, into).statusCode(200);
            try (var statement = careless.createStatement()) {
                statement.execute(
                        "insert into item (id, version, record_id, centre_id, barcode, shelf, condition, status, withdrawn)"
                                + " values (gen_random_uuid(), 0, '" + from + "', '" + centre.id() + "', '"
                                + unique("BC-")
                                + "', 'A', 'good', 'available', false)");
            }
            try (var statement = careless.createStatement();
                    var row = statement.executeQuery("select count(*) from item where record_id = '" + from + "'")) {
                assertTrue(row.next());
                assertEquals(1, row.getInt(1));
            }
            careless.rollback();
        }
    }

    @Test
    void aHiddenDoubleLeadsStaffOnly() {
        var centre = centre();
        var from = entered(centre, but(book(centre, "Hidden"), "hidden", true));
        var into = entered(centre, book(centre, "Shown"));
        post(centre.cataloguer(), "/v1/records/" + from + "/merge", tag("/v1/records/" + from), Map.of("into", into))
                .statusCode(200);
        unfollowed("/v1/records/" + from).statusCode(404);
        get(centre.staff(), "/v1/records/" + from).statusCode(200).body("id", equalTo(into));
    }
}
