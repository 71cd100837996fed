package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.desk.AtTheDesk.key;
import static org.goldenbridge.event.desk.AtTheDesk.page;
import static org.goldenbridge.event.desk.AtTheDesk.submit;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was done at a board is taken back as long as nobody has changed it since, however late the page is loaded (ADR 32). */
@EventServiceTest
class DeskUndoTest {
    private static final String CHANGED_SINCE = "Somebody has changed it in the meantime.";
    private static final Pattern FORM = Pattern.compile("<form class=\"undo\".*?</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private TestCentre centre;
    private String session;

    @BeforeEach
    void plan() {
        centre = beijing(20);
        session = planned("18:00", "20:00");
    }

    private String planned(String from, String until) {
        return created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event(centre), centre.space(), day(3) + "T" + from, day(3) + "T" + until)));
    }

    /** The address of the board on which it is told. */
    private String board(TestResponse sent) {
        var location = sent.statusCode(303).header("Location");
        return location.substring(location.indexOf("/desk"));
    }

    private String move(String start, String end) {
        var shown = page(centre, "/desk/sessions/" + session + "/move").asString();
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(shown);
        assertTrue(version.find());
        var fields = new HashMap<>(Map.of(
                "date",
                day(3).toString(),
                "start",
                start,
                "end",
                end,
                "place",
                centre.space().toString()));
        fields.put("version", version.group(1));
        return board(submit(centre, "/desk/sessions/" + session + "/move", fields));
    }

    /** Presses Undo on that board, as it is loaded now. */
    private TestResponse undo(String board) {
        var form = FORM.matcher(page(centre, board).asString());
        assertTrue(form.find(), "The board offers to take it back");
        var action = ACTION.matcher(form.group());
        assertTrue(action.find());
        var fields = new HashMap<String, String>();
        var field = FIELD.matcher(form.group());
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return submit(centre, action.group(1), fields);
    }

    private void assertStandsAt(String start) {
        assertEquals(
                1,
                count("select from session where id = '%s' and starts_at at time zone 'Asia/Shanghai' = '%sT%s'"
                        .formatted(session, day(3), start)));
    }

    @Test
    @DisplayName("E11: a reload of the board does not take a colleague's move back")
    void movesNothingBackWhatAColleagueHasMovedSince() {
        var told = move("10:00", "12:00");
        move("14:00", "16:00");
        undo(told).statusCode(412).body(containsString(CHANGED_SINCE));
        assertStandsAt("14:00");
    }

    @Test
    @DisplayName("E11: pressed twice, in two tabs, a move is taken back once")
    void movesBackOnce() {
        var told = move("10:00", "12:00");
        undo(told).statusCode(303);
        assertStandsAt("18:00");
        undo(told).statusCode(412);
        assertStandsAt("18:00");
    }

    @Test
    @DisplayName("E11: a session with hoursOverride is moved back by who may not override the hours")
    void movesBackWhatAManagerLetStandOutsideTheHours() {
        session = created(
                post(centre.manager(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT22:00","endsAt":"%sT23:30","hoursOverride":"Night of museums"}""".formatted(event(centre), centre.space(), day(3), day(3))));
        var told = move("10:00", "12:00");
        assertEquals(1, count("select from session where id = '" + session + "' and hours_override is null"));
        board(undo(told));
        assertStandsAt("22:00");
        assertEquals(
                1, count("select from session where id = '" + session + "' and hours_override = 'Night of museums'"));
    }

    @Test
    @DisplayName("E11: a cancellation that a colleague has made anew is not taken back by who made the first")
    void takesNoOtherCancellationBack() {
        var told = board(submit(centre, "/desk/sessions/" + session + "/cancellation", Map.of()));
        post(centre.staff(), "/v1/sessions/" + session + "/restoration", "*", "")
                .statusCode(200);
        post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        undo(told).statusCode(412).body(containsString(CHANGED_SINCE));
        assertEquals(1, count("select from session where id = '" + session + "' and status = 'cancelled'"));
    }

    @Test
    @DisplayName("E11: a block that was given back and taken again is made once, and not again after it was removed")
    void blocksAgainOnce() {
        var key = key(page(centre, "/desk/blocks?day=" + day(3)));
        submit(
                        centre,
                        "/desk/blocks",
                        Map.of(
                                "key",
                                key,
                                "centre",
                                centre.id(),
                                "date",
                                day(3).toString(),
                                "start",
                                "10:00",
                                "end",
                                "12:00",
                                "place",
                                centre.space().toString(),
                                "reason",
                                "Varnish"))
                .statusCode(303);
        var told = board(submit(centre, "/desk/blocks/" + key + "/removal", Map.of()));
        var again = board(undo(told));
        board(undo(told));
        var standing = "select from space_block where centre_id = '" + centre.id() + "' and removed_at is null";
        assertEquals(1, count(standing));
        undo(again).statusCode(303);
        undo(told).statusCode(412).body(containsString(CHANGED_SINCE));
        assertEquals(0, count(standing));
    }

    @Test
    @DisplayName("D29: what is planned is told with a link, and can be taken back while nobody is booked")
    void takesBackThatItWasPlanned() {
        var key = key(page(centre, "/desk/planning"));
        var fields = Map.of(
                "key",
                key,
                "centre",
                centre.id(),
                "date",
                day(3).toString(),
                "start",
                "10:00",
                "end",
                "11:00",
                "place",
                centre.space().toString(),
                "event",
                event(centre),
                "needs",
                "true");
        var told = board(submit(centre, "/desk/planning", fields));
        page(centre, told)
                .body(containsString("<a href=\"/desk/sessions/" + key + "\"><bdi>“Dombra workshop” is planned"));
        EventFixtures.book(centre.staff(), key, "unplanned", """
                {"visitor":{"name":"Aru","contact":"aru@example.org","language":"en"},"places":1}""").statusCode(201);
        undo(told).statusCode(412).body(containsString(CHANGED_SINCE));
        assertEquals(1, count("select from session where id = '" + key + "' and status = 'scheduled'"));
        post(centre.staff(), "/v1/bookings/" + bookingOf(key) + "/cancellation", "*", "")
                .statusCode(200);
        board(undo(told));
        assertEquals(1, count("select from session where id = '" + key + "' and status = 'cancelled'"));
        page(centre, told).body(not(containsString("class=\"undo\"")));
    }

    private static String bookingOf(String session) {
        return org.goldenbridge.testing.TestPostgres.value(
                "select id from booking where opportunity_id = '" + session + "'");
    }
}
