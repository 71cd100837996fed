package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
class SessionPageTest {
    private static Map<String, String> hold(int places) {
        return Map.of(
                "places",
                String.valueOf(places),
                "minutes",
                "15",
                "key",
                UUID.randomUUID().toString());
    }

    private static Map<String, String> partner(String name, int places) {
        return Map.of(
                "partner",
                name,
                "places",
                String.valueOf(places),
                "until",
                day(0) + "T12:00",
                "key",
                UUID.randomUUID().toString());
    }

    @Test
    void holdsPlacesAndBooksOutOfThem() {
        var session = SessionAtDesk.of(beijing(5), 5);
        session.send("/kept/holds", hold(4))
                .statusCode(200)
                .body(allOf(
                        containsString("The places are kept."),
                        containsString("4/5"),
                        containsString("Held: <bdi>" + session.centre().id() + "-staff</bdi>")));
        session.book("Li Ming li@example.org", 2)
                .statusCode(409)
                .body(containsString("There are not enough places left."));
        var held = session.actions("/holds/[^/]*/release").get(0).split("/", -1)[6];
        session.get("/source?from=" + held)
                .statusCode(200)
                .body(allOf(
                        containsString("name=\"hold\" value=\"" + held + "\""),
                        containsString("value=\"4\" required hx-swap-oob")));
        session.get("?from=" + held).body(containsString("Booking out of held places:"));
        session.book("Li Ming li@example.org", 2, Map.of("hold", held))
                .statusCode(200)
                .body(allOf(containsString("Li Ming is booked in, places: 2."), containsString("2/5")));
        session.book("Ann Li ann@example.org", 1, Map.of("hold", held))
                .statusCode(409)
                .body(containsString("The places are no longer held"));
    }

    @Test
    void givesHeldPlacesBack() {
        var session = SessionAtDesk.of(beijing(5), 5);
        session.send("/kept/holds", hold(4)).statusCode(200);
        var release = session.actions("/holds/[^/]*/release").get(0);
        session.send(release, Map.of())
                .statusCode(200)
                .body(allOf(containsString("The places are given back."), containsString("0/5")));
        session.send(release, Map.of()).statusCode(200);
        session.get("").body(containsString("No places are held, and no partner has any."));
    }

    @Test
    void holdsOnceWhenAFormIsSentTwice() {
        var session = SessionAtDesk.of(beijing(5), 5);
        var form = hold(2);
        session.send("/kept/holds", form).statusCode(200);
        session.send("/kept/holds", form).statusCode(200);
        assertEquals(1, count("select from hold where opportunity_id = '" + session.id() + "'"));
    }

    @Test
    void givesPlacesToAPartnerAndBooksOutOfThem() {
        var session = SessionAtDesk.of(beijing(5), 5);
        session.send("/kept/allocations", partner("语言文化大学", 3))
                .statusCode(200)
                .body(allOf(containsString("Partner: <bdi>语言文化大学</bdi>"), containsString("3/5")));
        var given = session.actions("/allocations/[^/]*/release").get(0);
        var allocation = given.split("/", -1)[6];
        session.book("Li Ming li@example.org", 2, Map.of("allocation", allocation))
                .statusCode(200);
        session.get("").body(containsString("<b>1</b>/3"));
        session.book("Ann Li ann@example.org", 2, Map.of("allocation", allocation))
                .statusCode(409)
                .body(allOf(
                        containsString("The partner has no such places any more."),
                        containsString("name=\"allocation\" value=\"" + allocation + "\""),
                        containsString("value=\"Ann Li ann@example.org\"")));
        session.send(given, Map.of()).statusCode(200).body(containsString("2/5"));
    }

    @ParameterizedTest
    @CsvSource({
        "holds, places, many, The number of places is a whole number",
        "holds, places, 0, The number of places is a whole number",
        "holds, places, 6, There are not enough places left.",
        "holds, minutes, 1441, Places are held for 1 to 1440 minutes.",
        "holds, minutes, soon, Places are held for 1 to 1440 minutes.",
        "allocations, partner, '  ', Write the name of the partner",
        "allocations, until, '', Say until which day and time",
        "allocations, until, 2020-01-01T10:00, time must end after now",
        "allocations, places, 6, There are not enough places left."
    })
    void saysNoInWordsAndKeepsWhatWasTyped(String what, String field, String value, String words) {
        var session = SessionAtDesk.of(beijing(5), 5);
        var form = new HashMap<>(what.equals("holds") ? hold(2) : partner("University", 2));
        form.put(field, value);
        for (var plainly : new boolean[] {false, true}) {
            var answer = plainly ? session.sendPlainly("/kept/" + what, form) : session.send("/kept/" + what, form);
            answer.statusCode(oneOf(400, 409, 422))
                    .body(containsString(words))
                    .body(containsString("name=\"" + field + "\""))
                    .body(containsString("value=\"" + value + "\""))
                    .body(containsString("value=\"" + form.get("key") + "\""));
        }
        assertEquals(0, count("select from hold where opportunity_id = '" + session.id() + "'"));
    }

