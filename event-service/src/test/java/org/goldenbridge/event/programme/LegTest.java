package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.programme.Umbrellas.announced;
import static org.goldenbridge.event.programme.Umbrellas.body;
import static org.goldenbridge.event.programme.Umbrellas.draft;
import static org.goldenbridge.event.programme.Umbrellas.id;
import static org.goldenbridge.event.programme.Umbrellas.put;
import static org.goldenbridge.event.programme.Umbrellas.read;
import static org.goldenbridge.event.programme.Umbrellas.tag;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A touring exhibition: where it stands from when to when. */
@EventServiceTest
class LegTest {
    private static final String LYON =
            "\"venue\":{\"name\":{\"en\":\"Museum\"},\"city\":{\"en\":\"Lyon\"},\"country\":\"FR\"}";

    @Test
    void isShownInTheOrderOfTheTourWithItsCityAndLocalDays() {
        var paris = centre("Europe/Paris", 20);
        var tour = announced(paris, "touring-exhibition", null);
        var lyon = id(add(paris, tour, leg(LYON, 40, 60, 3, 5)));
        var beijing = beijing(20);
        var first = id(add(
                paris,
                tour,
                leg("\"centreId\":\"%s\",\"spaceId\":\"%s\"".formatted(beijing.id(), beijing.space()), 0, 31, 0, 0)));
        read(null, "/v1/programmes/" + tour)
                .statusCode(200)
                .body("legs.id", equalTo(List.of(first, lyon)))
                .body("legs.nth", equalTo(List.of(1, 2)))
                .body("legs[0].city.en", equalTo("City"))
                .body("legs[0].country", equalTo("CN"))
                .body("legs[0].spaceId", equalTo(beijing.space().toString()))
                .body("legs[1].city.en", equalTo("Lyon"))
                .body("legs[1].opensOn", equalTo(day(40).toString()))
                .body("legs[1].closesOn", equalTo(day(60).toString()))
                .body("legs[1].setUpFrom", equalTo(day(37).toString()));
        read(null, "/v1/programmes/" + tour + "/legs/" + lyon).statusCode(200).body("nth", equalTo(2));
        assertEquals(0, count("select 1 from space_claim where cell_id = '" + beijing.space() + "'"));
        read(null, "/v1/programmes/" + announced(paris)).body("legs", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"36, 39, 0, 0", "60, 70, 0, 0", "62, 80, 1, 1", "20, 32, 0, 0", "0, 100, 0, 0", "45, 46, 0, 0"})
    void isRefusedWhereTheExhibitionIsElsewhereWithSetUpAndTheWayCounted(int opens, int closes, int setUp, int way) {
        var paris = centre("Europe/Paris", 20);
        var tour = draft(paris, "touring-exhibition", null);
        var there = id(add(paris, tour, leg(LYON, 40, 60, 3, 5))); // leaves for it on day 32
        add(paris, tour, leg(LYON, opens, closes, setUp, way))
                .statusCode(409)
                .body("type", equalTo("/problems/legs-overlap"))
                .body("legId", equalTo(there));
        id(add(paris, tour, leg(LYON, 20, 31, 0, 0)));
        id(add(paris, tour, leg(LYON, 64, 80, 1, 2)));
    }

    @Test
    void twoAtOnceNeverOverlap() {
        var paris = centre("Europe/Paris", 20);
        for (int round = 0; round < 8; round++) {
            var tour = draft(paris, "touring-exhibition", null);
            var other = CompletableFuture.supplyAsync(
                    () -> add(paris, tour, leg(LYON, 10, 30, 0, 0)).statusCode());
            var mine = add(paris, tour, leg(LYON, 20, 40, 0, 0)).statusCode();
            assertEquals(Set.of(201, 409), Set.of(mine, other.join()));
        }
    }

