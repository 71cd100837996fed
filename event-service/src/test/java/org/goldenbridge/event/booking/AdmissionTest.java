package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have places, through the front door: one decision for booking, hold and waiting list. */
@EventServiceTest
class AdmissionTest {
    @Test
    @DisplayName("E05: the waiting list does not evade the limit of places per contact, in joining and in accepting")
    void countsPlacesOfOneContactOnTheWaitingListToo() throws SQLException {
        var centre = beijing(20);
        var session = limited(centre, 5, "\"placesPerContact\":2");
        seat(centre, session, "Full House", "f1@example.org", 2).statusCode(201);
        seat(centre, session, "Full House", "f2@example.org", 2).statusCode(201);
        var last = seat(centre, session, "Full House", "f3@example.org", 1).statusCode(201);
        refused(join(centre, session, "Ann", "a@example.org", 3), 409, "contact-quota");
        String entry =
                join(centre, session, "Ann", "a@example.org", 1).statusCode(201).path("id");
        refused(join(centre, session, "Bob", "A@Example.org", 2), 409, "contact-quota");
        String hers = given().bearer(centre.staff())
                .get("/v1/bookings/{id}", (String) last.path("id"))
                .path("visitor.id");
        sql("update visitor set contact_key = 'a@example.org' where id = '" + hers + "'");
        String full = given().bearer(centre.staff())
                .get("/v1/sessions/{id}/bookings", session)
                .path("items[0].id");
        sql("update event set places_per_contact = 1 where id = (select event_id from session where id = '" + session
                + "')");
        act(centre, "/v1/bookings/" + full + "/cancellation").statusCode(200);

        refused(act(centre, "/v1/waiting-list-entries/" + entry + "/acceptance"), 409, "contact-quota");
    }

    @ParameterizedTest
    @DisplayName("E25: one phone number in many spellings is one contact")
    @ValueSource(
            strings = {
                "+33612345678",
                "0033 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "+33-6-12-34-56-78",
                "+33.6.12.34.56.78"
            })
    void knowsAPhoneNumberInEverySpelling(String spelling) {
        var centre = beijing(20);
        var session = limited(centre, 20, "\"placesPerContact\":2");
        seat(centre, session, "Ann", "+33 6 12 34 56 78", 2)
                .statusCode(201)
                .body("visitor.contact", equalTo("+33 6 12 34 56 78"));
        refused(seat(centre, session, "Bob", spelling, 2), 409, "contact-quota");
    }

    @Test
    @DisplayName("E25: a national form is read in the country of the centre, a mail domain without case and in ASCII")
    void readsNationalFormsAndDomainsOfOtherScripts() {
        var centre = beijing(20);
        var session = limited(centre, 20, "\"placesPerContact\":2");
        seat(centre, session, "Ann", "(010) 6555-0142", 2)
                .statusCode(201)
                .body("visitor.contact", equalTo("(010) 6555-0142"));
        refused(seat(centre, session, "Bob", "+86 10 6555 0142", 1), 409, "contact-quota");
        seat(centre, session, "Cleo", "c@bücher.example", 2).statusCode(201);
        refused(seat(centre, session, "Dan", "C@XN--BCHER-KVA.example", 1), 409, "contact-quota");
    }

    @ParameterizedTest
    @DisplayName("E26: one name in many spellings is one visitor")
    @CsvSource(
            delimiter = '|',
            value = {"Jörg | Jo\u0308rg", "Zoé Li | ZOE\u00A0 LI", "O'Neill | O\u2019Neill", "Ann | \uFF21\uFF4E\uFF4E"
            })
    void knowsANameInEverySpelling(String name, String spelling) {
        var centre = beijing(20);
        var session = session(centre, 10);
        seat(centre, session, name, "j@example.org", 1).statusCode(201);
        refused(seat(centre, session, spelling, "j@example.org", 1), 409, "already-booked");
    }

