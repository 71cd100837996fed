package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.desk.AtTheDesk.at;
import static org.goldenbridge.event.desk.AtTheDesk.form;
import static org.goldenbridge.event.desk.AtTheDesk.key;
import static org.goldenbridge.event.desk.AtTheDesk.page;
import static org.goldenbridge.event.desk.AtTheDesk.send;
import static org.goldenbridge.event.desk.AtTheDesk.signedIn;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
class DeskPagesTest {
    private static TestResponse bookIn(TestCentre centre, String session, String line, String places) {
        var key = key(page(centre, "/desk/sessions/" + session).statusCode(200));
        return send(
                centre, "/desk/sessions/" + session + "/bookings", Map.of("line", line, "places", places, "key", key));
    }

    /** Whose clock says about ten in the morning, so that a session of today can be planned at any hour of the test. */
    private static TestCentre whereItIsMorning() {
        var ahead = Math.floorMod(10 - OffsetDateTime.now(ZoneOffset.UTC).getHour(), 24);
        var hours = ahead > 12 ? ahead - 24 : ahead;
        return centre("Etc/GMT" + (hours > 0 ? "-" + hours : hours < 0 ? "+" + -hours : ""), 20);
    }

    private static LocalDate today(TestCentre centre) {
        return LocalDate.parse(page(centre, "/desk/week")
                .html()
                .select("[aria-current=date] time")
                .attr("datetime"));
    }

