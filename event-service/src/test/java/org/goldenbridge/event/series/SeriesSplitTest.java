package org.goldenbridge.event.series;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "This and following" where sessions before it do not take place. */
@EventServiceTest
@DisplayName("E02 this and following, from the first session that still takes place")
class SeriesSplitTest {
    private static final String WEEKLY = "FREQ=WEEKLY;COUNT=5";

    private final TestCentre centre = beijing(20);

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "cancelled", "exception"})
    void changesTheSessionsFromThereOn(String before) {
        var series = series(WEEKLY, before.equals("exception") ? "\"2028-04-03T12:00\"" : "");
        var sessions = sessions(series);
        if (before.equals("cancelled")) {
            cancel(sessions.get(0));
        }
        var from = before.equals("exception") ? sessions.get(0) : sessions.get(1);
        book(centre.staff(), from.get("id").toString(), "k-" + series, visitor("Aru", 2))
                .statusCode(201);
        var change = "{\"scope\":\"from\",\"from\":\"2028-04-10T12:00\",\"rule\":\"FREQ=WEEKLY;INTERVAL=2;COUNT=3\"}";
        var foreseen = preview(series, change);
        var done = change(series, change).body("following.id", notNullValue());
        assertEquals(foreseen.<List<String>>path("occurrences.action"), done.<List<String>>path("occurrences.action"));
        assertEquals(List.of("2028-04-10", "2028-04-24", "2028-05-08"), days(done.path("following.id"), "scheduled"));
        assertEquals(List.of("2028-04-17", "2028-05-01"), days(done.path("following.id"), "cancelled"));
        assertEquals(before.equals("nothing") ? List.of("2028-04-03") : List.of(), days(series, "scheduled"));
        given().get("/v1/sessions/" + from.get("id"))
                .body("status", equalTo("scheduled"))
                .body("placesLeft", equalTo(8));
    }

    @Test
    void severalBeforeItAreCancelled() {
        var series = series("FREQ=DAILY;COUNT=6", "\"2028-04-03T12:00\"");
        var sessions = sessions(series);
        cancel(sessions.get(0));
        cancel(sessions.get(1));
        var done = change(series, "{\"scope\":\"from\",\"from\":\"2028-04-06T12:00\",\"rule\":\"FREQ=DAILY;COUNT=2\"}");
        assertEquals(List.of("2028-04-06", "2028-04-07"), days(done.path("following.id"), "scheduled"));
        assertEquals(List.of("2028-04-04", "2028-04-05"), days(series, "cancelled"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4 | 2028-04-10,2028-04-12,2028-04-17,2028-04-19",
                "FREQ=DAILY;UNTIL=20280412       | 2028-04-10,2028-04-11,2028-04-12",
                "FREQ=MONTHLY;COUNT=3            | 2028-04-10,2028-05-10,2028-06-10",
                "FREQ=MONTHLY;BYDAY=1MO;COUNT=2  | 2028-05-01,2028-06-05",
                "FREQ=YEARLY;COUNT=2             | 2028-04-10,2029-04-10",
            })
    void everyRuleCountsFromThere(String rule, String days) {
        var series = series(WEEKLY, "");
        cancel(sessions(series).get(0));
        var done = change(
                series, "{\"scope\":\"from\",\"from\":\"2028-04-10T12:00\",\"rule\":\"%s\"}".formatted(rule.strip()));
        assertEquals(List.of(days.strip().split(",")), days(done.path("following.id"), "scheduled"));
    }

    @Test
    void fromTheVeryFirstOnNothingIsCutOffAndNothingIsAddedBefore() {
        // The rule begins on Monday and yields Tuesdays alone: the first occurrence is on 4 April.
        var series = series("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "");
        change(
                        series,
                        "{\"scope\":\"from\",\"from\":\"2028-04-04T12:00\",\"rule\":\"FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3\"}")
                .body("following", nullValue());
        assertEquals(List.of("2028-04-04", "2028-04-10", "2028-04-11"), days(series, "scheduled"));
    }

    @Test
    void addsNoDateBeforeIt() {
        var series = series(WEEKLY, "");
        cancel(sessions(series).get(0));
        var change = "{\"scope\":\"from\",\"from\":\"2028-04-10T12:00\",\"addDates\":[\"2028-04-12T12:00\",\"%s\"]}";
        for (var early : new String[] {"2028-04-05T12:00", "2028-04-10T09:00"}) {
            for (var way : new String[] {"/previews", "/changes"}) {
                post(centre.staff(), "/v1/series/" + series + way, "*", change.formatted(early))
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("/addDates/1"));
            }
        }
        var done = change(series, change.formatted("2028-04-10T15:00"));
        assertEquals(
                List.of("2028-04-10", "2028-04-10", "2028-04-12", "2028-04-17", "2028-04-24", "2028-05-01"),
                days(done.path("following.id"), "scheduled"));
    }

    private String series(String rule, String exceptions) {
        return created(post(centre.staff(), "/v1/series", """
                {"eventId":"%s","startsOn":"2028-04-03T12:00","duration":"PT1H","rule":"%s","capacity":10,"exceptions":[%s],
                 "venue":{"name":{"en":"Hall"},"city":{"en":"Paris"},"country":"FR","zone":"Europe/Paris"}}""".formatted(event(centre), rule, exceptions)));
    }

    private TestResponse preview(String series, String change) {
        return post(centre.staff(), "/v1/series/" + series + "/previews", change)
                .statusCode(200)
                .body("possible", equalTo(true));
    }

    private TestResponse change(String series, String change) {
        return post(centre.staff(), "/v1/series/" + series + "/changes", "*", change)
                .statusCode(200);
    }

    private void cancel(Map<String, Object> session) {
        post(centre.staff(), "/v1/sessions/" + session.get("id") + "/cancellation", "*", "{}")
                .statusCode(200);
    }

    private static List<Map<String, Object>> sessions(String series) {
        return given().get("/v1/sessions?limit=100&from=2028-01-01&series=" + series)
                .statusCode(200)
                .path("items");
    }

    private static List<String> days(String series, String status) {
        var days = new ArrayList<String>();
        for (var session : sessions(series)) {
            if (session.get("status").equals(status)) {
                days.add(session.get("localStartsAt").toString().substring(0, 10));
            }
        }
        return days;
    }
}
