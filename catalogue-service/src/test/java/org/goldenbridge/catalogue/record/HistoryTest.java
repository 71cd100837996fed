package org.goldenbridge.catalogue.record;

import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.catalogue.CatalogueFixtures.tag;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.junit.jupiter.api.Test;

/** The history of records: who, when, what, field by field, and each version whole. */
@CatalogueServiceTest
class HistoryTest {
    @Test
    void saysWhoDidWhat() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "First"));
        put(
                        centre.manager(),
                        path,
                        "*",
                        record(
                                centre,
                                "rare-book",
                                marc(
                                        field("245", "10", "a", "Second", "b", "more"),
                                        field("520", "  ", "a", "Summary"))))
                .statusCode(200);
        delete(administrator(), path, tag(path)).statusCode(204);
        post(centre.cataloguer(), path + "/restoration", tag(path), Map.of()).statusCode(200);
        get(CatalogueFixtures.centre().staff(), path + "/history")
                .statusCode(200)
                .body("items.version", contains(3, 2, 1, 0))
                .body("items.action", contains("restored", "deleted", "edited", "entered"))
                .body(
                        "items.by",
                        contains(
                                centre.id() + "-cataloguer",
                                "administrator",
                                centre.id() + "-manager",
                                centre.id() + "-cataloguer"))
                .body("items[1].properties.name", contains("state"))
                .body("items[1].properties[0].after", equalTo("deleted"))
                .body("items[1].fields", empty())
                .body("items[2].fields.tag", contains("245", "520"))
                .body("items[2].fields[0].before", contains("00 $aFirst"))
                .body("items[2].fields[0].after", contains("10 $aSecond $bmore"))
                .body("items[2].fields[1].before", empty())
                .body("items[2].properties.name", contains("kind"))
                .body("items[2].properties[0].before", equalTo("book"))
                .body("items[2].properties[0].after", equalTo("rare-book"))
                .body("items[3].fields", empty())
                .body("items[3].importId", nullValue());
    }

    @Test
    void givesEachVersionWhole() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "One"));
        put(centre.cataloguer(), path, "*", book(centre, "Two")).statusCode(200);
        delete(centre.cataloguer(), path, "*").statusCode(204);
        var titles = new String[] {"One", "Two", "Two"};
        var states = new String[] {"active", "active", "deleted"};
        for (int version = 0; version < titles.length; version++) {
            get(centre.staff(), path + "/history/" + version)
                    .statusCode(200)
                    .body("version", equalTo(version))
                    .body("state", equalTo(states[version]))
                    .body("marc.dataFields[0].subfields[0].value", equalTo(titles[version]));
        }
        for (var none : new String[] {"3", "-1", "x", "9223372036854775807", "99999999999999999999"}) {
            get(centre.staff(), path + "/history/" + none).statusCode(404);
        }
    }

    @Test
    void goesOnWhereItsCursorSays() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "0"));
        for (int edit = 1; edit <= 4; edit++) {
            put(centre.cataloguer(), path, "*", book(centre, String.valueOf(edit)))
                    .statusCode(200);
        }
        var history = path + "/history?limit=2";
        var first = get(centre.staff(), history).body("items.version", contains(4, 3));
        var second = get(centre.staff(), history + "&cursor=" + first.path("next"))
                .body("items.version", contains(2, 1))
                .body("items[0].fields[0].after", contains("00 $a2"))
                .body("items[0].fields[0].before", contains("00 $a1"));
        get(centre.staff(), history + "&cursor=" + second.path("next"))
                .body("items.version", contains(0))
                .body("next", nullValue());
    }

    @Test
    void isForStaff() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "Private"));
        get(path + "/history").statusCode(401);
        get(path + "/history/0").statusCode(401);
        get(org.goldenbridge.testing.TestTokens.of("p", "/network/partner"), path + "/history")
                .statusCode(403);
        get(centre.staff(), "/v1/records/0199a3c4-0000-7000-8000-000000000000/history")
                .statusCode(404);
    }
}