    @Test
    void showsWhatIsOnTodayAndHowManyAreExpected() {
        var centre = whereItIsMorning();
        var today = today(centre);
        String session = created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event(centre), centre.space(), today + "T15:00", today + "T17:00")));
        bookIn(centre, session, "Camille Laurent camille@example.org", "3").statusCode(200);
        page(centre, "/desk")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(allOf(
                        containsString("3 people are expected"),
                        containsString("Dombra workshop"),
                        containsString("15:00"),
                        containsString("3/20"),
                        containsString("Nothing waits for you.")));
    }

    @Test
    void saysWhatNeedsAHand() {
        var centre = beijing(20);
        var session = session(centre, 10);
        EventFixtures.applyCentre(
                centre.id(), "Asia/Shanghai", 2, """
                [{"id":"%s","spaceId":null,"startsAt":"%sT00:00:00Z","endsAt":"%sT00:00:00Z","reason":{"en":"Repair"}}]""".formatted(UUID.randomUUID(), day(0), day(4_000)));
        page(centre, "/desk").body(allOf(containsString("Its space is closed then"), containsString(session)));
    }

    @Test
    void showsAWeekAndADayBySpace() {
        var centre = beijing(20);
        var event = event(centre);
        var day = day(3);
        post(centre.staff(), "/v1/sessions", draft(event, centre.space(), day + "T18:00", day + "T20:00"))
                .statusCode(201);
        page(centre, "/desk/week?day=" + day)
                .statusCode(200)
                .body(allOf(containsString("Dombra workshop"), containsString("Music hall"), containsString("18:00")));
        page(centre, "/desk/day?day=" + day)
                .statusCode(200)
                .body(allOf(containsString("Dombra workshop"), containsString("lh2 lm30")));
        page(centre, "/desk/day?day=" + day.plusDays(1)).body(not(containsString("Dombra workshop")));
        page(centre, "/desk/day?day=tomorrow").statusCode(400);
    }

    @Test
    void booksPeopleInByOneLine() {
        var centre = beijing(5);
        var session = session(centre, 5);
        bookIn(centre, session, "Айгүл Серікқызы +7 701 555 12 34", "2")
                .statusCode(200)
                .body(allOf(
                        containsString("Айгүл Серікқызы is booked in, places: 2."),
                        containsString("2/5"),
                        containsString("hx-swap-oob")));
        page(centre, "/desk/sessions/" + session)
                .body(allOf(containsString("Айгүл Серікқызы"), containsString("+7 701 555 12 34")));
    }

    @Test
    void saysNoInWordsAndKeepsWhatWasTyped() {
        var centre = beijing(5);
        var session = session(centre, 2);
        bookIn(centre, session, "Camille Laurent camille@example.org", "3")
                .statusCode(409)
                .body(allOf(
                        containsString("There are not enough places left."),
                        containsString("value=\"Camille Laurent camille@example.org\""),
                        containsString("value=\"3\"")));
        bookIn(centre, session, "Camille Laurent", "1")
                .statusCode(400)
                .body(allOf(
                        containsString("Write the name, and a mail address or a phone number before or behind it."),
                        containsString("value=\"Camille Laurent\"")));
        bookIn(centre, session, "Camille Laurent camille@example.org", "two")
                .statusCode(400)
                .body(containsString("The number of places is a whole number"));
        bookIn(centre, session, "C".repeat(10_000) + " camille@example.org", "1")
                .statusCode(400);
        assertEquals(0, count("select from booking where opportunity_id = '" + session + "'"));
    }

    @Test
    void takesNothingThatIsNoText() {
        var centre = beijing(5);
        var session = session(centre, 2);
        bookIn(centre, session, "Camille\u0000Laurent camille@example.org", "1").statusCode(400);
        send(centre, "/desk/sessions/" + session + "/visitor-search", Map.of("line", "lau\u0000"))
                .statusCode(200);
    }

    @Test
    void booksOnceWhenAFormIsSentTwice() {
        var centre = beijing(5);
        var session = session(centre, 5);
        var path = "/desk/sessions/" + session;
        var form = Map.of("line", "Li Ming liming@example.org", "places", "1", "key", key(page(centre, path)));
        send(centre, path + "/bookings", form).statusCode(200);
        send(centre, path + "/bookings", form).statusCode(200);
        assertEquals(1, count("select from booking where opportunity_id = '" + session + "'"));
    }

    @Test
    void leadsBackToThePageWhereThereAreNoScripts() {
        var centre = beijing(5);
        var session = session(centre, 5);
        var path = "/desk/sessions/" + session;
        form(centre, Map.of("line", "Li Ming liming@example.org", "places", "1", "key", key(page(centre, path))))
                .post(path + "/bookings")
                .statusCode(303)
                .header("Location", containsString(path));
    }

    @Test
    void findsVisitorsByThreeLettersOrTwoCharacters() {
        var centre = beijing(9);
        var session = session(centre, 9);
        bookIn(centre, session, "Camille Laurent camille@example.org", "1").statusCode(200);
        bookIn(centre, session, "王小明 xiaoming@example.org", "1").statusCode(200);
        var search = "/desk/sessions/" + session + "/visitor-search";
        send(centre, search, Map.of("line", "lau"))
                .statusCode(200)
                .body(containsString("Camille Laurent · camille@example.org"));
        send(centre, search, Map.of("line", "小明")).body(containsString("王小明 · xiaoming@example.org"));
        send(centre, search, Map.of("line", "la")).body(not(containsString("Laurent")));
        send(centre, search, Map.of("line", "王")).body(not(containsString("小明")));
        send(centre, search, Map.of("line", "%_%")).body(not(containsString("Laurent")));
        bookIn(centre, session, "Camille Laurent · camille@example.org", "1")
                .statusCode(409)
                .body(containsString("This visitor is booked in already."));
    }

    @Test
    void letsThemWaitWhenItIsFull() {
        var centre = beijing(5);
        var session = session(centre, 2);
        bookIn(centre, session, "Camille Laurent camille@example.org", "2").statusCode(200);
        var path = "/desk/sessions/" + session + "/bookings";
        var form = new HashMap<>(Map.of(
                "line",
                "Li Ming liming@example.org",
                "places",
                "1",
                "key",
                key(page(centre, "/desk/sessions/" + session))));
        send(centre, path, form).statusCode(409).body(containsString("Put on the waiting list"));
        form.put("wait", "true");
        send(centre, path, form)
                .statusCode(200)
                .body(allOf(
                        containsString("Li Ming is on the waiting list, places: 1."),
                        containsString("Waiting list</h2>")));
        send(centre, path, form).statusCode(200);
        assertEquals(1, count("select from waiting_list_entry where opportunity_id = '" + session + "'"));
        form.put("key", "another");
        send(centre, path, form).statusCode(409).body(containsString("This visitor waits already."));
    }

    @Test
    void notesWhoCameOnItsDay() {
        var centre = whereItIsMorning();
        var today = today(centre);
        String session = created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event(centre), centre.space(), today + "T15:00", today + "T17:00")));
        bookIn(centre, session, "Camille Laurent camille@example.org", "3").statusCode(200);
        var action = page(centre, "/desk/sessions/" + session)
                .html()
                .select("form[action*=/attendance/]")
                .attr("action");
        send(centre, action, Map.of("present", "3")).statusCode(200).body(containsString("aria-pressed=\"true\""));
        send(centre, action, Map.of("present", "0")).statusCode(200).body(containsString("aria-pressed=\"false\""));
        send(centre, action, Map.of("present", "-1")).statusCode(400);
        page(centre, "/desk/sessions/" + session(centre, 5)).body(not(containsString("/attendance/")));
    }

    @Test
    void cancelsABooking() {
        var centre = beijing(5);
        var session = session(centre, 5);
        bookIn(centre, session, "Camille Laurent camille@example.org", "1").statusCode(200);
        var action = page(centre, "/desk/sessions/" + session)
                .html()
                .select("form[action$=/cancellation]")
                .attr("action");
        send(centre, action, Map.of())
                .statusCode(200)
                .body(allOf(
                        containsString("The booking of Camille Laurent is cancelled."),
                        containsString("booked: 0"),
                        containsString("held: 1"))); // until it can no longer be undone
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/roster"})
    void showsNobodyElseWhoIsBookedIn(String part) {
        var centre = beijing(5);
        var session = session(centre, 5);
        bookIn(centre, session, "Camille Laurent camille@example.org", "1").statusCode(200);
        var elsewhere = beijing(5);
        page(elsewhere, "/desk/sessions/" + session + part)
                .statusCode(part.isEmpty() ? 200 : 403)
                .body(not(containsString("Laurent")));
        send(elsewhere, "/desk/sessions/" + session + "/visitor-search", Map.of("line", "laurent"))
                .statusCode(403)
                .body(not(containsString("Laurent ·")));
        send(
                        elsewhere,
                        "/desk/sessions/" + session + "/bookings",
                        Map.of("line", "Li Ming liming@example.org", "places", "1", "key", "k"))
                .statusCode(403);
    }

    @Test
    void showsOtherCentresWithoutWhatIsTheirs() {
        var centre = beijing(5);
        var other = beijing(5);
        page(centre, "/desk/week?centre=" + other.id())
                .statusCode(200)
                .body(containsString("You look at a centre that is not yours"));
        page(centre, "/desk?centre=nowhere").statusCode(404);
    }

    @Test
    void isClosedToWhoDoesNotWorkHere() {
        var cataloguer = new StaffBrowser();
        cataloguer.signIn("/desk", "somebody", "/paris/cataloguer");
        page(cataloguer, "/desk").statusCode(403);
        page(signedIn("lost", "/gone/staff"), "/desk").statusCode(403);
        page(new StaffBrowser(), "/desk").statusCode(302);
    }

    @Test
    void showsWhatSomebodyWroteAndRunsNothingOfIt() {
        var centre = beijing(5);
        String event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"<script>alert(1)</script>\\"><img src=x onerror=alert(1)>"},
                 "audience":"adults","languages":["kk"]}""".formatted(centre.id())));
        String session = created(post(
                centre.staff(), "/v1/sessions", draft(event, centre.space(), day(5) + "T10:00", day(5) + "T11:00")));
        bookIn(centre, session, "<img/src=x/onerror=alert(1)> x@example.org", "1")
                .statusCode(200);
        for (var path :
                new String[] {"/desk/sessions/" + session, "/desk/week?day=" + day(5), "/desk/day?day=" + day(5)}) {
            page(centre, path)
                    .statusCode(200)
                    .body(containsString("&lt;script&gt;"))
                    .body(not(containsString("<script>alert")))
                    .body(not(containsString("<img src=x")))
                    .body(not(containsString("<img/src")));
        }
    }

    @Test
    void takesMarksOutOfNamesThatWouldTurnTheRoster() {
        var centre = beijing(5);
        var session = session(centre, 5);
        bookIn(centre, session, "Ada\u202Egnp.exe ada@example.org", "1")
                .statusCode(200)
                .body(containsString("Adagnp.exe"))
                .body(not(containsString("\u202E")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en", "zh-Hans", "fr", "ar"})
    void speaksTheLanguageOfWhoSitsThere(String language) {
        var centre = beijing(5);
        var session = session(centre, 5);
        for (var path : new String[] {"/desk", "/desk/week", "/desk/day", "/desk/sessions/" + session}) {
            page(centre, path + "?lang=" + language)
                    .statusCode(200)
                    .header("Content-Language", language)
                    .body(containsString(
                            "<html lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr")));
        }
    }

    @Test
    void refusesAFormThatIsNone() {
        var centre = beijing(5);
        at(centre)
                .request()
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .body("line=%_%")
                .post("/desk/sessions/" + session(centre, 5) + "/visitor-search")
                .statusCode(400);
    }

    @Test
    void staysInTheLanguageThatWasChosenOnThePage() {
        var centre = beijing(5);
        var session = session(centre, 5);
        for (var path : List.of("/desk", "/desk/sessions/" + session)) {
            page(centre, path + "?lang=fr").header("Set-Cookie", containsString("goldenbridge-language=fr"));
        }
    }

    @Test
    void hasNoPageForWhatThereIsNot() {
        page(beijing(5), "/desk/sessions/" + UUID.randomUUID()).statusCode(404);
    }
}
