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

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class EventPagesTest {
    private static final String EVENTS = "/desk/events";
    private static final int CLICKS = 3;

    private static Map<String, Object> felt() {
        return fields(
                "kind", "workshop", "audience", "families", "title.en", "Felt for two", "title.kk", "Киіз екеуге");
    }

    /** A draft made at the desk; its id. */
    private static String drafted(TestCentre centre) {
        var desk = Planner.staff(centre);
        var key = desk.key(EVENTS + "/new");
        desk.send(EVENTS, with(felt(), "key", key)).statusCode(303);
        return key;
    }

    @Test
    void draftsAnEventInSeveralLanguagesThatNobodyElseSees() {
        var centre = beijing(20);
        var desk = Planner.staff(centre);
        var key = desk.key(EVENTS + "/new");
        var form = with(felt(), "key", key);
        form.putAll(fields(
                "description.zh-Hans", "毛毡入门\n带上围裙",
                "level", "beginner",
                "minimumAge", "6",
                "maximumAge", "12",
                "price", "80,50",
                "currency", "CNY",
                "placesPerContact", "4",
                "heldInOthers", "de"));
        form.put("heldIn", List.of("zh-Hans", "kk"));
        desk.send(EVENTS, form).statusCode(303).header("Location", containsString(EVENTS + "/" + key));
        given().bearer(centre.staff())
                .get("/v1/events/{id}?lang=*", key)
                .statusCode(200)
                .body("status", org.hamcrest.Matchers.equalTo("draft"))
                .body("title.kk", org.hamcrest.Matchers.equalTo("Киіз екеуге"))
                .body("description.zh-Hans", org.hamcrest.Matchers.equalTo("毛毡入门\n带上围裙"))
                .body("price.amount", org.hamcrest.Matchers.equalTo(80.5))
                .body("languages", org.hamcrest.Matchers.equalTo(List.of("zh-Hans", "kk", "de")));
        given().get("/v1/events/{id}", key).statusCode(404);
        desk.page(EVENTS + "/" + key)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(allOf(
                        containsString("Felt for two"),
                        containsString("Chinese (Simplified) is missing."),
                        containsString("lang=\"zh-Hans\" dir=\"ltr\""),
                        containsString(">Draft<")));
        desk.page(EVENTS + "?q=FELT+two&status=draft").body(containsString("Felt for two"));
        desk.page(EVENTS + "?q=felt+three").body(not(containsString("Felt for two")));
        desk.page(EVENTS + "?q=%25").body(not(containsString("Felt for two")));
        desk.page(EVENTS + "?kind=concert&page=x&status=odd").body(not(containsString("Felt for two")));
        Planner.staff(beijing(5)).page(EVENTS + "/" + key).statusCode(404);
    }

    @Test
    void makesOneEventOfAFormThatIsSentTwice() {
        var centre = beijing(20);
        var desk = Planner.staff(centre);
        var form = with(felt(), "key", desk.key(EVENTS + "/new"));
        assertEquals(
                desk.send(EVENTS, form).statusCode(303).header("Location"),
                desk.send(EVENTS, form).statusCode(303).header("Location"));
        assertEquals(1, count("select from event where centre_id = '" + centre.id() + "'"));
        form.put("key", Ids.next().toString()); // the control: another form is another event
        desk.send(EVENTS, form).statusCode(303);
        assertEquals(2, count("select from event where centre_id = '" + centre.id() + "'"));
        Planner.staff(beijing(5)).send(EVENTS, form).statusCode(403);
    }

    /** The clicks are seen to be under way at once: both wait for the lock on their id, which the test holds till then. */
    @Test
    void makesOneEventOfADoubleClick() throws Exception {
        var centre = beijing(20);
        var desk = Planner.staff(centre);
        var id = Ids.next();
        var key = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        var clicks = Executors.newFixedThreadPool(CLICKS);
        try (var connection = TestPostgres.connect();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(" + key + ")");
            var answers = IntStream.range(0, CLICKS)
                    .mapToObj(nth -> clicks.submit(() -> desk.send(EVENTS, with(felt(), "key", id.toString()))
                            .statusCode()))
                    .toList();
            Eventually.isTrue(
                    "all clicks wait",
                    () -> count("select from pg_locks where locktype = 'advisory' and not granted and"
                                    + " ((classid::bigint << 32) | objid::bigint) = " + key)
                            == CLICKS);
            connection.rollback();
            for (var answer : answers) {
                assertEquals(303, answer.get());
            }
        } finally {
            clicks.shutdown();
        }
        assertEquals(1, count("select from event where centre_id = '" + centre.id() + "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, party, Choose one of those.",
        "audience, '', Fill this in.",
        "minimumAge, young, A whole number from 0 to 120.",
        "minimumAge, 200, A whole number from 0 to 120.",
        "placesPerContact, 0, A whole number from 1 to 1000.",
        "price, -3, An amount such as 12.50.",
        "price, 1e5, An amount such as 12.50.",
        "heldInOthers, English, ''",
        "heldInOthers, '!!', 'At most 10 languages, by tags such as de or uz-Latn.'",
        "programmeId, none, Choose one of those.",
    })
    void saysBesideTheFieldWhatIsNotRight(String field, String value, String fault) {
        var centre = beijing(20);
        var desk = Planner.staff(centre);
        var form = with(felt(), field, value);
        var answer = desk.send(EVENTS, form);
        if (fault.isEmpty()) {
            answer.statusCode(303); // a language may be called anything that a tag may be
            return;
        }
        answer.statusCode(400)
                .body(allOf(
                        containsString("<em class=\"fault\">" + fault + "</em>"),
                        containsString("value=\"Felt for two\""),
                        containsString("value=\"Киіз екеуге\"")));
        assertEquals(0, count("select from event where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void losesNothingOfWhatWasTyped() {
        var centre = beijing(20);
        var desk = Planner.staff(centre);
        var turned = "Right \u202Eto left\u202C <script>alert(1)</script>";
        desk.send(EVENTS, with(with(felt(), "title.en", "F".repeat(10_000)), "description.fr", turned))
                .statusCode(400)
                .body(allOf(
                        containsString("At most 300 characters."),
                        containsString("F".repeat(10_000)),
                        containsString("\u202Eto left"),
                        containsString("&lt;script&gt;"),
                        not(containsString("<script>alert"))));
        desk.send(EVENTS, with(felt(), "title.en", "Felt\u0000"))
                .statusCode(400)
                .body(containsString("It has characters that cannot be shown."));
        desk.send(EVENTS, fields("kind", "workshop", "audience", "everyone"))
                .statusCode(400)
                .body(containsString("Write a title in one language at least."));
        desk.send(EVENTS, with(with(felt(), "minimumAge", "12"), "maximumAge", "6"))
                .statusCode(422)
                .body(containsString("<em class=\"fault\">The lowest age is above the highest.</em>"));
        desk.send(EVENTS, with(felt(), "programmeId", UUID.randomUUID().toString()))
                .statusCode(422)
                .body(containsString("There is no such programme any more."));
        desk.send(EVENTS, with(with(felt(), "price", "10"), "currency", "XYZ"))
                .statusCode(400)
                .body(containsString("A currency code such as EUR."));
        desk.send(EVENTS, Map.of()).statusCode(400);
        assertEquals(0, count("select from event where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void addsALanguageAndKeepsWhatIsTyped() {
        var desk = Planner.staff(beijing(20));
        var form = with(with(felt(), "deed", "language"), "add", "ar");
        desk.send(EVENTS, form)
                .statusCode(200)
                .body(allOf(
                        containsString("name=\"title.ar\" value=\"\" lang=\"ar\" dir=\"rtl\""),
                        containsString("value=\"Felt for two\"")));
        desk.page(EVENTS + "/new").body(not(containsString("title.ar")));
    }

    @Test
    void showsBothWhenSomebodyElseHasChangedItMeanwhile() {
        var centre = beijing(20);
        var id = drafted(centre);
        var path = EVENTS + "/" + id;
        var mine = Planner.staff(centre);
        var theirs = Planner.manager(centre);
        var version = mine.version(path);
        theirs.send(path, with(with(felt(), "version", version), "title.en", "Felt for three"))
                .statusCode(303);
        var form = with(with(with(felt(), "version", version), "title.en", "Felt for four"), "kind", "concert");
        mine.send(path, form)
                .statusCode(412)
                .body(allOf(
                        containsString("Somebody else has changed it in the meantime."),
                        containsString("value=\"Felt for four\""),
                        containsString("By now it is: <bdi>Felt for three</bdi>"),
                        containsString("By now it is: <bdi>Workshop</bdi>"),
                        not(containsString("By now it is: <bdi>Families</bdi>"))));
        mine.send(path, with(form, "version", mine.version(path))).statusCode(303);
        mine.page(path).body(containsString("value=\"Felt for four\""));
        mine.send(path, felt()).statusCode(428).body(containsString("value=\"Felt for two\""));
    }

    @Test
    void announcesADraft() {
        var centre = beijing(20);
        var id = drafted(centre);
        var path = EVENTS + "/" + id;
        var desk = Planner.staff(centre);
        var version = desk.version(path);
        desk.send(path + "/announcement", Map.of("version", version)).statusCode(303);
        given().get("/v1/events/{id}", id).statusCode(200);
        desk.send(path + "/announcement", Map.of("version", desk.version(path)))
                .statusCode(409)
                .body(containsString("It is announced already."));
        desk.page(path).body(not(containsString("/announcement")));
    }

    @Test
    @DisplayName("D38: before an event is announced a page says which texts are missing, and that nothing is planned")
    void saysWhatIsMissingBeforeItAnnounces() {
        var centre = beijing(20);
        var id = drafted(centre);
        var path = EVENTS + "/" + id;
        var desk = Planner.staff(centre);
        desk.page(path).body(containsString("href=\"" + path + "/announcement\""));
        desk.page(path + "/announcement")
                .statusCode(200)
                .body(allOf(
                        containsString("<li>The title in Chinese (Simplified)</li>"),
                        not(containsString("<li>The title in English</li>")),
                        containsString("Nothing is planned yet."),
                        containsString("does not become a draft again")));
        assertEquals(1, count("select from event where id = '" + id + "' and status = 'draft'"));
        created(post(centre.staff(), "/v1/sessions", draft(id, centre.space(), day(1) + "T10:00", day(1) + "T11:00")));
        desk.page(path + "/announcement").body(not(containsString("Nothing is planned yet.")));
        Planner.staff(beijing(5)).page(path + "/announcement").statusCode(org.hamcrest.Matchers.oneOf(403, 404));
        desk.send(path + "/announcement", Map.of("version", "99"))
                .statusCode(412)
                .body(containsString("Somebody else has changed it in the meantime."));
    }

    @Test
    void asksBeforeItCancelsAndSaysHowManyItReaches() {
        var centre = beijing(20);
        var id = event(centre);
        String session = created(
                post(centre.staff(), "/v1/sessions", draft(id, centre.space(), day(1) + "T10:00", day(1) + "T11:00")));
        book(centre.staff(), session, "one", visitor("Aru Serik", 3)).statusCode(201);
        book(centre.staff(), session, "two", visitor("Dana Serik", 2)).statusCode(201);
        var desk = Planner.manager(centre);
        var path = EVENTS + "/" + id;
        desk.page(path).body(containsString("/desk/sessions/" + session));
        desk.page(path + "/cancellation")
                .statusCode(200)
                .body(allOf(
                        containsString("5 people have to be told"),
                        containsString("Sessions: 1, bookings: 2, waiting: 0")));
        var version = desk.version(path + "/cancellation");
        desk.send(path + "/cancellation", fields("version", version, "reason.en", "R".repeat(501)))
                .statusCode(400)
                .body(allOf(containsString("At most 500 characters."), containsString("R".repeat(501))));
        desk.send(path + "/cancellation", fields("version", version, "reason.en", "The roof leaks"))
                .statusCode(303);
        assertEquals(1, count("select from session where id = '" + session + "' and status = 'cancelled'"));
        desk.page(path).body(allOf(containsString(">Cancelled<"), not(containsString("/cancellation"))));
        Planner.staff(centre).page(path).body(not(containsString("/restoration"))); // D39
        Planner.staff(centre)
                .send(path + "/cancellation", fields("version", version))
                .statusCode(403);
        desk.page("/desk/sessions/" + session).body(not(containsString("Take the cancellation back"))); // E58
        var cancelled = desk.version(path);
        Planner.staff(centre)
                .send(path + "/restoration", fields("version", cancelled))
                .statusCode(403);
        desk.send(path + "/restoration", fields("version", cancelled)).statusCode(303);
        desk.page(path).body(containsString("/cancellation"));
        desk.send(path, with(felt(), "version", "1"))
                .statusCode(org.hamcrest.Matchers.oneOf(409, 412))
                .body(containsString("value=\"Felt for two\""));
    }

    @Test
    void letsOthersLookAndChangeNothing() {
        var centre = beijing(20);
        var id = event(centre);
        var other = Planner.staff(beijing(5));
        other.page(EVENTS + "/" + id)
                .statusCode(200)
                .body(allOf(containsString("disabled"), not(containsString("/cancellation"))));
        other.send(EVENTS + "/" + id, with(felt(), "version", "0")).statusCode(403);
        other.send(EVENTS + "/" + id + "/cancellation", fields("version", "0")).statusCode(403);
        other.page(EVENTS + "/" + id + "/cancellation").statusCode(403);
        other.page(EVENTS + "/new?centre=" + centre.id()).statusCode(403);
        other.page(EVENTS + "/" + UUID.randomUUID()).statusCode(404);
        other.page(EVENTS + "?centre=" + centre.id()).body(containsString("Dombra workshop"));
        var draft = drafted(centre);
        other.page(EVENTS + "?centre=" + centre.id()).body(not(containsString(draft)));
    }
}
