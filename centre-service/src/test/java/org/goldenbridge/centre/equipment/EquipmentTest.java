package org.goldenbridge.centre.equipment;

import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class EquipmentTest {
    private static Map<String, Object> dombras(String centre) {
        return with(
                "centreId", centre, "code", "dombra", "name", Map.of("en", "Dombra", "kk", "Домбыра"), "quantity", 12);
    }

    @Test
    void aStockIsAddedEditedAndWithdrawn() {
        var centre = opened();
        var id = created("/v1/equipment", dombras(centre));
        get("/v1/equipment?centre=" + centre).body("items.id", contains(id)).body("items[0].quantity", equalTo(12));
        get("/v1/equipment/" + id + "?lang=kk").body("name.kk", equalTo("Домбыра"));
        put(managerOf(centre), "/v1/equipment/" + id, "\"0.en\"", but(dombras(centre), "quantity", 9))
                .statusCode(200)
                .body("quantity", equalTo(9));
        delete(managerOf(centre), "/v1/equipment/" + id, "\"0.en\"").statusCode(412);
        delete(managerOf(centre), "/v1/equipment/" + id, "\"1.en\"").statusCode(204);
        get("/v1/equipment/" + id).body("withdrawn", equalTo(true));
        get("/v1/equipment?centre=" + centre).body("items", empty());
        put(managerOf(centre), "/v1/equipment/" + id, "\"2.en\"", dombras(centre))
                .statusCode(409);
    }

    @Test
    void aCodeIsUniqueInTheCentre() {
        var centre = opened();
        created("/v1/equipment", dombras(centre));
        post(managerOf(centre), "/v1/equipment", dombras(centre))
                .statusCode(409)
                .body("type", equalTo("/problems/already-there"));
        created("/v1/equipment", dombras(opened()));
    }

    @Test
    void aStockStaysWithItsCentre() {
        var centre = opened();
        var id = created("/v1/equipment", dombras(centre));
        put(administrator(), "/v1/equipment/" + id, "\"0.en\"", dombras(opened()))
                .statusCode(422)
                .body("type", equalTo("/problems/fixed-field"));
        post(administrator(), "/v1/equipment", dombras("nowhere"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-centre"));
    }
}
