package org.goldenbridge.centre.centre;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.Map;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E45, E63: where a centre is found, and how one gets in. */
@CentreServiceTest
class WhereACentreIsTest {
    private static Map<String, Object> at(String id, Object latitude, Object longitude) {
        var body = new HashMap<String, Object>(centre(id));
        body.put("postalCode", "75004");
        body.put("latitude", latitude);
        body.put("longitude", longitude);
        body.put(
                "access",
                Map.of(
                        "stepFree",
                        true,
                        "transport",
                        Map.of("en", "Metro line 1, Hôtel de Ville", "fr", "Métro 1, Hôtel de Ville")));
        return body;
    }

    @Test
    @DisplayName("E45: a centre has a postal code, a point and how one gets in")
    void isFound() {
        var id = unique("centre");
        post(administrator(), "/v1/centres", at(id, 48.853, 2.349)).statusCode(201);
        get("/v1/centres/" + id + "?lang=fr")
                .body("postalCode", equalTo("75004"))
                .body("latitude", equalTo(48.853))
                .body("longitude", equalTo(2.349))
                .body("access.stepFree", equalTo(true))
                .body("access", not(hasKey("hearingLoop")))
                .body("access.transport", equalTo(Map.of("fr", "Métro 1, Hôtel de Ville")));
        put(administrator(), "/v1/centres/" + id, "*", centre(id)).statusCode(200);
        get("/v1/centres/" + id).body("$", not(hasKey("latitude"))).body("$", not(hasKey("access")));
    }

    @ParameterizedTest
    @DisplayName("E45: a point is whole and on the earth")
    @CsvSource({
        "91, 2, /latitude",
        "-90.01, 2, /latitude",
        "48, 180.5, /longitude",
        "48, , /longitude",
        ", 2, /latitude"
    })
    void isOnTheEarth(Double latitude, Double longitude, String pointer) {
        post(administrator(), "/v1/centres", at(unique("centre"), latitude, longitude))
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    @DisplayName("E63: who asks for another form is told the one that there is")
    void namesTheFormThatThereIs() {
        given().accept("application/xml")
                .get("/v1/centres")
                .statusCode(406)
                .body("detail", containsString("application/json"));
    }
}
