package org.goldenbridge.catalogue;

import static io.restassured.RestAssured.given;
import static org.goldenbridge.catalogue.Network.awaitFeeds;
import static org.goldenbridge.catalogue.Network.book;
import static org.goldenbridge.catalogue.Network.but;
import static org.goldenbridge.catalogue.Network.centre;
import static org.goldenbridge.catalogue.Network.entered;
import static org.goldenbridge.catalogue.Network.held;
import static org.goldenbridge.catalogue.Network.item;
import static org.goldenbridge.catalogue.Network.put;
import static org.goldenbridge.catalogue.Network.unique;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.platform.testing.Eventually;
import org.goldenbridge.platform.testing.FactLog;
import org.junit.jupiter.api.Test;

/** What staff note about an item stays inside: a canary in a note is looked for wherever the catalogue speaks to others. */
@CatalogueServiceTest
class CanaryTest {
    private static final String CANARY = "canary-" + unique("note");

    @Test
    void aNoteReachesNobodyOutside() {
        var centre = centre();
        var record = entered(centre, book(centre, "Noted"));
        var barcode = unique("BC-");
        var body = but(item(centre, record, barcode), "note", CANARY);
        var id = held(centre, body);
        put(centre.cataloguer(), "/v1/items/" + id, "*", but(body, "note", CANARY + " again"))
                .statusCode(200);
        assertTrue(
                Network.get(centre.staff(), "/v1/items/" + id)
                        .extract()
                        .asString()
                        .contains(CANARY),
                "staff see it, so it can be seen elsewhere");
        awaitFeeds();
        var harvest = "/oai?verb=ListRecords&set=centre:" + centre.id() + "&metadataPrefix=";
        Eventually.isTrue(
                "the item can be harvested",
                () -> given().get(harvest + "marcxml").asString().contains(barcode));
        var paths = new ArrayList<>(List.of(
                "/v1/items/" + id,
                "/v1/items?record=" + record,
                "/v1/items?barcode=" + barcode,
                "/v1/records/" + record,
                "/v1/records/" + record + "/marc",
                "/v1/records?centre=" + centre.id(),
                "/v1/records?q=" + CANARY,
                harvest + "marcxml",
                harvest + "oai_dc"));
        for (var format : new String[] {"marc", "marcxml", "json", "csv", "ris", "bibtex", "citation"}) {
            paths.add("/v1/records/" + record + "/export?format=" + format);
            paths.add("/v1/record-exports?centre=" + centre.id() + "&format=" + format);
        }
        for (var path : paths) {
            var answer = given().get(path).then().statusCode(200).extract().asString();
            assertFalse(answer.contains(CANARY), path);
        }
        for (var topic : List.of("catalogue.items", "catalogue.records")) {
            for (var message : FactLog.all(topic)) {
                assertFalse(new String(message.value(), StandardCharsets.UTF_8).contains(CANARY), topic);
            }
        }
    }
}
