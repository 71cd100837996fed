package org.goldenbridge.centre.centre;

import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.tagOf;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.goldenbridge.centre.CentreServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class OpeningHoursTest {
    private static Map<String, Object> interval(String day, String opens, String closes) {
        return with("day", day, "opens", opens, "closes", closes);
    }

    private static TestResponse set(String centre, Object... intervals) {
        var path = "/v1/centres/" + centre + "/opening-hours";
        return put(managerOf(centre), path, tagOf(path), with("weekly", List.of(intervals)));
    }

    @Test
    void aDayMayHaveSeveralIntervalsAndEndAtMidnight() {
        var centre = opened();
        set(
                        centre,
                        interval("saturday", "10:00", "24:00"),
                        interval("monday", "14:00", "20:00"),
                        interval("monday", "10:00", "14:00"))
                .statusCode(200);
        get("/v1/centres/" + centre + "/opening-hours")
                .body("weekly.day", equalTo(List.of("monday", "monday", "saturday")))
                .body("weekly.opens", equalTo(List.of("10:00", "14:00", "10:00")))
                .body("weekly.closes", equalTo(List.of("14:00", "20:00", "24:00")));
        set(centre).statusCode(200).body("weekly", empty());
    }

    @Test
    void refusesIntervalsThatOverlapOrEndBeforeTheyStart() {
        var centre = opened();
        set(centre, interval("monday", "10:00", "14:00"), interval("monday", "13:59", "20:00"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/weekly/1/opens"));
        set(centre, interval("monday", "14:00", "10:00"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/weekly/0/closes"));
        set(centre, interval("monday", "10:00", "10:00")).statusCode(422);
        get("/v1/centres/" + centre + "/opening-hours").body("weekly", empty());
    }

    @Test
    void refusesTimesAndDaysThatDoNotExist() {
        var centre = opened();
        for (var time : new String[] {"24:01", "25:00", "9:00", "10:60", "noon", ""}) {
            set(centre, interval("monday", time, "24:00"))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/weekly/0/opens"));
        }
        set(centre, interval("Monday", "10:00", "11:00"))
                .statusCode(400)
                .body("errors[0].detail", containsString("monday, tuesday"));
        set(centre, interval(null, "10:00", "11:00")).statusCode(400);
    }

    @Test
    void theDatabaseRefusesAnOverlapAsWell() {
        var centre = opened();
        var insert =
                "insert into opening_interval (centre_id, day, opens, closes) values ('" + centre + "', 'monday', ";
        assertThrows(SQLException.class, () -> {
            try (var connection = TestPostgres.connect();
                    var statement = connection.createStatement()) {
                statement.execute(insert + "600, 840)");
                statement.execute(insert + "839, 900)");
            }
        });
    }
}