    @Test
    void leadsBackToThePageWhereThereAreNoScripts() {
        var session = SessionAtDesk.of(beijing(5), 5);
        for (var path : new String[] {"/kept/holds", "/kept/allocations"}) {
            session.sendPlainly(path, path.endsWith("holds") ? hold(1) : partner("University", 1))
                    .statusCode(303)
                    .header("Location", containsString("/desk/sessions/" + session.id()));
        }
        session.sendPlainly(session.actions("/holds/[^/]*/release").get(0), Map.of())
                .statusCode(303);
    }

    @Test
    void saysNoToAGroupThatWouldWaitInVain() {
        var session = SessionAtDesk.of(beijing(5), 2);
        session.book("Large Group large@example.org", 3, Map.of("wait", "true"))
                .statusCode(422)
                .body(containsString("The session is smaller than that group."));
    }

    @Test
    void saysWhyOthersWereAskedBefore() {
        var session = SessionAtDesk.of(beijing(3), 3);
        session.book("Ann Li ann@example.org", 2).statusCode(200);
        session.book("Ben Li ben@example.org", 1).statusCode(200);
        session.book("Large Group large@example.org", 2, Map.of("wait", "true")).statusCode(200);
        session.book("Small Group small@example.org", 1, Map.of("wait", "true")).statusCode(200);
        var cancel = session.actions("/cancellation");
        session.send(cancel.get(1), Map.of()).statusCode(200);
        session.letUndoingLapse();
        session.get("")
                .body(allOf(
                        containsString("Passed once: the free places were too few for this group."),
                        containsString("Offered until")));
    }

    @Test
    void booksWhomPlacesAreOfferedToAndTakesOthersOffTheList() {
        var session = SessionAtDesk.of(beijing(1), 1);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li ben@example.org", 1, Map.of("wait", "true")).statusCode(200);
        session.book("Cam Li cam@example.org", 1, Map.of("wait", "true")).statusCode(200);
        assertEquals(0, session.actions("/acceptance").size());
        session.send(session.actions("/departure").get(1), Map.of())
                .statusCode(200)
                .body(containsString("Cam Li is off the waiting list."));
        session.send(session.actions("/cancellation").get(0), Map.of()).statusCode(200);
        session.letUndoingLapse();
        session.get("").body(not(containsString("Cam Li")));
        var accept = session.actions("/acceptance").get(0);
        session.send(accept, Map.of()).statusCode(200).body(containsString("They are booked in."));
        session.send(accept, Map.of()).statusCode(200);
        assertEquals(
                1, count("select from booking where status = 'confirmed' and opportunity_id = '" + session.id() + "'"));
    }

    @Test
    void saysThatAnOfferIsNoLongerThere() {
        var session = SessionAtDesk.of(beijing(1), 1);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li ben@example.org", 1, Map.of("wait", "true")).statusCode(200);
        var entry = session.actions("/departure").get(0);
        session.send(entry.replace("departure", "acceptance"), Map.of())
                .statusCode(409)
                .body(allOf(containsString("No places are offered to them."), containsString("Ann Li")));
    }

    @Test
    void doesNothingToWhatIsOfAnotherSession() {
        var centre = beijing(5);
        var session = SessionAtDesk.of(centre, 1);
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.book("Ben Li ben@example.org", 1, Map.of("wait", "true")).statusCode(200);
        var other = SessionAtDesk.of(centre, 5);
        var leave = session.actions("/departure").get(0).replace(session.id(), other.id());
        other.send(leave, Map.of()).statusCode(404).body(containsString("It is no longer there."));
        other.send("/kept/holds/" + UUID.randomUUID() + "/release", Map.of()).statusCode(404);
        other.send("/kept/allocations/" + UUID.randomUUID() + "/release", Map.of())
                .statusCode(404);
        assertEquals(1, session.actions("/departure").size());
    }

    @Test
    void notesThatSomebodyHasPaid() {
        var session = SessionAtDesk.ofToday(9);
        session.book("Li Ming li@example.org", 2).statusCode(200).body(containsString("CN¥161"));
        var pay = session.actions("/payment").get(0);
        session.send(pay, Map.of("paid", "true"))
                .statusCode(200)
                .body(allOf(containsString("Li Ming has paid."), containsString("aria-pressed=\"true\"")));
        session.send(pay, Map.of("paid", "false")).statusCode(200).body(containsString("Li Ming has not paid."));
        var free = SessionAtDesk.of(beijing(5), 5);
        free.book("Li Ming li@example.org", 1).statusCode(200).body(not(containsString("/payment")));
        free.send(
                        free.actions("/cancellation")
                                .get(0)
                                .replace("/bookings/", "/roster/")
                                .replace("cancellation", "payment"),
                        Map.of("paid", "true"))
                .statusCode(409)
                .body(containsString("There is nothing to pay."));
    }