    @ParameterizedTest
    @DisplayName("E27: contacts are taken as people write them, and stored plain")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " a@example.org|a@example.org",
                "mailto:a@example.org|a@example.org",
                "\uFF10\uFF16\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18|0612345678",
                "\u0660\u0661\u0662\u0663\u0664\u0665\u0666|0123456",
                "06\u00A012\u202F34\u201156\u201178|06 12 34-56-78",
                "(010) 6555-0142|(010) 6555-0142"
            })
    void storesContactsPlain(String typed, String stored) {
        var centre = beijing(20);
        seat(centre, session(centre, 10), "Ann", typed, 1).statusCode(201).body("visitor.contact", equalTo(stored));
    }

    @ParameterizedTest
    @DisplayName("E27: contacts that reach nobody are refused")
    @ValueSource(
            strings = {
                "a@example..org",
                ".a@example.org",
                "a.@example.org",
                "a@-example.org",
                "a@example-.org",
                "a@b",
                "a b@example.org",
                "12",
                "a@example.org b@example.org"
            })
    void refusesContactsThatReachNobody(String contact) {
        var centre = beijing(20);
        var session = session(centre, 10);
        seat(centre, session, "Ann", contact, 1).statusCode(400).body("errors[0].pointer", equalTo("/visitor/contact"));
        join(centre, session, "Ann", contact, 1).statusCode(400);
    }

    @Test
    @DisplayName("E62: a text needs a visible character; direction marks are taken off names")
    void wantsVisibleTexts() {
        var centre = beijing(20);
        var session = session(centre, 10);
        seat(centre, session, "\u00A0", "x@example.org", 1).statusCode(400);
        seat(centre, session, "\u200B", "x@example.org", 1).statusCode(400);
        seat(centre, session, "\u202EAnn\u202C", "x@example.org", 1)
                .statusCode(201)
                .body("visitor.name", equalTo("Ann"));
        post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"\u200B"},"audience":"adults"}""".formatted(centre.id())).statusCode(400);
        post(centre.manager(), "/v1/teachers", """
                {"centreId":"%s","name":"\u3164"}""".formatted(centre.id())).statusCode(400);
    }

    @Test
    @DisplayName("E12: the language of a visitor who is known stays")
    void keepsTheLanguageOfWhoIsKnown() {
        var centre = beijing(20);
        var body = body("王小明", "w@example.org", 1, "");
        book(centre.staff(), session(centre, 10), "1", body.replace("\"fr\"", "\"zh-Hans\""))
                .statusCode(201);
        var later = session(centre, 10);
        book(centre.staff(), later, "2", body.replace("\"fr\"", "\"en\""))
                .statusCode(201)
                .body("visitor.language", equalTo("zh-Hans"));
        given().bearer(centre.staff())
                .get("/v1/sessions/{id}/bookings", later)
                .body("items.visitor.language", contains("zh-Hans"));
    }

    @Test
    @DisplayName("E24: what is over stays as it is")
    void changesNothingThatIsOver() throws SQLException {
        var centre = beijing(20);
        var session = limited(centre, 10, "\"price\":{\"amount\":5,\"currency\":\"CNY\"}");
        String booking =
                seat(centre, session, "Ann", "a@example.org", 1).statusCode(201).path("id");
        String gone =
                seat(centre, session, "Bob", "b@example.org", 1).statusCode(201).path("id");
        String hold = keyed(
                        centre,
                        "/v1/sessions/" + session + "/holds",
                        "{\"places\":1,\"minutes\":1440,\"note\":\" Class 5b \"}")
                .statusCode(201)
                .body("note", equalTo("Class 5b")) // D40
                .path("id");
        act(centre, "/v1/bookings/" + gone + "/cancellation").statusCode(200);
        sql(
                "update session set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 minute' where id = '"
                        + session + "'");

        refused(act(centre, "/v1/bookings/" + booking + "/cancellation"), 409, "session-over");
        refused(act(centre, "/v1/holds/" + hold + "/release"), 409, "session-over");
        act(centre, "/v1/bookings/" + gone + "/cancellation").statusCode(200);
        refused(pay(centre, gone, true), 409, "booking-cancelled");
        pay(centre, gone, false).statusCode(200).body("paidAt", nullValue());
        assertEquals(
                0, count("select 1 from notice where booking_id = '" + booking + "' and kind = 'booking-cancelled'"));
    }

    @Test
    @DisplayName("E35: what is for certain ages asks the ages of everybody")
    void asksAges() {
        var centre = beijing(20);
        var session = limited(centre, 1, "\"minimumAge\":6,\"maximumAge\":10");
        refused(seat(centre, session, "Ann", "a@example.org", 1), 422, "ages-needed")
                .body("errors[0].pointer", equalTo("/ages"));
        book(centre.staff(), session, "2", body("Ann", "a@example.org", 1, ",\"ages\":[8]"))
                .statusCode(201);
        refused(join(centre, session, "Bob", "b@example.org", 1), 422, "ages-needed");
    }

    @Test
    @DisplayName("E23, E29: who came can be noted six hours ahead, and not of who cancelled")
    void expectsNobodyWhoCancelled() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 2);
        String first =
                seat(centre, session, "Ann", "a@example.org", 2).statusCode(201).path("id");
        sql(
                "update session set starts_at = now() + interval '361 minutes', ends_at = now() + interval '8 hours' where id = '"
                        + session + "'");
        refused(note(centre, session, first), 409, "session-ahead");
        sql("update session set starts_at = now() + interval '359 minutes' where id = '" + session + "'");
        note(centre, session, first).statusCode(200);
        act(centre, "/v1/bookings/" + first + "/cancellation").statusCode(200);
        String second =
                seat(centre, session, "Ann", "a@example.org", 2).statusCode(201).path("id");
        note(centre, session, second).statusCode(200);

        note(centre, session, first).statusCode(404);
        given().bearer(centre.staff())
                .get("/v1/sessions/{id}/attendance", session)
                .body("items.bookingId", contains(second));
    }

    private static String limited(TestCentre centre, int capacity, String terms) {
        var event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"T"},"audience":"everyone",%s}""".formatted(centre.id(), terms)));
        return created(
                post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00","capacity":%d}""".formatted(event, centre.space(), day(3), day(3), capacity)));
    }

    private static String body(String name, String contact, int places, String besides) {
        return """
                {"visitor":{"name":"%s","contact":"%s","language":"fr"},"places":%d%s}""".formatted(name, contact, places, besides);
    }

    private static TestResponse seat(TestCentre centre, String session, String name, String contact, int places) {
        return book(centre.staff(), session, UUID.randomUUID().toString(), body(name, contact, places, ""));
    }

    private static TestResponse join(TestCentre centre, String session, String name, String contact, int places) {
        return keyed(centre, "/v1/sessions/" + session + "/waiting-list", body(name, contact, places, ""));
    }

    private static TestResponse keyed(TestCentre centre, String path, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    private static TestResponse act(TestCentre centre, String path) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .post(path);
    }

    private static TestResponse pay(TestCentre centre, String booking, boolean paid) {
        return put(centre, "/v1/bookings/" + booking + "/payment", "{\"paid\":" + paid + "}");
    }

    private static TestResponse note(TestCentre centre, String session, String booking) {
        return put(centre, "/v1/sessions/" + session + "/attendance/" + booking, "{\"present\":2}");
    }

    private static TestResponse put(TestCentre centre, String path, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .put(path);
    }

    private static TestResponse refused(TestResponse answer, int status, String code) {
        return answer.statusCode(status).body("type", equalTo("/problems/" + code));
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = TestPostgres.connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
