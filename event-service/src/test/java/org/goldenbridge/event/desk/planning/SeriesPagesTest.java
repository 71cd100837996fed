package org.goldenbridge.event.desk.planning;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.desk.planning.Planner.fields;
import static org.goldenbridge.event.desk.planning.Planner.with;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class SeriesPagesTest {
    /** Weekly from that day on, at ten. */
    private static Map<String, Object> weekly(TestCentre centre, LocalDate from, int times) {
        var form = fields(
                "startsOn", from.toString(),
                "time", "10:00",
                "minutes", "90",
                "spaceId", centre.space().toString(),
                "every", "1",
                "unit", "weekly",
                "ends", "count",
                "times", String.valueOf(times),
                "exceptions", "");
        form.put("weekday", List.of(SeriesForm.DAYS.get(from.getDayOfWeek().getValue() - 1)));
        return form;
    }

    private static String series(String event) {
        return "/desk/events/" + event + "/series";
    }

    private static TestResponse preview(TestCentre centre, String event, Map<String, Object> form) {
        return Planner.staff(centre).send(series(event) + "/preview", form, true);
    }

    /** A series planned at the desk; its id. */
    private static String planned(TestCentre centre, String event, Map<String, Object> form) {
        var desk = Planner.staff(centre);
        var key = desk.key(series(event) + "/new");
        desk.send(series(event), with(form, "key", key))
                .statusCode(303)
                .header("Location", containsString("/desk/series/" + key));
        return key;
    }

    @Test
    void plansWhatItHasShownBefore() {
        var centre = beijing(20);
        var event = event(centre);
        var from = day(3);
        var second = from.plusWeeks(1);
        var form = with(weekly(centre, from, 4), "exceptions", second + " " + second.plusDays(1));
        form.put("extraDates", from.plusDays(2).toString());
        preview(centre, event, form)
                .statusCode(200)
                .body(allOf(
                        containsString("Nothing stands against it."),
                        containsString("<b>4 sessions</b>"),
                        containsString("class=\"out\"><span><b><time datetime=\"" + second + "T10:00\""),
                        containsString("hx-swap-oob"),
                        not(containsString("<html"))));
        var id = planned(centre, event, form);
        given().get("/v1/sessions?series=" + id)
                .body("items.size()", Matchers.equalTo(4))
                .body("items[0].localStartsAt", Matchers.startsWith(from + "T10:00"))
                .body("items[1].localStartsAt", Matchers.startsWith(from.plusDays(2) + "T10:00"))
                .body("items[2].localStartsAt", Matchers.startsWith(from.plusWeeks(2) + "T10:00"));
        Planner.staff(centre)
                .page("/desk/events/" + event)
                .body(allOf(containsString("/desk/series/" + id), containsString("4 dates ahead")));
    }

    @Test
    void saysWhoIsInTheWayAndLeavesOutByAClick() {
        var centre = beijing(20);
        var event = event(centre);
        var from = day(3);
        var clash = from.plusWeeks(1);
        post(centre.manager(), "/v1/sessions", draft(event(centre), centre.space(), clash + "T11:00", clash + "T12:00"))
                .statusCode(201);
        var form = weekly(centre, from, 3);
        preview(centre, event, form)
                .body(allOf(
                        containsString("Some of it cannot be"),
                        containsString("\u2068Dombra workshop\u2069 is there, planned by \u2068" + centre.id()
                                + "-manager\u2069"),
                        containsString("class=\"no\"")));
        var desk = Planner.staff(centre);
        desk.send(series(event), with(form, "key", UUID.randomUUID().toString()))
                .statusCode(409)
                .body(allOf(
                        containsString("The space is taken then."),
                        containsString("is there, planned by"),
                        containsString("value=\"" + from + "\"")));
        assertEquals(0, count("select from series where event_id = '" + event + "'"));
        var left = preview(centre, event, with(form, "toggle", clash + "T10:00"))
                .body(allOf(
                        containsString("Nothing stands against it."),
                        containsString("name=\"exceptions\" value=\"" + clash + "\"")));
        left.body(containsString("Put back"));
        preview(centre, event, with(with(form, "exceptions", clash.toString()), "toggle", clash + "T10:00"))
                .body(allOf(containsString("Some of it cannot be"), containsString("name=\"exceptions\" value=\"\"")));
        planned(centre, event, with(form, "exceptions", clash.toString()));
    }

    @Test
    void showsClosedHoursAndLetsOnlyAManagerOverrideThem() {
        var centre = beijing(20);
        var event = event(centre);
        var form = with(weekly(centre, day(3), 2), "time", "23:00");
        preview(centre, event, form).body(containsString("the centre is closed"));
        var overridden = with(form, "hoursOverride", "Night of museums");
        Planner.staff(centre).page(series(event) + "/new").body(not(containsString("hoursOverride")));
        Planner.staff(centre).send(series(event), overridden).statusCode(403).body(containsString("value=\"23:00\""));
        Planner.manager(centre).page(series(event) + "/new").body(containsString("hoursOverride"));
        Planner.manager(centre)
                .send(series(event), with(form, "hoursOverride", "no"))
                .statusCode(400);
        Planner.manager(centre).send(series(event), overridden).statusCode(303);
    }

    @ParameterizedTest
    @CsvSource({
        "startsOn, yesterday, 400, A day such as 2027-01-12.",
        "startsOn, 2020-01-06, 422, It would start in the past.",
        "startsOn, 0001-01-01, 400, A day such as 2027-01-12.",
        "time, 25:00, 400, A time such as 18:00.",
        "minutes, long, 400, A whole number from 1 to 44640.",
        "spaceId, '', 400, Fill this in.",
        "spaceId, 018f6f6e-0000-7000-8000-000000000001, 422, There is no such space any more.",
        "every, 0, 400, A whole number from 1 to 1000.",
        "unit, hourly, 400, Choose one of those.",
        "weekday, XX, 400, Choose one of those.",
        "times, 501, 400, A whole number from 1 to 500.",
        "exceptions, 'never', 400, A day such as 2027-01-12.",
        "extraDates, '2027-02-30', 400, A day such as 2027-01-12.",
        "capacity, many, 400, A whole number from 1 to 100000.",
        "rule, FREQ=HOURLY;COUNT=3, 409, ''",
        "rule, FREQ=SOMETIMES, 422, The rule is not one of RFC 5545.",
        "rule, FREQ=DAILY, 422, A series has at most 500 sessions in five years.",
        "courseId, 018f6f6e-0000-7000-8000-000000000001, 422, The event has no such course.",
        "minutes, 20000, 422, ''",
    })
    void saysBesideTheFieldWhatIsNotRight(String field, String value, int status, String fault) {
        var centre = beijing(20);
        var event = event(centre);
        var form = with(weekly(centre, day(3), 3), field, value);
        Planner.staff(centre)
                .send(series(event), form)
                .statusCode(status == 409 ? Matchers.oneOf(409, 422) : Matchers.is(status))
                .body(allOf(
                        containsString(
                                fault.isEmpty() ? "class=\"said no\"" : "<em class=\"fault\">" + fault + "</em>"),
                        containsString("name=\"times\"")));
        preview(centre, event, form).statusCode(200).body(allOf(containsString("said no"), containsString(fault)));
        assertEquals(0, count("select from series where event_id = '" + event + "'"));
    }

    @Test
    void makesOneSeriesOfAFormThatIsSentTwice() {
        var centre = beijing(20);
        var event = event(centre);
        var form = weekly(centre, day(3), 3);
        var id = planned(centre, event, form);
        Planner.staff(centre).send(series(event), with(form, "key", id)).statusCode(303);
        assertEquals(1, count("select from series where event_id = '" + event + "'"));
        // the control: under another key it meets itself
        Planner.staff(centre)
                .send(series(event), with(form, "key", UUID.randomUUID().toString()))
                .statusCode(409);
    }

    @Test
    void changesASeriesFromASessionOnOnceItWasSeen() {
        var centre = beijing(20);
        var event = event(centre);
        var from = day(3);
        var id = planned(centre, event, weekly(centre, from, 4));
        String third = given().get("/v1/sessions?series=" + id).path("items[2].id");
        book(centre.staff(), third, "one", visitor("Aru Serik", 2)).statusCode(201);
        var desk = Planner.staff(centre);
        var path = "/desk/series/" + id;
        var change = fields(
                "version", desk.version(path), "scope", "from", "from", from.plusWeeks(2) + "T10:00", "time", "15:00");
        desk.send(path, with(change, "deed", "preview"))
                .statusCode(200)
                .body(allOf(
                        containsString("1 booking is reached."),
                        containsString("moves: "),
                        containsString(" → "),
                        containsString("15:00"),
                        containsString("Nothing stands against it.")));
        var then =
                desk.send(path, with(change, "deed", "change")).statusCode(303).header("Location");
        assertEquals(2, count("select from series where event_id = '" + event + "'"));
        desk.page(then.replaceFirst("^https?://[^/]+", "")).statusCode(200).body(containsString("15:00"));
        desk.send(path, with(with(change, "deed", "change"), "scope", "all"))
                .statusCode(412)
                .body(containsString("Somebody else has changed it in the meantime."));
        desk.send(path, fields("deed", "preview", "scope", "from")).statusCode(400);
        desk.send(path, fields("deed", "change", "scope", "all", "time", "late"))
                .statusCode(400);
        desk.send(path, with(with(change, "deed", "preview"), "from", "2027-01-01T00:00"))
                .statusCode(422)
                .body(containsString("<em class=\"fault\">The series has no such session any more.</em>"));
    }

    @Test
    void asksBeforeItCancelsASeries() {
        var centre = beijing(20);
        var event = event(centre);
        var id = planned(centre, event, weekly(centre, day(3), 3));
        for (var session : given().get("/v1/sessions?series=" + id).json().getList("items.id", String.class)) {
            book(centre.staff(), session, "one", visitor("Aru Serik", 2)).statusCode(201);
        }
        var desk = Planner.staff(centre);
        var path = "/desk/series/" + id;
        var form = fields("version", desk.version(path), "scope", "all", "deed", "ask");
        desk.send(path, form).statusCode(200).body(containsString("6 people have to be told"));
        assertEquals(3, count("select from session where series_id = '" + id + "' and status = 'scheduled'"));
        desk.send(path, with(with(form, "deed", "cancel"), "reason.en", "The teacher is away"))
                .statusCode(303);
        assertEquals(0, count("select from session where series_id = '" + id + "' and status = 'scheduled'"));
        desk.page(path + "?done=cancelled").body(allOf(containsString("It is cancelled"), not(containsString("deed"))));
    }

    @Test
    void belongsToTheDeskOfItsCentre() {
        var centre = beijing(20);
        var event = event(centre);
        var id = planned(centre, event, weekly(centre, day(3), 2));
        var other = Planner.staff(beijing(5));
        other.page("/desk/series/" + id).statusCode(200).body(not(containsString("deed")));
        other.send("/desk/series/" + id, fields("scope", "all", "deed", "cancel", "version", "0"))
                .statusCode(403);
        other.page(series(event) + "/new").statusCode(403);
        other.send(series(event), weekly(centre, day(30), 2)).statusCode(403);
        other.page("/desk/series/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    @DisplayName("D22: a new series begins on the next open day, as the event usually takes place")
    void beginsOnTheNextOpenDayAsTheEventUsuallyDoes() {
        var centre = beijing(20);
        var event = event(centre);
        var inAWeek = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7);
        var form = series(event) + "/new";
        Planner.staff(centre)
                .page(form)
                .body(allOf(containsString("value=\"" + inAWeek + "\""), containsString("value=\"18:00\"")));
        EventFixtures.applyCentre(centre.id(), "Asia/Shanghai", 2, """
                [{"id":"%s","spaceId":null,"startsAt":"%sT16:00:00Z","endsAt":"%sT16:00:00Z","reason":{"en":"Roof"}}]""".formatted(
                        java.util.UUID.randomUUID(), inAWeek.minusDays(1), inAWeek.plusDays(1)));
        var other = EventFixtures.space(centre.id(), 8);
        post(centre.staff(), "/v1/sessions", draft(event, other, day(40) + "T14:15", day(40) + "T15:15"))
                .statusCode(201);
        Planner.staff(centre)
                .page(form)
                .body(allOf(
                        containsString("value=\"" + inAWeek.plusDays(2) + "\""),
                        containsString("value=\"14:15\""),
                        containsString("name=\"minutes\" inputmode=\"numeric\" value=\"60\""),
                        containsString("<option value=\"" + other + "\" selected")));
    }

    @Test
    @DisplayName("D24: who moves a date of a series is asked: this one, this and the following, or all")
    void asksWhetherTheFollowingMoveToo() {
        var centre = beijing(20);
        var event = event(centre);
        var id = planned(centre, event, weekly(centre, day(3), 3));
        String second = given().get("/v1/sessions?series=" + id).path("items[1].id");
        var following = "/desk/series/" + id + "?scope=from&amp;from=" + day(10) + "T10:00";
        var desk = Planner.staff(centre);
        desk.page("/desk/sessions/" + second + "/move")
                .body(containsString("belongs to a series"), containsString("href=\"" + following + "\""));
        desk.page(following.replace("&amp;", "&"))
                .body(
                        containsString("name=\"scope\" value=\"from\" checked"),
                        containsString("<option value=\"" + day(10) + "T10:00\" selected"));
        desk.page("/desk/series/" + id + "?scope=from&from=nonsense").statusCode(200);
        String single = created(post(
                centre.staff(), "/v1/sessions", draft(event, centre.space(), day(4) + "T10:00", day(4) + "T11:00")));
        desk.page("/desk/sessions/" + single + "/move").body(not(containsString("belongs to a series")));
    }
}