    @Test
    void notesHowManyOfAGroupCame() {
        var session = SessionAtDesk.ofToday(9);
        session.book("Li Ming li@example.org", 3).statusCode(200).body(containsString("/3</span>"));
        var note = session.actions("/attendance/[^/\"]*").get(0);
        session.send(note, Map.of("present", "2"))
                .statusCode(200)
                .body(allOf(
                        containsString("Noted for Li Ming: 2 of 3 came."),
                        containsString("max=\"3\" value=\"2\""),
                        containsString("aria-pressed=\"false\"")));
        session.send(note, Map.of("present", "4")).statusCode(422).body(containsString("More came than are booked."));
        session.send(note, Map.of("present", "-1"))
                .statusCode(400)
                .body(containsString("How many came is a whole number"));
        session.send(note, Map.of("present", "some")).statusCode(400);
        session.send(note, Map.of()).statusCode(400);
        var ahead = SessionAtDesk.of(beijing(5), 5);
        ahead.book("Li Ming li@example.org", 3).statusCode(200);
        ahead.send(
                        ahead.actions("/cancellation")
                                .get(0)
                                .replace("/bookings/", "/attendance/")
                                .replace("/cancellation", ""),
                        Map.of("present", "3"))
                .statusCode(409)
                .body(containsString("The session is still to come"));
    }

    @Test
    void saysWhatTheSessionNeedsAndWhatIsMissing() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        String id = created(post(centre.manager(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT22:30","endsAt":"%sT23:30","hoursOverride":"Night of museums",
                 "teacherIds":["%s"],"equipment":[{"equipmentId":"%s","quantity":12,"perPerson":1}]}""".formatted(
                        event(centre), centre.space(), day(1), day(1), teacher(centre, "Aigul Serik"), dombras)));
        var session = new SessionAtDesk(centre, id);
        session.get("")
                .body(allOf(
                        containsString("<bdi>Aigul Serik</bdi>"),
                        containsString("<bdi>Dombra</bdi> × 12 (1 for each person)"),
                        containsString("15 minutes to set up before, 15 to clear after"),
                        containsString("Night of museums"),
                        containsString("<bdi>" + centre.id() + "-manager</bdi>")))
                .body(not(containsString("<b>Equipment is missing</b>")));
        EventFixtures.applyEquipment(dombras, centre, 1, false, 4);
        Eventually.isTrue(
                "the shortage is shown", () -> session.get("").asString().contains("<b>Equipment is missing</b>"));
    }

    @Test
    void saysWhoDidWhatToWhoAnswersForTheCentre() {
        var session = SessionAtDesk.of(beijing(30), 30);
        session.get("manager", "", "en").body(containsString("Who did what"));
        session.book("Li Ming li@example.org", 2).statusCode(200);
        for (var nth = 0; nth < 20; nth++) {
            session.send("/kept/holds", hold(1)).statusCode(200);
        }
        var newest = session.get("manager", "/history", "en")
                .statusCode(200)
                .body(allOf(
                        containsString("Places held: 1"),
                        containsString("<bdi class=\"by\">" + session.centre().id() + "-staff</bdi>"),
                        not(containsString("Planned for")),
                        not(containsString("Li Ming"))))
                .html();
        var more = newest.select("a[href*=before=]").attr("href");
        session.get("manager", more.substring(more.indexOf("/history")), "en")
                .body(allOf(
                        containsString("Booked in, places: 2"),
                        containsString("Planned for"),
                        not(containsString("before="))));
        session.get("/history").statusCode(403);
        session.get("").body(not(containsString("Who did what")));
        session.get("manager", "/history?before=yesterday", "en").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en", "zh-Hans", "fr", "ar"})
    void speaksTheLanguageOfWhoSitsThere(String language) {
        var session = SessionAtDesk.ofToday(2);
        session.book("Ann Li ann@example.org", 2).statusCode(200);
        session.book("Ben Li ben@example.org", 1, Map.of("wait", "true")).statusCode(200);
        session.send(session.actions("/payment").get(0), Map.of("paid", "true"));
        session.send(session.actions("/cancellation").get(0), Map.of()).statusCode(200);
        session.get("manager", "", language).statusCode(200).header("Content-Language", language);
        session.get("manager", "/history", language).statusCode(200).body(not(containsString("<span lang=\"en\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kept/holds",
                "/kept/allocations",
                "/roster/x/payment",
                "/roster/x/acceptance",
                "/roster/x/departure"
            })
    void isForTheDeskOfItsCentreAlone(String path) {
        var session = SessionAtDesk.of(beijing(5), 5);
        var stranger = new SessionAtDesk(beijing(5), session.id());
        stranger.send(path.replace("/x/", "/" + UUID.randomUUID() + "/"), hold(1))
                .statusCode(403);
        stranger.get("/source?from=" + UUID.randomUUID()).statusCode(403);
        stranger.get("manager", "/history", "en").statusCode(403);
    }
}
