package org.goldenbridge.event.whatson;

import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sessions that are on more than one day, by the clock of their place, and sessions of other years. */
@EventServiceTest
class SeveralDaysTest {
    private static TestCentre centre;
    private static String event;

    /** The last that was written here: what is read is never older. */
    private static String changeNumber = "";

    @BeforeEach
    void open() {
        if (centre == null) {
            centre = centre("Europe/Paris", 20);
            event = created(post(centre.staff(), "/v1/events", """
                    {"centreId":"%s","kind":"exhibition","audience":"everyone","title":{"en":"Felt","fr":"Feutre"}}""".formatted(centre.id())));
        }
    }

    @Test
    @DisplayName("E03: a session over several days says its last day and is listed on each of its days")
    void listsASessionOnEachOfItsDays() {
        session("2096-10-03T10:00", "2096-10-06T18:00");
        event().body(containsString("Wednesday 3 October 2096, 10:00 – Saturday 6 October 2096, 18:00"));
        list("view=week&day=2096-10-01").body(containsString("10:00"), containsString("until 6 October 2096, 18:00"));
        assertEquals(
                List.of("2096-10-03", "2096-10-04", "2096-10-05", "2096-10-06"), daysOf("view=week&day=2096-10-01"));
        list("day=2096-10-05").body(containsString("until 6 October 2096"), not(containsString(">10:00<")));
        list("day=2096-10-06").body(containsString("until 6 October 2096"));
        list("day=2096-10-07").body(not(containsString("class=\"row")));
        page("/whats-on/widget?lang=en&centre=" + centre.id())
                .body(containsString("Wednesday 3 October 2096, 10:00 – Saturday 6 October 2096, 18:00"));
    }

    @Test
    @DisplayName("E03: a night is on the page of its second day")
    void listsANightOnItsSecondDay() {
        session("2096-11-02T22:00", "2096-11-03T02:00");
        list("day=2096-11-02").body(containsString(">22:00<"), containsString(">02:00<"));
        list("day=2096-11-03").body(containsString("until 02:00"), not(containsString(">22:00<")));
        event().body(containsString("Friday 2 November 2096"), not(containsString("Saturday 3 November 2096")));
    }

    @Test
    @DisplayName("E03: what ends at 24:00 is not on the next day")
    void leavesOutTheDayThatBeginsWhenItEnds() {
        session("2096-12-05T20:00", "2096-12-06T00:00");
        session("2096-12-10T20:00", "2096-12-12T00:00");
        list("day=2096-12-05").body(containsString(">24:00<"));
        list("day=2096-12-06").body(not(containsString("class=\"row")));
        assertEquals(
                List.of("2096-12-05", "2096-12-10", "2096-12-11"),
                Stream.of("2096-12-03", "2096-12-10")
                        .flatMap(day -> daysOf("view=week&day=" + day).stream())
                        .toList());
        event().body(containsString("Monday 10 December 2096, 20:00 – Tuesday 11 December 2096, 24:00"));
    }

    @Test
    @DisplayName("E31: the year is said where it is not the current one")
    void saysTheYearOfDatesOfOtherYears() {
        session("2095-12-04T18:00", "2095-12-04T19:00");
        var path = "/whats-on/events/" + event + "?lang=";
        page(path + "en").body(containsString("Sunday 4 December 2095"));
        page(path + "fr").body(containsString("dimanche 4 décembre 2095"));
        page(path + "ru").body(containsString("воскресенье, 4 декабря 2095 г."));
        page(path + "kk").body(containsString("2095 ж. 4 желтоқсан, жексенбі"));
        page(path + "zh-Hans").body(containsString("2095年12月4日 星期日"));
        page(path + "ar").body(containsString("الأحد 4 ديسمبر 2095"));
        list("day=2095-12-04").body(containsString("<time datetime=\"2095-12-04\">Sunday 4 December 2095</time>"));
    }

    @Test
    @DisplayName("E03, E31: a wall screen says until when and of which year")
    void tellsAWallScreenUntilWhen() {
        var hall = centre("Europe/Paris", 20);
        var exhibition = created(post(hall.staff(), "/v1/events", """
                {"centreId":"%s","kind":"exhibition","audience":"everyone","title":{"en":"Felt"}}""".formatted(hall.id())));
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        session(hall, exhibition, today.plusDays(2) + "T20:00", today.plusDays(5) + "T00:00");
        var until = given().get("/screens/" + hall.id() + "/data?langs=en")
                .statusCode(200)
                .<String>path("entries[0].texts[0].until");
        var last = today.plusDays(4);
        assertEquals(
                "until " + last.getDayOfMonth() + " " + last.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + (last.getYear() == today.getYear() ? "" : " " + last.getYear()) + ", 24:00",
                until);
    }

    @Test
    @DisplayName("E74: nobody adds a cancelled session to a calendar")
    void offersNoCalendarOfACancelledSession() {
        var session = session("2095-03-04T18:00", "2095-03-04T19:00");
        var link = "/v1/calendars/sessions/" + session + ".ics";
        event().body(containsString(link));
        written(post(centre.manager(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200));
        event().body(not(containsString(link)), containsString("/v1/calendars/events/" + event + ".ics"));
    }

    private static List<String> daysOf(String query) {
        return Pattern.compile("<h\\d id=\"d([0-9-]+)\"")
                .matcher(list(query).asString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static TestResponse event() {
        return page("/whats-on/events/" + event + "?lang=en");
    }

    private static TestResponse list(String query) {
        return page("/whats-on?lang=en&centre=" + centre.id() + "&" + query);
    }

    private static TestResponse page(String path) {
        return given().get(path + changeNumber).statusCode(200);
    }

    private static TestResponse written(TestResponse write) {
        changeNumber = "&changeNumber=" + write.header("Change-Number");
        return write;
    }

    private static String session(String from, String to) {
        return session(centre, event, from, to);
    }

    private static String session(TestCentre at, String of, String from, String to) {
        return created(written(post(at.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":10,
                 "venue":{"name":{"en":"Hall"},"city":{"en":"Paris"},"country":"FR","zone":"Europe/Paris"}}""".formatted(of, from, to))));
    }
}
