package org.goldenbridge.centre.partner;

import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class PartnerTest {
    private static Map<String, Object> university() {
        return with(
                "name", Map.of("en", "University", "zh-Hans", "大学"),
                "kind", "university",
                "country", "CN",
                "website", "https://university.example.org/");
    }

    @Test
    void aPartnerIsEnteredEditedAndWithdrawn() {
        var id = created("/v1/partners", university());
        get("/v1/partners/" + id + "?lang=zh-TW")
                .body("name.zh-Hans", equalTo("大学"))
                .body("country", equalTo("CN"));
        get("/v1/partners?limit=500").body("items.id", hasItem(id));
        put(administrator(), "/v1/partners/" + id, "\"0.en\"", but(university(), "kind", "film-school"))
                .statusCode(200)
                .body("kind", equalTo("film-school"));
        put(administrator(), "/v1/partners/" + id, "\"0.en\"", university()).statusCode(412);
        delete(administrator(), "/v1/partners/" + id, "\"1.en\"").statusCode(204);
        get("/v1/partners/" + id).body("withdrawn", equalTo(true));
        get("/v1/partners?limit=500").body("items.id", not(hasItem(id)));
        put(administrator(), "/v1/partners/" + id, "\"2.en\"", university()).statusCode(409);
    }

    @Test
    void refusesCountriesAndAddressesThatAreNone() {
        for (var country : new Object[] {"XX", "cn", "CHN", "", 86}) {
            post(administrator(), "/v1/partners", but(university(), "country", country))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/country"));
        }
        for (var website : new String[] {
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "https://user:secret@example.org/",
            "example.org",
            "https://example.org/" + "x".repeat(500)
        }) {
            post(administrator(), "/v1/partners", but(university(), "website", website))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/website"));
        }
    }
}