    @Test
    void theDatabaseRefusesAnOverlapByItself() throws SQLException {
        var paris = centre("Europe/Paris", 20);
        var tour = draft(paris, "touring-exhibition", null);
        id(add(paris, tour, leg(LYON, 40, 60, 3, 5)));
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> statement.executeUpdate("""
                            insert into leg (id, version, programme_id, venue, opens_on, closes_on, set_up_days, transit_days_before)
                            select gen_random_uuid(), 0, programme_id, venue, opens_on - 8, opens_on - 8, 0, 0 from leg
                            where programme_id = '%s'""".formatted(tour)));
            assertEquals("23P01", refused.getSQLState());
        }
    }

    @Test
    void isMovedAndRemoved() {
        var paris = centre("Europe/Paris", 20);
        var tour = announced(paris, "touring-exhibition", null);
        var path = "/v1/programmes/" + tour + "/legs/" + id(add(paris, tour, leg(LYON, 40, 60, 3, 5)));
        var before = tag(null, "/v1/programmes/" + tour);
        put(paris.staff(), path, leg(LYON, 41, 61, 3, 5)).statusCode(200).body("opensOn", equalTo(day(41).toString()));
        given().header("If-None-Match", before).get("/v1/programmes/" + tour).statusCode(200);
        given().bearer(paris.staff()).delete(path).statusCode(428);
        given().bearer(paris.staff()).header("If-Match", "\"0\"").delete(path).statusCode(412);
        put(paris.staff(), "/v1/programmes/" + tour, body(paris.id(), "season", null))
                .statusCode(409)
                .body("type", equalTo("/problems/has-legs"));
        put(
                        paris.staff(),
                        "/v1/programmes/" + tour,
                        body(paris.id(), "touring-exhibition", null).replace(day(100).toString(), day(50).toString()))
                .statusCode(422)
                .body("type", equalTo("/problems/leg-outside-programme"));
        given().bearer(paris.staff())
                .header("If-Match", tag(null, path))
                .delete(path)
                .statusCode(204);
        read(null, path).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `"opensOn":"A","closesOn":"B"`                             | 400 | invalid-request
                    `"centreId":"C",LYON,"opensOn":"A","closesOn":"B"`         | 400 | invalid-request
                    `"centreId":"C","opensOn":"A"`                             | 400 | invalid-request
                    `"centreId":"C","opensOn":"A","closesOn":"B","setUpDays":-1` | 400 | invalid-request
                    `"centreId":"C","opensOn":"A","closesOn":"B","setUpDays":366` | 400 | invalid-request
                    `"centreId":"C","opensOn":"B","closesOn":"A"`              | 422 | ends-before-it-starts
                    `"centreId":"C","opensOn":"A","closesOn":"2100-01-01"`     | 422 | leg-outside-programme
                    `"centreId":"nowhere","opensOn":"A","closesOn":"B"`        | 422 | unknown-centre
                    `"centreId":"C","spaceId":"00000000-0000-0000-0000-000000000000","opensOn":"A","closesOn":"B"` | 422 | unknown-space
                    `LYON,"spaceId":"SPACE","opensOn":"A","closesOn":"B"`      | 422 | space-of-another-centre
                    """)
    void refusesWhatIsWrongInIt(String fields, int status, String code) {
        var paris = centre("Europe/Paris", 20);
        var tour = draft(paris, "touring-exhibition", null);
        var filled = fields.replace("LYON", LYON)
                .replace("\"C\"", "\"" + paris.id() + "\"")
                .replace("SPACE", paris.space().toString())
                .replace("\"A\"", "\"" + day(1) + "\"")
                .replace("\"B\"", "\"" + day(9) + "\"");
        add(paris, tour, "{" + filled + "}").statusCode(status).body("type", equalTo("/problems/" + code));
        add(paris, announced(paris), leg(LYON, 1, 2, 0, 0))
                .statusCode(422)
                .body("type", equalTo("/problems/no-legs-here"));
    }

    private static TestResponse add(TestCentre centre, String tour, String leg) {
        return post(centre.staff(), "/v1/programmes/" + tour + "/legs", leg);
    }

    private static String leg(String where, int opens, int closes, int setUp, int way) {
        return "{%s,\"opensOn\":\"%s\",\"closesOn\":\"%s\",\"setUpDays\":%d,\"transitDaysBefore\":%d}"
                .formatted(where, day(opens), day(closes), setUp, way);
    }
}
