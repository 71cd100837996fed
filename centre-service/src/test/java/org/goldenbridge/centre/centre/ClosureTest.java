package org.goldenbridge.centre.centre;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.space;
import static org.goldenbridge.centre.CentreFixtures.tagOf;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.UUID;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class ClosureTest {
    private static Map<String, Object> closure(String centre, String startsAt, String endsAt) {
        return with(
                "centreId", centre,
                "startsAt", startsAt,
                "endsAt", endsAt,
                "reason", Map.of("en", "New Year", "fr", "Nouvel an"));
    }

    @Test
    @DisplayName("E33 a closure is announced in whole seconds")
    void refusesTimesBelowASecond() {
        var centre = opened();
        post(managerOf(centre), "/v1/closures", closure(centre, "2035-12-31T00:00", "2036-01-01T16:00:00.5Z"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/endsAt"));
    }

    @Test
    void localTimesAreThoseOfTheCentre() {
        var centre = opened();
        var id = created("/v1/closures", closure(centre, "2035-12-31T00:00", "2036-01-02T00:00:00+08:00"));
        get("/v1/closures/" + id + "?lang=fr")
                .body("startsAt", equalTo("2035-12-30T16:00:00Z"))
                .body("endsAt", equalTo("2036-01-01T16:00:00Z"))
                .body("localStartsAt", equalTo("2035-12-31T00:00:00+08:00"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("spaceId", nullValue())
                .body("reason.fr", equalTo("Nouvel an"));
    }

    @Test
    void aClosureCountsTheVersionOfItsCentreUp() {
        var centre = opened();
        var id = created("/v1/closures", closure(centre, "2035-12-31T00:00", "2036-01-02T00:00"));
        assertEquals("\"1.en\"", tagOf("/v1/centres/" + centre));
        put(
                        managerOf(centre),
                        "/v1/closures/" + id,
                        "\"0.en\"",
                        closure(centre, "2035-12-30T00:00", "2036-01-02T00:00"))
                .statusCode(200)
                .header("ETag", "\"1.en\"")
                .body("startsAt", equalTo("2035-12-29T16:00:00Z"));
        assertEquals("\"2.en\"", tagOf("/v1/centres/" + centre));
        delete(managerOf(centre), "/v1/closures/" + id, "\"0.en\"").statusCode(412);
        delete(managerOf(centre), "/v1/closures/" + id, "\"1.en\"").statusCode(204);
        get("/v1/closures/" + id).statusCode(404);
        assertEquals("\"3.en\"", tagOf("/v1/centres/" + centre));
    }

    @Test
    void aSpaceOfTheCentreCanBeClosedAndNoOther() {
        var centre = opened();
        var space = created("/v1/spaces", space(centre, "hall"));
        var body = closure(centre, "2035-02-01T10:00", "2035-02-03T20:00");
        post(managerOf(centre), "/v1/closures", but(body, "spaceId", space))
                .statusCode(201)
                .body("spaceId", equalTo(space));
        var elsewhere = created("/v1/spaces", space(opened(), "hall"));
        for (var other : new Object[] {elsewhere, UUID.randomUUID()}) {
            post(managerOf(centre), "/v1/closures", but(body, "spaceId", other))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/spaceId"));
        }
    }

    @Test
    void listsWhatIsNotOver() {
        var centre = opened();
        var coming = created("/v1/closures", closure(centre, "2035-12-31T00:00", "2036-01-02T00:00"));
        var over = created("/v1/closures", closure(centre, "2020-12-31T00:00", "2021-01-02T00:00"));
        get("/v1/closures?centre=" + centre).body("items.id", contains(coming));
        get("/v1/closures?limit=500").body("items.id", hasItem(coming)).body("items.id", not(hasItem(over)));
        get("/v1/closures?centre=nowhere").statusCode(422).body("type", equalTo("/problems/unknown-centre"));
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        var centre = opened();
        post(managerOf(centre), "/v1/closures", closure(centre, "2035-01-02T00:00", "2035-01-01T00:00"))
                .statusCode(422)
                .body("type", equalTo("/problems/ends-before-it-starts"));
        post(managerOf(centre), "/v1/closures", closure(centre, "2035-01-02T00:00", "2035-01-02T00:00"))
                .statusCode(422);
        for (var time :
                new String[] {"tomorrow", "2035-02-30T10:00", "1999-01-01T00:00", "9999-01-01T00:00", "2035-01-01"}) {
            post(managerOf(centre), "/v1/closures", closure(centre, time, "2036-01-01T00:00"))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/startsAt"));
        }
        var stays = closure(centre, "2035-01-01T00:00", "2035-01-02T00:00");
        var id = created("/v1/closures", stays);
        put(administrator(), "/v1/closures/" + id, "\"0.en\"", but(stays, "centreId", opened()))
                .statusCode(422)
                .body("type", equalTo("/problems/fixed-field"));
    }

    @Test
    void refusesATimeThatTheClocksLeapOver() {
        var paris = unique("paris");
        post(administrator(), "/v1/centres", but(centre(paris), "zone", "Europe/Paris"))
                .statusCode(201);
        post(managerOf(paris), "/v1/closures", closure(paris, "2027-03-28T02:30", "2027-03-29T00:00"))
                .statusCode(422)
                .body("type", equalTo("/problems/time-in-gap"))
                .body("errors[0].pointer", equalTo("/startsAt"));
    }
}
