package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.desk.AtTheDesk.at;
import static org.goldenbridge.event.desk.AtTheDesk.key;
import static org.goldenbridge.event.desk.AtTheDesk.page;
import static org.goldenbridge.event.desk.AtTheDesk.send;
import static org.goldenbridge.event.desk.AtTheDesk.signedIn;
import static org.goldenbridge.event.desk.AtTheDesk.submit;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning, moving, cancelling and blocking at the desk, by the forms that a browser sends. */
@EventServiceTest
class DeskPlanningTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private TestCentre centre;
    private String event;

    @BeforeEach
    void open() {
        centre = beijing(20);
        event = event(centre);
    }

    private Map<String, String> time(String start, String end) {
        var fields = new HashMap<String, String>();
        fields.put("centre", centre.id());
        fields.put("date", day(3).toString());
        fields.put("start", start);
        fields.put("end", end);
        fields.put("place", centre.space().toString());
        return fields;
    }

    private Map<String, String> planning(String start, String end) {
        var fields = time(start, end);
        fields.put("key", key(page(centre, "/desk/planning")));
        fields.put("event", event);
        fields.put("needs", "true");
        return fields;
    }

    private String planned(String start, String end) {
        return created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event, centre.space(), day(3) + "T" + start, day(3) + "T" + end)));
    }

    private String version(String session) {
        var found = VERSION.matcher(page(centre, "/desk/sessions/" + session + "/move")
                .statusCode(200)
                .asString());
        assertTrue(found.find());
        return found.group(1);
    }

    private Map<String, String> move(String session, String start, String end) {
        var fields = time(start, end);
        fields.put("version", version(session));
        return fields;
    }

    private TestResponse after(TestResponse sent) {
        var location = sent.statusCode(303).header("Location");
        return page(centre, location.substring(location.indexOf("/desk"))).statusCode(200);
    }

    private long sessions() {
        return count("select from session where centre_id = '" + centre.id() + "' and status = 'scheduled'");
    }

    @Test
    void opensTheFormAtTheTimeThatWasClicked() {
        page(centre, "/desk/day?day=" + day(3))
                .body(containsString(
                        "/desk/planning?space=" + centre.space() + "&amp;start=" + day(3) + "T18:00&amp;centre="));
        page(centre, "/desk/planning?space=" + centre.space() + "&start=" + day(3) + "T18:00")
                .statusCode(200)
                .body(allOf(
                        containsString("value=\"" + day(3) + "\""),
                        containsString("value=\"18:00\""),
                        containsString("value=\"19:30\""),
                        containsString("It fits, for 20 people."),
                        containsString("Dombra workshop")));
        page(centre, "/desk/planning?start=tonight").statusCode(400);
    }

    @Test
    void plansASessionOnceThoughItsFormIsSentTwice() {
        var fields = planning("18:00", "20:00");
        after(submit(centre, "/desk/planning", fields)).body(containsString("“Dombra workshop” is planned:"));
        submit(centre, "/desk/planning", fields).statusCode(303);
        assertEquals(1, sessions());
    }

    @Test
    void plansASessionOnceThoughItsFormIsSentTwiceAtOnce() throws Exception {
        var fields = planning("18:00", "20:00");
        var clicks = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> click =
                    () -> submit(centre, "/desk/planning", fields).statusCode();
            for (var answer : clicks.invokeAll(List.of(click, click, click, click))) {
                assertEquals(303, answer.get());
            }
        } finally {
            clicks.shutdown();
        }
        assertEquals(1, sessions());
    }

    @Test
    void saysWhatIsInTheWayAndWhatIsFreeInstead() {
        var other = UUID.randomUUID();
        EventFixtures.applySpace(other, centre.id(), 1, "Felt studio", 30, other);
        planned("18:00", "20:00");
        submit(centre, "/desk/planning", planning("19:00", "21:00"))
                .statusCode(409)
                .body(allOf(
                        containsString("The space is taken then."),
                        containsString("Dombra workshop has it from"),
                        containsString("17:45"),
                        containsString("planned by"),
                        containsString("Free next:"),
                        containsString("Felt studio · 30"),
                        containsString("value=\"19:00\""),
                        containsString("value=\"" + event + "\" checked")));
        assertEquals(1, sessions());
    }

    @Test
    void takesWhatIsOfferedInstead() {
        planned("18:00", "20:00");
        var fields = planning("19:00", "21:00");
        fields.put("instead", day(4) + "T19:00/" + day(4) + "T21:00");
        after(submit(centre, "/desk/planning", fields)).body(containsString("is planned"));
        assertEquals(
                1,
                count(
                        "select from session where centre_id = '%s' and (starts_at at time zone 'Asia/Shanghai')::date = '%s'"
                                .formatted(centre.id(), day(4))));
    }

    @Test
    void checksWhileItIsTyped() {
        planned("18:00", "20:00");
        send(centre, "/desk/planning/check", time("10:00", "11:00"))
                .statusCode(200)
                .body(containsString("It fits, for 20 people."));
        send(centre, "/desk/planning/check", time("18:30", "19:00"))
                .statusCode(200)
                .body(allOf(containsString("Dombra workshop has it from"), not(containsString("<html"))));
        send(centre, "/desk/planning/check", time("05:00", "06:00"))
                .statusCode(200)
                .body(containsString("The centre is not open then."));
        submit(centre, "/desk/planning/check", time("18:30", "19:00"))
                .statusCode(200)
                .body(allOf(containsString("<html"), containsString("Dombra workshop has it from")));
    }

    @Test
    void plansWithTeachersAndEquipmentAndSaysWhoIsMissing() {
        var teacher = EventFixtures.teacher(centre, "Aigerim Serik");
        var dombras = EventFixtures.dombras(centre, 12);
        var fields = planning("18:00", "20:00");
        fields.put("teacher-" + teacher, "true");
        fields.put("equipment-" + dombras, "12");
        fields.put("each-" + dombras, "true");
        after(submit(centre, "/desk/planning", fields));
        var other = UUID.randomUUID();
        EventFixtures.applySpace(other, centre.id(), 1, "Felt studio", 30, other);
        var again = planning("18:00", "20:00");
        again.put("place", other.toString());
        again.put("teacher-" + teacher, "true");
        again.put("equipment-" + dombras, "1");
        submit(centre, "/desk/planning", again)
                .statusCode(409)
                .body(allOf(
                        containsString("Aigerim Serik teaches then."), containsString("Dombra: 0 free, 1 wanted.")));
    }

    @Test
    void plansElsewhereAndOnline() {
        var venue = planning("18:00", "20:00");
        venue.putAll(Map.of(
                "place",
                "venue",
                "venueName",
                "Théâtre",
                "venueCity",
                "Paris",
                "venueCountry",
                "FR",
                "venueZone",
                "Europe/Paris",
                "capacity",
                "80"));
        after(submit(centre, "/desk/planning", venue)).body(containsString("18:00–20:00"));
        var online = planning("18:00", "20:00");
        online.putAll(Map.of("place", "online", "link", "https://meet.example.org/x", "capacity", "50"));
        after(submit(centre, "/desk/planning", online)).body(containsString("Elsewhere and online"));
        assertEquals(2, sessions());
    }

    @Test
    void findsTheEventByAFewLetters() {
        send(centre, "/desk/planning/events", Map.of("centre", centre.id(), "search", "dom"))
                .statusCode(200)
                .body(allOf(containsString(event), containsString("Dombra workshop")));
        send(centre, "/desk/planning/events", Map.of("centre", centre.id(), "search", "zzz"))
                .body(containsString("No event of the centre has such a title."));
    }

    @ParameterizedTest
    @CsvSource({
        "date, '', 400",
        "date, 2026-02-30, 400",
        "start, noon, 400",
        "place, '', 400",
        "place, hall, 400",
        "place, 00000000-0000-0000-0000-000000000000, 422",
        "place, venue, 400",
        "place, online, 400",
        "event, '', 400",
        "event, none, 400",
        "event, 00000000-0000-0000-0000-000000000000, 422",
        "key, none, 400",
        "end, 18:00, 422",
        "date, 2020-01-01, 422",
        "capacity, many, 400",
        "capacity, 0, 400",
        "instead, soon, 400",
        "endDate, 9999-12-31, 400",
        "hoursOverride, It is the night of museums, 403",
    })
    void saysNoToWhatCannotBeAndKeepsWhatWasTyped(String field, String value, int status) {
        var fields = planning("18:00", "20:00");
        fields.put(field, value);
        var answer = submit(centre, "/desk/planning", fields).statusCode(status);
        if (!field.equals("instead") && !field.equals("hoursOverride")) {
            answer.body(containsString("role=\"alert\""));
        }
        assertEquals(0, sessions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000B", "\u001b[31m"})
    void refusesWhatIsNoText(String text) {
        var fields = planning("18:00", "20:00");
        fields.put("search", text);
        submit(centre, "/desk/planning", fields).statusCode(400);
        fields.put("search", "x".repeat(20_000));
        submit(centre, "/desk/planning", fields).statusCode(400);
        assertEquals(0, sessions());
    }

    @Test
    void movesASessionAndTakesThatBack() {
        var session = planned("18:00", "20:00");
        var moved = after(submit(centre, "/desk/sessions/" + session + "/move", move(session, "10:00", "12:00")))
                .body(allOf(containsString("“Dombra workshop” is moved:"), containsString("Undo")));
        var undo = moved.html();
        var back = new HashMap<String, String>();
        for (var field : List.of("version", "board")) {
            back.put(field, undo.select("form.undo input[name=" + field + "]").attr("value"));
        }
        after(submit(centre, "/desk/sessions/" + session + "/move/undoing", back))
                .body(containsString("18:00–20:00"));
        assertEquals(
                1,
                count("select from session where id = '%s' and starts_at at time zone 'Asia/Shanghai' = '%sT18:00'"
                        .formatted(session, day(3))));
    }

    @Test
    void keepsWhomAndWhatItNeedsWhenABoardMovesIt() {
        var teacher = EventFixtures.teacher(centre, "Aigerim Serik");
        var fields = planning("18:00", "20:00");
        fields.put("teacher-" + teacher, "true");
        after(submit(centre, "/desk/planning", fields));
        var session = fields.get("key");
        after(submit(centre, "/desk/sessions/" + session + "/move", move(session, "10:00", "12:00")));
        assertEquals(
                1,
                count("select from session where id = '%s' and '%s' = any(teacher_ids)".formatted(session, teacher)));
    }

    @Test
    void changesWhatASessionNeedsWhereItStands() {
        var session = planned("18:00", "20:00");
        var fields = move(session, "18:00", "20:00");
        fields.put("needs", "true");
        fields.put("capacity", "7");
        after(submit(centre, "/desk/sessions/" + session + "/move", fields))
                .body(allOf(containsString("“Dombra workshop” is changed."), containsString("0/7")));
    }

    @Test
    void tellsABoardBesideTheSessionWhatIsInTheWay() {
        var session = planned("10:00", "11:00");
        planned("18:00", "20:00");
        send(centre, "/desk/sessions/" + session + "/move", move(session, "18:30", "19:30"))
                .statusCode(409)
                .header("HX-Retarget", "#said")
                .body(allOf(
                        containsString("The space is taken then."),
                        containsString("Free next:"),
                        containsString("action=\"/desk/sessions/" + session + "/move\""),
                        not(containsString("<html"))));
        send(centre, "/desk/sessions/" + session + "/move/check", move(session, "18:30", "19:30"))
                .statusCode(200)
                .body(containsString("Dombra workshop has it from"));
        send(centre, "/desk/sessions/" + session + "/move/check", move(session, "10:30", "11:30"))
                .body(containsString("It fits"));
    }

    @Test
    void saysThatSomebodyElseHasMovedItAndKeepsWhatWasTyped() {
        var session = planned("18:00", "20:00");
        var fields = move(session, "10:00", "12:00");
        after(submit(centre, "/desk/sessions/" + session + "/move", move(session, "14:00", "15:00")));
        var told = submit(centre, "/desk/sessions/" + session + "/move", fields)
                .statusCode(412)
                .body(allOf(
                        containsString("Somebody has changed it in the meantime."), containsString("value=\"10:00\"")))
                .asString();
        var shown = VERSION.matcher(told);
        assertTrue(shown.find());
        fields.put("version", shown.group(1));
        after(submit(centre, "/desk/sessions/" + session + "/move", fields)).body(containsString("10:00–12:00"));
    }

    @Test
    void saysThatItWasCancelledWhileItWasEdited() {
        var session = planned("18:00", "20:00");
        var fields = move(session, "10:00", "12:00");
        after(submit(centre, "/desk/sessions/" + session + "/cancellation", Map.of("reason", "Snow")));
        fields.put("version", version(session));
        submit(centre, "/desk/sessions/" + session + "/move", fields)
                .statusCode(409)
                .body(allOf(containsString("The session is cancelled."), containsString("value=\"10:00\"")));
    }

    @Test
    void asksBeforeItCancelsHowManyAreToldAndTakesItBack() {
        var session = planned("18:00", "20:00");
        AtTheDesk.send(
                        centre,
                        "/desk/sessions/" + session + "/bookings",
                        Map.of(
                                "line",
                                "Camille Laurent camille@example.org",
                                "places",
                                "2",
                                "key",
                                key(page(centre, "/desk/sessions/" + session))))
                .statusCode(200);
        page(centre, "/desk/sessions/" + session + "/cancellation")
                .statusCode(200)
                .body(containsString("2 people have to be told"));
        var path = "/desk/sessions/" + session + "/cancellation";
        submit(centre, path, Map.of("reason", "x".repeat(501)))
                .statusCode(400)
                .body(containsString("A reason has at most 500 characters."));
        after(submit(centre, path, Map.of("reason", "The teacher is ill")))
                .body(allOf(containsString("“Dombra workshop” is cancelled."), containsString("Undo")));
        submit(centre, path, Map.of("reason", "again")).statusCode(303);
        after(submit(centre, path + "/undoing", Map.of())).body(containsString("takes place again"));
        assertEquals(1, count("select from booking where opportunity_id = '" + session + "' and status = 'confirmed'"));
    }

    @Test
    void saysWhyACancellationCannotBeTakenBack() {
        var session = planned("18:00", "20:00");
        var path = "/desk/sessions/" + session + "/cancellation";
        after(submit(centre, path, Map.of()));
        planned("18:00", "20:00");
        submit(centre, path + "/undoing", Map.of()).statusCode(409).body(containsString("The space is taken then."));
    }

    @Test
    @DisplayName(
            "D26: who has the space that is to be blocked, until when, and where that is; and a block of whole days")
    void saysWhoHasTheSpaceThatIsToBeBlocked() {
        var session = planned("18:00", "20:00");
        var fields = time("19:00", "21:00");
        fields.put("key", key(page(centre, "/desk/blocks?day=" + day(3))));
        fields.put("reason", "The floor is varnished");
        submit(centre, "/desk/blocks", fields)
                .statusCode(409)
                .body(allOf(
                        containsString("has it from"),
                        containsString("17:45 to 20:15"),
                        containsString("/desk/sessions/" + session)));
        fields.put("date", day(5).toString());
        fields.put("endDate", day(6).toString());
        fields.put("allDay", "true");
        fields.remove("start");
        fields.remove("end");
        after(submit(centre, "/desk/blocks", fields)).body(containsString("is blocked."));
        assertEquals(
                1,
                count(
                        "select from space_block where reason = 'The floor is varnished' and starts_at at time zone 'Asia/Shanghai' = '%sT00:00'"
                                        .formatted(day(5))
                                + " and ends_at at time zone 'Asia/Shanghai' = '" + day(7) + "T00:00'"));
    }

    @Test
    void blocksASpaceShowsItAndGivesItBack() {
        var fields = time("10:00", "12:00");
        fields.put("key", key(page(centre, "/desk/blocks?day=" + day(3))));
        submit(centre, "/desk/blocks", fields).statusCode(400);
        fields.put("reason", "The floor is varnished");
        after(submit(centre, "/desk/blocks", fields))
                .body(allOf(containsString("Music hall is blocked."), containsString("The floor is varnished")));
        submit(centre, "/desk/blocks", fields).statusCode(303);
        page(centre, "/desk/week?day=" + day(3)).body(containsString("The floor is varnished"));
        submit(centre, "/desk/planning", planning("11:00", "12:30"))
                .statusCode(409)
                .body(allOf(containsString("Blocked from"), containsString("The floor is varnished")));
        var removed = after(submit(centre, "/desk/blocks/" + fields.get("key") + "/removal", Map.of()))
                .body(containsString("Music hall is free again."))
                .html();
        var again = new HashMap<String, String>();
        for (var field : List.of("key", "centre", "instead", "place", "reason")) {
            again.put(
                    field, removed.select("form.undo input[name=" + field + "]").attr("value"));
        }
        after(submit(centre, "/desk/blocks", again)).body(containsString("The floor is varnished"));
    }

    @Test
    void dimsWhatIsNotLookedFor() {
        planned("18:00", "20:00");
        page(centre, "/desk/day?day=" + day(3) + "&kind=concert").body(containsString(" dim\""));
        page(centre, "/desk/day?day=" + day(3) + "&kind=workshop").body(not(containsString(" dim\"")));
        page(centre, "/desk/week?day=" + day(3) + "&kind=concert").body(containsString(" dim\""));
        page(centre, "/desk/week?kind=nonsense").statusCode(400);
        page(centre, "/desk/week?programme=nonsense").statusCode(400);
    }

    @Test
    void letsOnlyManagersPlanOutsideTheHours() {
        page(centre, "/desk/planning").body(not(containsString("name=\"hoursOverride\"")));
        var manager = signedIn(centre.id() + "-manager", "/" + centre.id() + "/manager");
        page(manager, "/desk/planning").body(containsString("name=\"hoursOverride\""));
        var fields = planning("22:00", "23:30");
        fields.put("hoursOverride", "Night of museums");
        AtTheDesk.form(manager, fields)
                .followRedirects(false)
                .post("/desk/planning")
                .statusCode(303);
        assertEquals(1, sessions());
    }

    @Test
    void changesNothingAtTheDeskOfOthers() {
        var session = planned("18:00", "20:00");
        var elsewhere = beijing(5);
        var fields = planning("10:00", "11:00");
        submit(elsewhere, "/desk/planning", fields).statusCode(403);
        submit(elsewhere, "/desk/planning/check", fields).statusCode(403);
        submit(elsewhere, "/desk/sessions/" + session + "/move", move(session, "10:00", "11:00"))
                .statusCode(403);
        submit(elsewhere, "/desk/sessions/" + session + "/cancellation", Map.of())
                .statusCode(403);
        fields.put("reason", "Ours now");
        submit(elsewhere, "/desk/blocks", fields).statusCode(403);
        fields.put("centre", elsewhere.id());
        submit(elsewhere, "/desk/planning", fields).statusCode(403);
        page(elsewhere, "/desk/day?day=" + day(3) + "&centre=" + centre.id())
                .statusCode(200)
                .body(not(containsString("/desk/planning?")));
        assertEquals(1, sessions());
    }

    @Test
    void refusesAFormOfAnotherPage() {
        at(centre)
                .request()
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .formParams(planning("18:00", "20:00"))
                .post("/desk/planning")
                .statusCode(403);
        assertEquals(0, sessions());
    }
}
