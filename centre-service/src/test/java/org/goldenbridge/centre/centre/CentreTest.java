package org.goldenbridge.centre.centre;

import static org.goldenbridge.centre.Api.administrator;
import static org.goldenbridge.centre.Api.but;
import static org.goldenbridge.centre.Api.centre;
import static org.goldenbridge.centre.Api.get;
import static org.goldenbridge.centre.Api.managerOf;
import static org.goldenbridge.centre.Api.opened;
import static org.goldenbridge.centre.Api.post;
import static org.goldenbridge.centre.Api.put;
import static org.goldenbridge.centre.Api.unique;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import java.util.Map;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class CentreTest {
    @Test
    void opensACentreThatEveryoneCanRead() {
        var id = unique("centre");
        post(administrator(), "/v1/centres", centre(id))
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/centres/" + id))
                .header("ETag", "\"0.en\"");
        get("/v1/centres/" + id + "?lang=fr")
                .statusCode(200)
                .header("Content-Language", equalTo("en, fr"))
                .body("city", aMapWithSize(1))
                .body("city", hasEntry("fr", "Pékin"))
                .body("address", hasEntry("en", "1 Bridge Street"))
                .body("zone", equalTo("Asia/Shanghai"));
    }

    @Test
    void anEditReplacesTheCentreAndCountsItsVersionUp() {
        var id = opened();
        put(managerOf(id), "/v1/centres/" + id, "\"0.en\"", but(centre(id), "city", Map.of("en", "Paris")))
                .statusCode(200)
                .header("ETag", "\"1.en\"")
                .body("city", hasEntry("en", "Paris"));
    }
}
