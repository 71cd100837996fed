package org.goldenbridge.event.series;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.schedule.WallTimes;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class SeriesTest {
    /** A Tuesday well ahead; what repeats weekly is on Tuesdays. */
    private static final LocalDate TUESDAY = day(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

    @Inject
    WallTimes wallTimes;

    @Inject
    Clock clock;

    // ---- planning

    @Test
    void plansEverySessionOfARuleInTheTimeOfThePlace() {
        var centre = beijing(20);
        var planned =
                plan(centre, "FREQ=WEEKLY;COUNT=3", at(0), "\"capacity\":12").statusCode(201);
        planned.header("ETag", notNullValue())
                .body("status", equalTo("running"))
                .body("rule", equalTo("FREQ=WEEKLY;COUNT=3"))
                .body("startsOn", equalTo(at(0) + ":00"))
                .body("duration", equalTo("PT2H"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("event.title.en", equalTo("Dombra workshop"));
        given().get("/v1/sessions?series=" + id(planned))
                .body("items", hasSize(3))
                .body("items[1].seriesId", equalTo(id(planned)))
                .body("items[1].seriesStart", equalTo(at(7) + ":00"))
                .body("items[1].localStartsAt", equalTo(at(7) + ":00+08:00"))
                .body("items[1].capacity", equalTo(12))
                .body("items[1].seriesOverride", nullValue());
        given().get("/v1/series/" + id(planned)).statusCode(200).body("id", equalTo(id(planned)));
        assertEquals(
                3,
                count("select 1 from audit a join session s on s.id = a.opportunity_id where a.action = 'planned'"
                        + " and s.series_id = '" + id(planned) + "'"));
        assertEquals(
                3,
                count("select 1 from places p join session s on s.id = p.opportunity_id where s.series_id = '"
                        + id(planned) + "'"));
    }

    @Test
    void leavesExceptionsOutAndTakesExtraDatesIn() {
        var centre = beijing(20);
        var series = id(plan(
                        centre,
                        "FREQ=WEEKLY;COUNT=3",
                        at(0),
                        "\"exceptions\":[\"%s\"],\"extraDates\":[\"%s\"]".formatted(at(7), at(9)))
                .statusCode(201));
        assertEquals(List.of(at(0), at(9), at(14)), starts(series));
    }

    @Test
    void moveAnHourThatIsLeaptOverForwardAndTakeTheFirstOfARepeatedOne() {
        var centre = centre("Europe/Paris", 20);
        var spring = lastSunday(3);
        var nights = "\"hoursOverride\":\"Night of the museums\"";
        var leap = id(plan(centre.manager(), centre, "FREQ=WEEKLY;COUNT=3", spring.minusDays(7) + "T02:30", nights)
                .statusCode(201));
        assertEquals(
                List.of(
                        spring.minusDays(7) + "T01:30:00Z",
                        spring + "T01:30:00Z", // 03:30 in summer time
                        spring.plusDays(7) + "T00:30:00Z"),
                instants(leap));
        var autumn = lastSunday(10);
        var twice = id(plan(centre.manager(), centre, "FREQ=WEEKLY;COUNT=3", autumn.minusDays(7) + "T02:30", nights)
                .statusCode(201));
        assertEquals(
                List.of(autumn.minusDays(7) + "T00:30:00Z", autumn + "T00:30:00Z", autumn.plusDays(7) + "T01:30:00Z"),
                instants(twice));
    }

    @Test
    void meetsAtTheSameHourAfterTheClocksChange() {
        var centre = centre("Europe/Paris", 20);
        var autumn = lastSunday(10);
        var series = id(plan(
                        centre,
                        "FREQ=DAILY;UNTIL=" + autumn.plusDays(1).toString().replace("-", "") + "T170000Z",
                        autumn.minusDays(1) + "T18:00",
                        "\"capacity\":5")
                .statusCode(201));
        assertEquals(
                List.of(autumn.minusDays(1) + "T16:00:00Z", autumn + "T17:00:00Z", autumn.plusDays(1) + "T17:00:00Z"),
                instants(series));
    }

    @Test
    void plansAtAVenueInItsTime() {
        var centre = centre("Europe/Paris", 20);
        var event = event(centre);
        var series = id(post(centre.staff(), "/v1/series", """
                        {"eventId":"%s","venue":{"name":{"en":"Abai Opera"},"city":{"en":"Almaty"},"country":"KZ","zone":"Asia/Almaty"},
                         "startsOn":"%s","duration":"PT2H","rule":"FREQ=WEEKLY;COUNT=2","capacity":300}""".formatted(event, at(0)))
                .statusCode(201)
                .body("venue.city.en", equalTo("Almaty"))
                .body("zone", equalTo("Asia/Almaty")));
        assertEquals(List.of(TUESDAY + "T13:00:00Z", TUESDAY.plusDays(7) + "T13:00:00Z"), instants(series));
    }

    @Test
    void namesEveryOccurrenceThatClashesAndPlansNothing() {
        var centre = beijing(20);
        plan(centre, "FREQ=WEEKLY;COUNT=2", at(7).replace("18:00", "19:00"), "\"capacity\":5")
                .statusCode(201);
        plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/space-taken"))
                .body("detail", containsString("2 of 4 occurrences: " + at(7).replace('T', ' ')))
                .body("detail", containsString("Dombra workshop, planned by " + centre.id() + "-staff"))
                .body("occurrences.seriesStart", equalTo(List.of(at(7) + ":00", at(14) + ":00")))
                .body("occurrences[0].clashes[0].title.en", equalTo("Dombra workshop"))
                .body("clashes", hasSize(2));
        assertEquals(2, count("select 1 from session where centre_id = '" + centre.id() + "'"));
        assertEquals(1, count("select 1 from series where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void holdsToOpeningHoursUnlessAManagerGivesAReason() {
        var centre = beijing(20);
        var late = at(0).replace("18:00", "21:00");
        plan(centre, "FREQ=WEEKLY;COUNT=3", late, "\"capacity\":5")
                .statusCode(422)
                .body("type", equalTo("/problems/outside-opening-hours"))
                .body("occurrences", hasSize(3))
                .body("occurrences[0].closed", containsString("08:00 to 22:00"));
        plan(centre, "FREQ=WEEKLY;COUNT=3", late, "\"hoursOverride\":\"Long nights\"")
                .statusCode(403);
        plan(centre.manager(), centre, "FREQ=WEEKLY;COUNT=3", late, "\"hoursOverride\":\"Long nights\"")
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    FREQ=WEEKLY                 | DT18:00 | PT2H | 422 | too-many-sessions | /rule
                    FREQ=DAILY;COUNT=10000      | DT18:00 | PT2H | 422 | too-many-sessions | /rule
                    FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2 | DT18:00 | PT2H | 422 | no-sessions | /rule
                    FREQ=WEEKLY;UNTIL=20200101  | DT18:00 | PT2H | 422 | no-sessions | /rule
                    FREQ=WEEKLY;BYDAY=9XX;COUNT=2 | DT18:00 | PT2H | 422 | invalid-rule | /rule
                    FREQ=SOMETIMES;COUNT=2      | DT18:00 | PT2H | 422 | invalid-rule | /rule
                    FREQ=DAILY;COUNT=3          | DT18:00 | PT23H40M | 422 | overlaps-itself | /rule
                    FREQ=WEEKLY;COUNT=2         | 2020-01-07T18:00 | PT2H | 422 | in-the-past | /startsOn
                    FREQ=WEEKLY;COUNT=2         | 1920-01-07T18:00 | PT2H | 400 | invalid-request | /startsOn
                    FREQ=WEEKLY;COUNT=2         | DT18:00Z | PT2H | 400 | invalid-request | /startsOn
                    FREQ=WEEKLY;COUNT=2         | D | PT2H | 400 | invalid-request | /startsOn
                    FREQ=WEEKLY;COUNT=2         | DT18:00 | two hours | 400 | invalid-request | /duration
                    FREQ=WEEKLY;COUNT=2         | DT18:00 | PT0S | 400 | invalid-request | /duration
                    FREQ=WEEKLY;COUNT=2         | DT18:00 | P9999999D | 400 | invalid-request | /duration
                    FREQ=WEEKLY;COUNT=2         | DT18:00 | -PT2H | 400 | invalid-request | /duration
                    """)
    void refusesBadInputAndChangesNothing(
            String rule, String startsOn, String duration, int status, String code, String pointer) {
        var centre = beijing(20);
        post(centre.staff(), "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%s","duration":"%s","rule":"%s"}""".formatted(
                        event(centre), centre.space(), startsOn.replace("D", TUESDAY.toString()), duration, rule))
                .statusCode(status)
                .body("type", equalTo("/problems/" + code))
                .body("errors[0].pointer", equalTo(pointer));
        assertEquals(0, count("select 1 from session where centre_id = '" + centre.id() + "'"));
        assertEquals(0, count("select 1 from series where centre_id = '" + centre.id() + "'"));
    }

    @ParameterizedTest
    @CsvSource({"Eastern Standard Time,422,unknown-zone", "Mars/Olympus,422,unknown-zone", "'',400,invalid-request"})
    void refusesAZoneThatIsNone(String zone, int status, String code) {
        var centre = beijing(20);
        post(centre.staff(), "/v1/series", """
                {"eventId":"%s","venue":{"name":{"en":"V"},"city":{"en":"C"},"country":"US","zone":"%s"},"capacity":5,
                 "startsOn":"%s","duration":"PT2H","rule":"FREQ=WEEKLY;COUNT=2"}""".formatted(event(centre), zone, at(0)))
                .statusCode(status)
                .body("type", equalTo("/problems/" + code));
    }

    @Test
    void plansAYearOfDaysInReasonableTime() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=DAILY;COUNT=500", at(0), "\"capacity\":5").statusCode(201));
        assertEquals(500, count("select 1 from session where series_id = '" + series + "'"));
        change(centre, series, "{\"scope\":\"all\",\"time\":\"17:00\"}")
                .statusCode(200)
                .body("moved", equalTo(500));
    }

    // ---- all

    @Test
    void movesAllToAnotherTimeWithTheirBookingsAsThePreviewSaid() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        var second = sessions(series).get(1);
        book(centre.staff(), second, "k", visitor("Anna Petrova", 2)).statusCode(201);
        var later = "{\"scope\":\"all\",\"time\":\"19:00\"}";
        previewed(centre, series, later)
                .body("possible", equalTo(true))
                .body("moved", equalTo(4))
                .body("bookingsReached", equalTo(1))
                .body("occurrences[1].bookings", equalTo(1))
                .body("occurrences[1].sessionId", equalTo(second))
                .body("series", nullValue());
        assertEquals(List.of(at(0), at(7), at(14), at(21)), starts(series));
        samePreviewAndChange(centre, series, later);
        assertEquals(
                IntStream.range(0, 4)
                        .mapToObj(week -> at(7 * week).replace("18:00", "19:00"))
                        .toList(),
                starts(series));
        given().get("/v1/sessions/" + second).body("placesLeft", equalTo(3));
        assertEquals(1, count("select 1 from audit where action = 'moved' and opportunity_id = '" + second + "'"));
        assertEquals(
                4,
                count("select 1 from space_claim c join session s on s.id = c.session_id"
                        + " and lower(c.during) = s.starts_at - interval '15 min' where s.series_id = '" + series
                        + "'"));
    }

    @Test
    void leavesWhatWasEditedByItselfWhereItIs() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        var ids = sessions(series);
        moveAlone(centre, ids.get(1), at(8));
        cancelAlone(centre, ids.get(2));
        given().get("/v1/sessions/" + ids.get(1))
                .body("seriesOverride", equalTo(true))
                .body("seriesStart", equalTo(at(7) + ":00"));
        given().get("/v1/series/" + series).body("exceptions", equalTo(List.of(at(14) + ":00")));
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"time\":\"10:00\",\"duration\":\"PT1H\"}")
                .body("moved", equalTo(2))
                .body("kept", equalTo(1))
                .body("occurrences[1].override", equalTo(true));
        assertEquals(List.of(at(0).replace("18:00", "10:00"), at(8), at(21).replace("18:00", "10:00")), starts(series));
        given().get("/v1/sessions/" + ids.get(1)).body("seriesStart", equalTo(at(7).replace("18:00", "10:00") + ":00"));
        // what was cancelled by itself stays an exception, until somebody takes it back
        samePreviewAndChange(
                        centre,
                        series,
                        "{\"scope\":\"all\",\"removeExceptions\":[\"%s\"]}".formatted(at(14).replace("18:00", "10:00")))
                .body("added", equalTo(1))
                .body("kept", equalTo(3));
        assertEquals(4, starts(series).size());
        // and an exception that names an edited one cancels it
        samePreviewAndChange(
                        centre,
                        series,
                        "{\"scope\":\"all\",\"addExceptions\":[\"%s\"]}".formatted(at(7).replace("18:00", "10:00")))
                .body("cancelled", equalTo(1));
        given().get("/v1/sessions/" + ids.get(1)).body("status", equalTo("cancelled"));
    }

    @Test
    void cancelsWhatFallsAwayWithItsBookingsAndKeepsTheOthers() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        var ids = sessions(series);
        book(centre.staff(), ids.get(0), "a", visitor("Anna Petrova", 2)).statusCode(201);
        String lost = created(book(centre.staff(), ids.get(3), "b", visitor("Zhang Wei", 1)));
        samePreviewAndChange(
                        centre,
                        series,
                        "{\"scope\":\"all\",\"rule\":\"FREQ=WEEKLY;COUNT=3\",\"reason\":{\"en\":\"Holidays\"}}")
                .body("kept", equalTo(3))
                .body("cancelled", equalTo(1))
                .body("bookingsReached", equalTo(1));
        given().bearer(centre.staff()).get("/v1/bookings/" + lost).body("status", equalTo("cancelled"));
        given().get("/v1/sessions/" + ids.get(3))
                .body("status", equalTo("cancelled"))
                .body("cancelReason.en", equalTo("Holidays"));
        given().get("/v1/sessions/" + ids.get(0)).body("placesLeft", equalTo(3));
        // the room is free again, and a longer rule plans it anew
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"rule\":\"FREQ=WEEKLY;COUNT=5\"}")
                .body("added", equalTo(2))
                .body("kept", equalTo(3));
    }

    @Test
    void takesBookingsAlongToAnotherDayOfTheWeek() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=3", at(0), "\"capacity\":5").statusCode(201));
        var ids = sessions(series);
        book(centre.staff(), ids.get(2), "a", visitor("Anna Petrova", 2)).statusCode(201);
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"rule\":\"FREQ=WEEKLY;BYDAY=WE,FR;COUNT=6\"}")
                .body("moved", equalTo(3))
                .body("added", equalTo(3))
                .body("cancelled", equalTo(0));
        assertEquals(List.of(at(1), at(3), at(8), at(10), at(15), at(17)), starts(series));
        given().get("/v1/sessions/" + ids.get(2))
                .body("localStartsAt", equalTo(at(15) + ":00+08:00"))
                .body("placesLeft", equalTo(3));
    }

    @Test
    void doesNotTouchWhatHasBegun() throws SQLException {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=6", at(0), "\"capacity\":5").statusCode(201));
        var past = sessions(series).subList(0, 2);
        var ahead = (int) java.time.temporal.ChronoUnit.DAYS.between(LocalDate.now(java.time.ZoneOffset.UTC), TUESDAY);
        letTimePass(series, ahead + 10); // the first two are over
        var before =
                count("select 1 from session where id = any('{%s}') and version = 0".formatted(String.join(",", past)));
        assertEquals(2, before);
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"time\":\"10:00\",\"capacity\":4}")
                .body("moved", equalTo(4))
                .body("occurrences", hasSize(4));
        assertEquals(
                2,
                count("select 1 from session where id = any('{%s}') and version = 0 and starts_at < now()"
                        .formatted(String.join(",", past))));
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"cancelled\":true}")
                .body("cancelled", equalTo(4));
        assertEquals(
                2, count("select 1 from session where series_id = '%s' and status = 'scheduled'".formatted(series)));
        change(centre, series, "{\"scope\":\"all\",\"time\":\"11:00\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/series-cancelled"));
    }

    @Test
    void movesToAnotherSpaceAndResizesButNotBelowWhatIsBooked() {
        var centre = beijing(20);
        var small = space(centre.id(), 3);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=3", at(0), "\"capacity\":10").statusCode(201));
        var ids = sessions(series);
        book(centre.staff(), ids.get(1), "a", visitor("Group Leader", 4)).statusCode(201);
        previewed(centre, series, "{\"scope\":\"all\",\"spaceId\":\"%s\"}".formatted(small))
                .body("possible", equalTo(false))
                .body("occurrences[1].placesBooked", equalTo(4));
        change(centre, series, "{\"scope\":\"all\",\"spaceId\":\"%s\"}".formatted(small))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-booked"))
                .body("occurrences.seriesStart", equalTo(List.of(at(7) + ":00")));
        given().get("/v1/sessions/" + ids.get(0))
                .body("space.id", equalTo(centre.space().toString()));
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"capacity\":4}")
                .body("resized", equalTo(3));
        given().get("/v1/sessions/" + ids.get(1)).body("placesLeft", equalTo(0));
        var large = space(centre.id(), 50);
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"spaceId\":\"%s\",\"capacity\":40}".formatted(large))
                .body("moved", equalTo(3));
        given().get("/v1/sessions/" + ids.get(1))
                .body("placesLeft", equalTo(36))
                .body("space.id", equalTo(large.toString()));
    }

    @Test
    void refusesAChangeWholeAndNamesWhatIsInTheWay() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        plan(centre, "FREQ=WEEKLY;COUNT=1", at(14).replace("18:00", "09:00"), "\"capacity\":5")
                .statusCode(201);
        var earlier = "{\"scope\":\"all\",\"time\":\"09:30\"}";
        previewed(centre, series, earlier)
                .body("possible", equalTo(false))
                .body("occurrences[2].clashes", hasSize(1))
                .body("occurrences[1].clashes", hasSize(0));
        var before = state(centre);
        change(centre, series, earlier)
                .statusCode(409)
                .body("type", equalTo("/problems/space-taken"))
                .body("occurrences.seriesStart", equalTo(List.of(at(14).replace("18:00", "09:30") + ":00")));
        change(centre, series, "{\"scope\":\"all\",\"rule\":\"FREQ=WEEKLY\"}").statusCode(422);
        change(centre, series, "{\"scope\":\"all\",\"rule\":\"nonsense\"}").statusCode(422);
        change(centre, series, "{\"scope\":\"all\",\"time\":\"25:00\"}").statusCode(400);
        change(centre, series, "{\"scope\":\"all\",\"time\":\"23:00\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/outside-opening-hours"));
        change(centre, series, "{\"scope\":\"some\"}").statusCode(400);
        change(centre, series, "{\"scope\":\"from\"}").statusCode(400);
        change(centre, series, "{\"scope\":\"all\",\"from\":\"%s\"}".formatted(at(7)))
                .statusCode(400);
        change(centre, series, "{\"scope\":\"from\",\"from\":\"%s\"}".formatted(at(6)))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-occurrence"));
        change(centre, series, "{\"scope\":\"all\",\"spaceId\":\"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-space"));
        assertEquals(before, state(centre));
    }

    @Test
    void changesPlacesWithItselfWithoutClashing() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=DAILY;COUNT=5", at(0), "\"capacity\":5").statusCode(201));
        // half an hour later every session overlaps its own old place, and a day later that of the next one
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"time\":\"18:30\"}")
                .body("moved", equalTo(5));
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"rule\":\"FREQ=DAILY;COUNT=7\",\"time\":\"17:00\"}")
                .body("moved", equalTo(5))
                .body("added", equalTo(2));
    }

    @Test
    void wantsTheVersionThatWasRead() {
        var centre = beijing(20);
        var planned =
                plan(centre, "FREQ=WEEKLY;COUNT=2", at(0), "\"capacity\":5").statusCode(201);
        var tag = planned.header("ETag");
        var path = "/v1/series/" + id(planned) + "/changes";
        var body = "{\"scope\":\"all\",\"time\":\"19:00\"}";
        post(centre.staff(), path, body).statusCode(428);
        var changed = post(centre.staff(), path, tag, body).statusCode(200);
        post(centre.staff(), path, tag, body).statusCode(412);
        post(centre.staff(), path, changed.header("ETag"), body).statusCode(200).body("kept", equalTo(2));
        given().header("If-None-Match", changed.header("ETag"))
                .get("/v1/series/" + id(planned))
                .statusCode(304);
    }

    // ---- this and following

    @Test
    void splitsASeriesInTwoFromAnOccurrenceOn() {
        var centre = beijing(20);
        var series = id(plan(
                        centre,
                        "FREQ=WEEKLY;COUNT=6",
                        at(0),
                        "\"capacity\":5,\"exceptions\":[\"%s\",\"%s\"]".formatted(at(7), at(28)))
                .statusCode(201));
        var ids = sessions(series);
        book(centre.staff(), ids.get(2), "a", visitor("Anna Petrova", 2)).statusCode(201);
        var done = samePreviewAndChange(
                        centre, series, "{\"scope\":\"from\",\"from\":\"%s\",\"time\":\"19:00\"}".formatted(at(14)))
                .body("moved", equalTo(3))
                .body("bookingsReached", equalTo(1))
                .body("series.rule", equalTo("FREQ=WEEKLY;COUNT=2"))
                .body("series.exceptions", equalTo(List.of(at(7) + ":00")))
                .body("following.rule", equalTo("FREQ=WEEKLY;COUNT=4"))
                .body("following.startsOn", equalTo(at(14).replace("18:00", "19:00") + ":00"))
                .body("following.exceptions", equalTo(List.of(at(28).replace("18:00", "19:00") + ":00")))
                .body("following.follows", equalTo(series));
        String following = done.path("following.id");
        assertEquals(List.of(at(0)), starts(series));
        assertEquals(ids.subList(1, 4), sessions(following));
        assertEquals(
                List.of(14, 21, 35).stream()
                        .map(days -> at(days).replace("18:00", "19:00"))
                        .toList(),
                starts(following));
        // each is a series of its own now
        samePreviewAndChange(centre, following, "{\"scope\":\"all\",\"time\":\"18:00\"}")
                .body("moved", equalTo(3));
        samePreviewAndChange(centre, series, "{\"scope\":\"all\",\"rule\":\"FREQ=DAILY;COUNT=2\",\"time\":\"10:00\"}")
                .body("moved", equalTo(1))
                .body("added", equalTo(1));
    }

    @Test
    void takesOverridesOfTheLaterPartAlong() {
        var centre = beijing(20);
        var series = id(plan(
                        centre,
                        "FREQ=WEEKLY;UNTIL=" + TUESDAY.plusDays(21).toString().replace("-", ""),
                        at(0),
                        "\"capacity\":5")
                .statusCode(201));
        var ids = sessions(series);
        moveAlone(centre, ids.get(2), at(15));
        cancelAlone(centre, ids.get(3));
        String following = samePreviewAndChange(
                        centre, series, "{\"scope\":\"from\",\"from\":\"%s\",\"capacity\":9}".formatted(at(7)))
                .body("resized", equalTo(1))
                .body("kept", equalTo(1))
                .body("series.exceptions", equalTo(List.of()))
                .body("following.exceptions", equalTo(List.of(at(21) + ":00")))
                .path("following.id");
        assertEquals(List.of(at(0)), starts(series));
        assertEquals(List.of(at(7), at(15)), starts(following));
        given().get("/v1/sessions/" + ids.get(2))
                .body("seriesId", equalTo(following))
                .body("seriesOverride", equalTo(true))
                .body("capacity", equalTo(5));
    }

    @Test
    void endsASeriesFromAnOccurrenceOn() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        samePreviewAndChange(
                        centre, series, "{\"scope\":\"from\",\"from\":\"%s\",\"cancelled\":true}".formatted(at(14)))
                .body("cancelled", equalTo(2))
                .body("series.status", equalTo("running"))
                .body("series.rule", equalTo("FREQ=WEEKLY;COUNT=2"))
                .body("following", nullValue());
        assertEquals(List.of(at(0), at(7)), starts(series));
    }

    @Test
    void isAllOfItWhenItBeginsWithTheFirstOccurrence() {
        var centre = beijing(20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        samePreviewAndChange(centre, series, "{\"scope\":\"from\",\"from\":\"%s\",\"time\":\"10:00\"}".formatted(at(0)))
                .body("moved", equalTo(4))
                .body("following", nullValue());
    }

    // ---- zone rules

    @Test
    void putsSessionsBackToTheirWallTimeWhenZoneRulesChange() throws SQLException {
        var centre = centre("Asia/Almaty", 20);
        var series =
                id(plan(centre, "FREQ=WEEKLY;COUNT=4", at(0), "\"capacity\":5").statusCode(201));
        var ids = sessions(series);
        book(centre.staff(), ids.get(0), "a", visitor("Anna Petrova", 2)).statusCode(201);
        moveAlone(centre, ids.get(3), at(22));
        // as they were materialised while Almaty was thought to be at +06: an hour too early
        drift(series, "1 hour");
        // and somebody has meanwhile taken the room at the right time of the second
        post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%s","endsAt":"%s"}""".formatted(
                                event(centre),
                                centre.space(),
                                at(7).replace("18:00", "19:30"),
                                at(7).replace("18:00", "20:30")))
                .statusCode(201);
        assertEquals(3, wallTimes.materialiseAgain(clock.instant()));
        assertEquals(List.of(at(0), at(7), at(14), at(22)), starts(series));
        given().get("/v1/sessions/" + ids.get(0))
                .body("startsAt", equalTo(TUESDAY + "T13:00:00Z"))
                .body("endsAt", equalTo(TUESDAY + "T15:00:00Z"))
                .body("placesLeft", equalTo(3))
                .body("clashing", nullValue());
        given().get("/v1/sessions/" + ids.get(1)).body("clashing", equalTo(true));
        assertEquals(
                3,
                count("select 1 from audit a join session s on s.id = a.opportunity_id where s.series_id = '%s'"
                                .formatted(series)
                        + " and a.action = 'zone-rules-changed'"));
        assertEquals(
                1,
                count("select 1 from space_claim where session_id = '%s' and lower(during) = '%sT12:45:00Z'"
                        .formatted(ids.get(0), TUESDAY)));
        assertEquals(0, wallTimes.materialiseAgain(clock.instant()), "nothing is left to do");
    }

    // ---- races

    @Test
    void letsOnlyOneOfTwoChangesAtOnceThrough() throws Exception {
        for (int round = 0; round < 5; round++) {
            var centre = beijing(20);
            var planned = plan(centre, "FREQ=WEEKLY;COUNT=10", at(0), "\"capacity\":5")
                    .statusCode(201);
            var tag = planned.header("ETag");
            var answers = atOnce(IntStream.of(10, 14)
                    .mapToObj(hour -> (Callable<Integer>) () -> post(
                                    centre.staff(),
                                    "/v1/series/" + id(planned) + "/changes",
                                    tag,
                                    "{\"scope\":\"all\",\"time\":\"%d:00\"}".formatted(hour))
                            .statusCode())
                    .toList());
            assertEquals(1, answers.get(200), "round " + round + ": " + answers);
            assertEquals(1, answers.getOrDefault(412, 0) + answers.getOrDefault(409, 0), answers.toString());
            assertEquals(
                    1,
                    count("select distinct series_start::time from session where series_id = '" + id(planned) + "'"));
        }
    }

    @Test
    void movesASeriesAgainstSinglePlanningsInItsRoomWithoutOverlapOrDeadlock() throws Exception {
        for (int round = 0; round < 4; round++) {
            var centre = beijing(20);
            var event = event(centre);
            var planned =
                    plan(centre, "FREQ=DAILY;COUNT=12", at(0), "\"capacity\":5").statusCode(201);
            var series = id(planned);
            var ids = sessions(series);
            var tasks = new ArrayList<Callable<Integer>>();
            tasks.add(() -> change(centre, series, "{\"scope\":\"all\",\"time\":\"10:00\"}")
                    .statusCode());
            for (int day = 11;
                    day >= 0;
                    day -= 2) { // the other way round, so that locks taken as they come would cross
                var start = at(day).replace("18:00", "11:00");
                var end = at(day).replace("18:00", "12:00");
                tasks.add(() -> post(centre.staff(), "/v1/sessions", """
                                {"eventId":"%s","spaceId":"%s","startsAt":"%s","endsAt":"%s"}""".formatted(event, centre.space(), start, end))
                        .statusCode());
                var session = ids.get(day);
                var night = at(day).replace("18:00", "15:30");
                tasks.add(() -> post(
                                centre.staff(),
                                "/v1/sessions/" + session + "/moves",
                                "*",
                                "{\"startsAt\":\"%s\",\"endsAt\":\"%s\"}"
                                        .formatted(night, night.replace("15:30", "16:30")))
                        .statusCode());
            }
            var answers = atOnce(tasks);
            assertTrue(List.of(200, 201, 409, 412).containsAll(answers.keySet()), "round " + round + ": " + answers);
            assertEquals(0, count("""
                            select 1 from session a join session b on a.id < b.id and a.space_id = b.space_id
                              and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                            where a.space_id = '%s' and a.status = 'scheduled' and b.status = 'scheduled'""".formatted(centre.space())));
            assertEquals(
                    count("select 1 from session where status = 'scheduled' and space_id = '%s'"
                            .formatted(centre.space())),
                    count("""
                            select 1 from space_claim c join session s on s.id = c.session_id
                              and c.during = tstzrange(s.starts_at - interval '15 min', s.ends_at + interval '15 min')
                            where s.space_id = '%s'""".formatted(centre.space())));
        }
    }

    // ---- words

    private static String at(int daysLater) {
        return TUESDAY.plusDays(daysLater) + "T18:00";
    }

    private static LocalDate lastSunday(int month) {
        return LocalDate.of(day(0).getYear() + 1, month, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    private static TestResponse plan(TestCentre centre, String rule, String startsOn, String more) {
        return plan(centre.staff(), centre, rule, startsOn, more);
    }

    private static TestResponse plan(String token, TestCentre centre, String rule, String startsOn, String more) {
        return post(token, "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%s","duration":"PT2H","rule":"%s",%s}""".formatted(event(centre), centre.space(), startsOn, rule, more));
    }

    private static TestResponse previewed(TestCentre centre, String series, String change) {
        return post(centre.staff(), "/v1/series/" + series + "/previews", change)
                .statusCode(200);
    }

    private static TestResponse change(TestCentre centre, String series, String change) {
        var tag = given().get("/v1/series/" + series).header("ETag");
        return post(centre.staff(), "/v1/series/" + series + "/changes", tag, change);
    }

    /** Previews a change, finds that nothing has changed, does it, and finds that it did what the preview said. */
    private static TestResponse samePreviewAndChange(TestCentre centre, String series, String change) {
        var before = state(centre);
        var foreseen = previewed(centre, series, change).body("possible", equalTo(true));
        assertEquals(before, state(centre), "a preview writes nothing");
        var done = change(centre, series, change).statusCode(200);
        for (var number : List.of("kept", "resized", "moved", "added", "cancelled", "bookingsReached")) {
            assertEquals(foreseen.<Integer>path(number), done.<Integer>path(number), number);
        }
        List<Map<String, Object>> expected = foreseen.path("occurrences");
        List<Map<String, Object>> actual = done.path("occurrences");
        assertEquals(expected.size(), actual.size());
        for (int nth = 0; nth < expected.size(); nth++) {
            var one = new TreeMap<>(expected.get(nth));
            var other = new TreeMap<>(actual.get(nth));
            if (one.get("action").equals("added")) {
                other.remove("sessionId");
            }
            assertEquals(one, other);
            if (!other.get("action").equals("cancelled")) {
                given().get("/v1/sessions/" + actual.get(nth).get("sessionId"))
                        .body("startsAt", equalTo(one.get("startsAt")))
                        .body("endsAt", equalTo(one.get("endsAt")))
                        .body("seriesStart", equalTo(one.get("seriesStart")))
                        .body("status", equalTo("scheduled"));
            }
        }
        return done;
    }

    private static String state(TestCentre centre) {
        var ofCentre = " where s.centre_id = '" + centre.id() + "'";
        return List.of(
                        "select s.* from session s" + ofCentre,
                        "select s.* from series s" + ofCentre,
                        "select p.* from places p join session s on s.id = p.opportunity_id" + ofCentre,
                        "select c.* from space_claim c join session s on s.id = c.session_id" + ofCentre,
                        "select a.* from audit a join session s on s.id = a.opportunity_id" + ofCentre)
                .stream()
                .map(rows -> text("select md5(coalesce(string_agg(found::text, '' order by found::text), '')) from ("
                        + rows + ") as found"))
                .toList()
                .toString();
    }

    private static void moveAlone(TestCentre centre, String session, String to) {
        post(
                        centre.staff(),
                        "/v1/sessions/" + session + "/moves",
                        "*",
                        "{\"startsAt\":\"%s\",\"endsAt\":\"%s\"}".formatted(to, to.replace("18:00", "20:00")))
                .statusCode(200);
    }

    private static void cancelAlone(TestCentre centre, String session) {
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "*")
                .body("{}")
                .post("/v1/sessions/" + session + "/cancellation")
                .statusCode(200);
    }

    private static List<Map<String, Object>> scheduled(String series) {
        List<Map<String, Object>> all = given().get("/v1/sessions?limit=500&from=2000-01-01&series=" + series)
                .statusCode(200)
                .path("items");
        return all.stream()
                .filter(session -> session.get("status").equals("scheduled"))
                .toList();
    }

    private static List<String> sessions(String series) {
        return scheduled(series).stream()
                .map(session -> session.get("id").toString())
                .toList();
    }

    private static List<String> starts(String series) {
        return scheduled(series).stream()
                .map(session -> session.get("localStartsAt").toString().substring(0, 16))
                .toList();
    }

    private static List<String> instants(String series) {
        return scheduled(series).stream()
                .map(session -> session.get("startsAt").toString())
                .toList();
    }

    private static String id(TestResponse answer) {
        return answer.path("id");
    }

    /** As if so many days had gone by since the series was planned. */
    private static void letTimePass(String series, int days) throws SQLException {
        execute("update series set starts_on = starts_on - interval '%d days' where id = '%s'".formatted(days, series));
        shift(series, days + " days");
        execute("update session set series_start = series_start - interval '%d days' where series_id = '%s'"
                .formatted(days, series));
    }

    /** Instants that an older knowledge of the zone would have given. */
    private static void drift(String series, String interval) throws SQLException {
        shift(series, interval);
    }

    private static void shift(String series, String earlier) throws SQLException {
        execute("""
                update space_claim c set during = tstzrange(lower(c.during) - interval '%1$s', upper(c.during) - interval '%1$s')
                from session s where s.id = c.session_id and s.series_id = '%2$s' and not s.series_override""".formatted(earlier, series));
        execute("""
                update session set starts_at = starts_at - interval '%1$s', ends_at = ends_at - interval '%1$s'
                where series_id = '%2$s' and not series_override""".formatted(earlier, series));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String text(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs all at once and counts the answers. */
    private static Map<Integer, Integer> atOnce(List<Callable<Integer>> tasks) throws Exception {
        var pool = Executors.newFixedThreadPool(tasks.size());
        try {
            var counts = new TreeMap<Integer, Integer>();
            for (var answer : pool.invokeAll(tasks)) {
                counts.merge(answer.get(), 1, Integer::sum);
            }
            return counts;
        } finally {
            pool.shutdownNow();
        }
    }
}
