package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.booking.NameSounding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk at the counter does with one line and one roster. */
@EventServiceTest
class CounterTest {
    @Inject
    NameSounding sounds;

    private static SessionAtDesk of(TestCentre centre, String more) {
        String event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"Felt"},"audience":"children","languages":["kk","zh-Hans"]%s}""".formatted(centre.id(), more)));
        return new SessionAtDesk(
                centre,
                created(post(
                        centre.staff(),
                        "/v1/sessions",
                        draft(event, centre.space(), day(20) + "T10:00", day(20) + "T12:00"))));
    }

    private static String languageOf(SessionAtDesk session, String name) {
        return value("select language from visitor where centre_id = '"
                + session.centre().id() + "' and name = '" + name + "'");
    }

    private static void search(SessionAtDesk session, String typed, String found) {
        session.send("/visitor-search", Map.of("line", typed))
                .statusCode(200)
                .body(found == null ? not(containsString("role=\"option\"")) : containsString(found));
    }

    @Test
    @DisplayName("E14: a cancelled booking can be undone for ten seconds, and its place is offered on only after that")
    void offersAPlaceOnOnlyWhenItCanNoLongerBeUndone() {
        var session = SessionAtDesk.of(beijing(1), 1);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li ben@example.org", 1, Map.of("wait", "true")).statusCode(200);
        var cancel = session.actions("/cancellation").get(0);
        session.send(cancel, Map.of())
                .statusCode(200)
                .body(allOf(
                        containsString("Cancelled"),
                        containsString("/cancellation/undoing"),
                        not(containsString("Offered until"))));
        assertEquals(0, count("select from offer where opportunity_id = '" + session.id() + "'"));
        session.send(cancel + "/undoing", Map.of())
                .statusCode(200)
                .body(allOf(containsString("The booking of Ann Li stands again."), not(containsString("undoing\""))));
        assertEquals(
                1, count("select from booking where status = 'confirmed' and opportunity_id = '" + session.id() + "'"));
        session.send(cancel, Map.of()).statusCode(200);
        session.letUndoingLapse();
        session.get("").body(allOf(containsString("Offered until"), not(containsString("undoing\""))));
        session.send(cancel + "/undoing", Map.of())
                .statusCode(409)
                .body(containsString("It could be undone for ten seconds only."));
        assertEquals(1, count("select from offer where opportunity_id = '" + session.id() + "'"));
        session.sendPlainly(cancel, Map.of()).statusCode(303).header("Location", containsString("#row-"));
    }

    @Test
    @DisplayName("E14: who was taken off the waiting list can be put back, with what was offered")
    void putsAGroupBackOnTheWaitingList() {
        var session = SessionAtDesk.of(beijing(1), 1);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li ben@example.org", 1, Map.of("wait", "true")).statusCode(200);
        session.book("Cam Li cam@example.org", 1, Map.of("wait", "true")).statusCode(200);
        session.send(session.actions("/cancellation").get(0), Map.of()).statusCode(200);
        session.letUndoingLapse();
        var leave = session.actions("/departure").get(0);
        session.send(leave, Map.of()).statusCode(200).body(containsString("/departure/undoing"));
        assertEquals(0, count("select from offer where status = 'open' and opportunity_id = '" + session.id() + "'"));
        session.send(leave + "/undoing", Map.of())
                .statusCode(200)
                .body(allOf(containsString("Ben Li is back on the waiting list"), containsString("Offered until")));
        session.send(leave, Map.of()).statusCode(200);
        session.letUndoingLapse();
        session.send(leave + "/undoing", Map.of()).statusCode(409);
        assertEquals(
                "Cam Li",
                value(
                        "select v.name from offer o join waiting_list_entry e on e.id = o.entry_id join visitor v on v.id = e.visitor_id"
                                + " where o.status = 'open' and o.opportunity_id = '" + session.id() + "'"));
    }

    @Test
    @DisplayName(
            "E16: each word finds a visitor by itself: parts of name and mail, last digits of the phone, in any order")
    void findsVisitorsByAnyWords() {
        var centre = beijing(9);
        var session = SessionAtDesk.of(centre, 9);
        session.book("Éloïse Bérénger +33 6 12 34 56 78", 1).statusCode(200);
        session.book("Zoé Élodie Nuñez zoe.nunez@example.org", 1).statusCode(200);
        session.book("Jeanne d’Arc jeanne@example.org", 1).statusCode(200);
        search(session, "elo", "Éloïse Bérénger");
        search(session, "Élodie Zoé", "Zoé Élodie Nuñez");
        search(session, "nunez@exa", "Zoé Élodie Nuñez");
        search(session, "5678", "Éloïse Bérénger");
        search(session, "berenger 345678", "Éloïse Bérénger");
        search(session, "d'arc", "Jeanne d’Arc");
        search(session, "Élodie Bérénger", null);
        var other = SessionAtDesk.of(centre, 9);
        other.book("eloise berenger", 2)
                .statusCode(200)
                .body(containsString("Éloïse Bérénger is booked in, places: 2."));
        assertEquals(
                1,
                count("select from visitor where contact = '+33 6 12 34 56 78' and centre_id = '" + centre.id() + "'"));
        session.book("Éloïse Bérénger eloise@example.org", 1).statusCode(200);
        SessionAtDesk.of(centre, 9)
                .book("Éloïse Bérénger", 1)
                .statusCode(400)
                .body(containsString("Several visitors have that name"));
    }

    @Test
    @DisplayName("E16: a known visitor is found by the whole words of their name in another script")
    void findsVisitorsInAnotherScript() throws SQLException {
        var session = SessionAtDesk.of(beijing(9), 9);
        session.book("Айгүл Серік aigul@example.org", 1).statusCode(200);
        session.book("王小明 wang@example.org", 1).statusCode(200);
        session.book("Layla Hassan layla@example.org", 1).statusCode(200);
        sounds.makeSounds();
        search(session, "Serik Aigul", "Айгүл Серік");
        search(session, "Xiaoming Wang", "王小明");
        search(session, "ليلى حسن", "Layla Hassan");
        search(session, "Лейла Хасан", null);
        search(session, "Serikov", null);
        search(session, "Wang Xiaohong", null);
    }

    @ParameterizedTest
    @CsvSource({"Айгүл Серік, kk", "Иван Петров, ru", "王小明, zh-Hans", "ليلى حسن, ar", "Ann Li, en"})
    @DisplayName("E12: the language of a new visitor goes by script, not by the clerk")
    void proposesTheLanguageByScript(String name, String language) {
        var session = SessionAtDesk.of(beijing(9), 9);
        session.book(name + " someone@example.org", 1).statusCode(200);
        assertEquals(language, languageOf(session, name));
    }

    @Test
    @DisplayName("E12: the language that was chosen for a new visitor counts")
    void takesTheLanguageThatWasChosen() {
        var session = SessionAtDesk.of(beijing(9), 9);
        session.book("Ann Li ann@example.org", 1, Map.of("language", "fr")).statusCode(200);
        assertEquals("fr", languageOf(session, "Ann Li"));
        session.get("").body(allOf(containsString("name=\"language\""), containsString("F2")));
    }

    @Test
    @DisplayName("E35: the age range is shown, and one age is asked for each place")
    void asksOneAgeForEachPlace() {
        var session = of(beijing(9), ",\"minimumAge\":6,\"maximumAge\":10");
        session.get("").body(allOf(containsString("6 to 10 years"), containsString("name=\"ages\"")));
        session.book("Ann Li ann@example.org", 2, Map.of("ages", "7"))
                .statusCode(400)
                .body(allOf(
                        containsString("Give one age in whole years for each place"), containsString("value=\"7\"")));
        session.book("Ann Li ann@example.org", 2, Map.of("ages", "7, 12"))
                .statusCode(422)
                .body(containsString("The age does not fit."));
        session.book("Ann Li ann@example.org", 2, Map.of("ages", "7 9")).statusCode(200);
        assertEquals("{7,9}", value("select ages from booking where opportunity_id = '" + session.id() + "'"));
        SessionAtDesk.of(beijing(9), 9).get("").body(not(containsString("name=\"ages\"")));
    }

    @Test
    @DisplayName("E55: the head says whose the places are, and one step passes a group that does not fit")
    void passesAGroupInOneStep() {
        var session = of(beijing(40), "");
        session.book("Crowd crowd@example.org", 38).statusCode(200);
        session.book("Large Group large@example.org", 30, Map.of("wait", "true"))
                .statusCode(200);
        session.get("")
                .body(allOf(
                        containsString("booked: 38"),
                        containsString("offered: 0"),
                        containsString("free: 2"),
                        containsString("waiting: 30 (groups: 1)"),
                        containsString("the group is passed for the 1st of 3 times")));
        session.book("Ann Li ann@example.org", 1).statusCode(409).body(containsString("Others wait"));
        session.book("Ann Li ann@example.org", 1, Map.of("past", "true"))
                .statusCode(200)
                .body(allOf(
                        containsString("Ann Li is booked in, places: 1."),
                        containsString("the group is passed for the 2nd of 3 times"),
                        containsString("Passed once")));
        assertEquals(
                1,
                count(
                        "select from overtaking o join waiting_list_entry e on e.id = o.passed_id where e.opportunity_id = '"
                                + session.id() + "'"));
        session.book("Ben Li ben@example.org", 2, Map.of("past", "true")).statusCode(409);
        assertEquals(2, count("select from booking where opportunity_id = '" + session.id() + "'"));
        assertEquals(
                1,
                count("select from waiting_list_entry where status = 'waiting' and opportunity_id = '" + session.id()
                        + "'"));
    }

    @Test
    @DisplayName("D11, D20: the contact may stand before the name; what is too long is said to be so")
    void takesBothOrdersAndSaysWhatIsTooLong() {
        var session = SessionAtDesk.of(beijing(9), 9);
        session.book("camille@example.org Camille Laurent", 1).statusCode(200);
        session.book("+33 6 12 34 56 78, Éloïse Bérénger", 1).statusCode(200);
        session.get("")
                .body(allOf(
                        containsString("<bdi class=\"name\">Camille Laurent</bdi>"),
                        containsString("<bdi class=\"name\">Éloïse Bérénger</bdi>")));
        session.book("C".repeat(201) + " camille@example.org", 1)
                .statusCode(400)
                .body(containsString("a name has at most 200 characters"));
        session.book("C".repeat(10_000), 1).statusCode(400).body(containsString("too long"));
    }

    @Test
    @DisplayName("D06: event, day, price, ages, languages stand on the first screen")
    void showsWhatTheSessionIs() {
        var session = of(beijing(9), ",\"minimumAge\":6,\"price\":{\"amount\":80.50,\"currency\":\"CNY\"}");
        session.get("")
                .body(allOf(
                        containsString("href=\"/desk/day?day=" + day(20)),
                        containsString("href=\"/desk/events/"),
                        containsString("CN¥80.50"),
                        containsString("from 6 years"),
                        containsString("Kazakh")));
    }

    @Test
    @DisplayName("D14: the roster is in the order of names, on screen and in the file, with a filter")
    void listsNamesInTheirOrder() {
        var session = SessionAtDesk.of(beijing(9), 9);
        for (var name : List.of("Zoé Nuñez", "Émile Zola", "anna Li")) {
            session.book(name + " " + name.hashCode() + "@example.org", 1).statusCode(200);
        }
        for (var path : List.of("", "/roster.csv")) {
            var body = session.get(path).asString();
            assertTrue(body.indexOf("anna Li") < body.indexOf("Émile Zola"), path);
            assertTrue(body.indexOf("Émile Zola") < body.indexOf("Zoé Nuñez"), path);
        }
        session.get("").body(containsString("data-filters"));
    }

    @Test
    @DisplayName("D15, D14: came, did not come, and not marked are three states, and those who came are counted")
    void tellsThreeStatesOfAttendance() {
        var session = SessionAtDesk.ofToday(9);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li ben@example.org", 2).statusCode(200);
        var note = session.actions("/attendance/[^/\"]*").get(0);
        session.get("").body(allOf(containsString("0 of 3 came"), not(containsString("aria-pressed=\"true\""))));
        session.send(note, Map.of("present", "1"))
                .body(allOf(
                        containsString("1 of 3 came"),
                        matchesPattern("(?s).*id=\"came-[^\"]*\" aria-pressed=\"true\".*")));
        session.send(note, Map.of("present", "0"))
                .body(matchesPattern("(?s).*id=\"absent-[^\"]*\" aria-pressed=\"true\".*"));
        session.send(note, Map.of("present", "")).statusCode(200).body(not(containsString("aria-pressed=\"true\"")));
    }

    @Test
    @DisplayName("D16: what is not paid is said in words; D18: of a cancelled row the name is struck, not the contact")
    void saysInWordsWhatIsUnpaid() {
        var session = SessionAtDesk.ofToday(9);
        session.book("Li Ming li@example.org", 2).statusCode(200).body(containsString(">Unpaid</b>"));
        session.send(session.actions("/payment").get(0), Map.of("paid", "true"))
                .body(not(containsString(">Unpaid</b>")));
        session.send(session.actions("/cancellation").get(0), Map.of())
                .body(allOf(containsString("class=\"gone"), containsString("<td><bdi>li@example.org</bdi>")));
    }

    @Test
    @DisplayName("D17: who did what leads to the booking; D19: who is booked in already is shown")
    void leadsToTheBooking() {
        var session = SessionAtDesk.of(beijing(9), 9);
        session.book("Li Ming li@example.org", 2).statusCode(200);
        String booking = value("select id from booking where opportunity_id = '" + session.id() + "'");
        session.get("manager", "/history", "en")
                .body(containsString("href=\"/desk/sessions/" + session.id() + "#row-" + booking));
        session.book("Li Ming li@example.org", 1)
                .statusCode(409)
                .body(allOf(
                        containsString("This visitor is booked in already."),
                        containsString("data-row=\"row-" + booking)));
    }

    @Test
    @DisplayName("D03, D04: a session stands once on Today; an offer that ends says to whom it was made")
    void showsASessionOnceAndWhomAnOfferIsMadeTo() {
        var session = SessionAtDesk.ofToday(1);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li +33 6 12 34 56 78", 1, Map.of("wait", "true")).statusCode(200);
        session.send(session.actions("/cancellation").get(0), Map.of()).statusCode(200);
        session.letUndoingLapse();
        var today = AtTheDesk.page(session.centre(), "/desk").statusCode(200).asString();
        assertEquals(1, today.split("id=\"s-" + session.id(), -1).length - 1);
        assertTrue(today.contains("An offer ends soon: <bdi>Ben Li</bdi> <a href=\"tel:+33612345678\">"), today);
    }

    @Test
    @DisplayName("D10: an address of the desk that has no page leads back to the desk")
    void leadsBackToTheDesk() {
        var centre = beijing(5);
        for (var path :
                List.of("/desk/xyz", "/desk/sessions/nothing/more", "/desk?centre=nowhere", "/desk/events/none/none")) {
            AtTheDesk.page(centre, path)
                    .statusCode(404)
                    .header("Content-Type", containsString("text/html"))
                    .body(allOf(containsString("There is no such page"), containsString("href=\"/desk\"")));
        }
    }

    @Test
    @DisplayName("D31: the reason of a cancelled session is written in each language, as for its event")
    void takesAReasonInEachLanguage() {
        var session = SessionAtDesk.of(beijing(5), 5);
        session.get("/cancellation")
                .body(allOf(
                        containsString("name=\"reason.kk\""),
                        containsString("name=\"reason.zh-Hans\""),
                        containsString("name=\"reason.kk-Latn\"")));
        session.sendPlainly("/cancellation", Map.of("reason.en", "Storm", "reason.fr", "Tempête"))
                .statusCode(303);
        assertEquals("Tempête", value("select cancel_reason ->> 'fr' from session where id = '" + session.id() + "'"));
        assertEquals("Storm", value("select cancel_reason ->> 'en' from session where id = '" + session.id() + "'"));
        var other = SessionAtDesk.of(beijing(5), 5);
        other.sendPlainly("/cancellation", Map.of("reason.fr", "x".repeat(501)))
                .statusCode(400)
                .body(containsString("A reason has at most 500 characters."));
    }

    @Test
    @DisplayName("D37: the keys are in the help, and the board can be reached at once")
    void saysTheKeysAndSkipsToTheBoard() {
        var centre = beijing(5);
        AtTheDesk.page(centre, "/desk/help")
                .body(allOf(containsString("<kbd>/</kbd>"), containsString("<kbd>F2</kbd>")));
        AtTheDesk.page(centre, "/desk/day").body(containsString("class=\"skip\" href=\"#board\""));
        AtTheDesk.page(centre, "/desk/week").body(containsString("class=\"skip\" href=\"#board\""));
    }
}
