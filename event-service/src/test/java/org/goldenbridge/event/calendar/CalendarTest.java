package org.goldenbridge.event.calendar;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.calendar.ReadCalendar.value;
import static org.goldenbridge.event.calendar.Subscriptions.act;
import static org.goldenbridge.event.calendar.Subscriptions.edit;
import static org.goldenbridge.event.calendar.Subscriptions.event;
import static org.goldenbridge.event.calendar.Subscriptions.get;
import static org.goldenbridge.event.calendar.Subscriptions.id;
import static org.goldenbridge.event.calendar.Subscriptions.kept;
import static org.goldenbridge.event.calendar.Subscriptions.path;
import static org.goldenbridge.event.calendar.Subscriptions.plan;
import static org.goldenbridge.event.calendar.Subscriptions.read;
import static org.goldenbridge.event.calendar.Subscriptions.venue;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.component.VEvent;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.publicschedule.PreparedAnswers;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calendar programs get, read by one that is not ours. */
@EventServiceTest
class CalendarTest {
    private static final String TITLE = "{\"en\":\"Dombra evening\",\"fr\":\"Soirée de dombra\"}";

    @Inject
    Subjects subjects;

    @Inject
    Calendars calendars;

    /** In zones that change their clocks by a rule, by decree and not at all; in the hour that comes twice; over the change. */
    @Test
    void everyInstantIsThatOfTheDatabase() {
        var centre = centre("Europe/Paris", 50);
        var event = event(centre, TITLE, "");
        for (var zone : List.of(
                "Europe/Paris", "Africa/Cairo", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca")) {
            var rules = ZoneId.of(zone).getRules();
            var change = Instant.now().plus(40, ChronoUnit.DAYS);
            for (int i = 0; i < 2; i++) {
                change = rules.nextTransition(change).getInstant();
                for (var minutes : new int[] {-1500, -45, -15, 0, 45, 1500}) {
                    var start = change.plus(minutes, ChronoUnit.MINUTES);
                    plan(centre, event, venue(zone), start, start.plus(50, ChronoUnit.MINUTES));
                }
            }
        }
        for (var zone : List.of("Asia/Almaty", "Asia/Shanghai", "Asia/Tehran", "America/Sao_Paulo", "Asia/Kathmandu")) {
            plan(centre, event, venue(zone), day(3) + "T23:30", day(4) + "T01:00");
        }
        // An offset was taken for a zone once; what was planned so is still told.
        var once = plan(centre, event, venue("Asia/Kolkata"), day(3) + "T23:30", day(4) + "T01:00");
        TestPostgres.value("""
                update session set zone = '+05:30', venue = jsonb_set(venue, '{zone}', '"+05:30"')
                where id = '%s' returning zone""".formatted(once));
        plan(centre, event, "\"spaceId\":\"" + centre.space() + "\"", day(3) + "T19:00", day(3) + "T21:00");

        var calendar = read(path(centre));
        var kept = kept(centre);
        var read = calendar.byId();
        assertEquals(5 * 2 * 6 + 5 + 1 + 1, kept.size());
        assertEquals(kept.keySet(), read.keySet());
        kept.forEach((id, session) -> {
            var shown = read.get(id);
            assertEquals(
                    session.startsAt(), calendar.instant(shown, "DTSTART"), () -> shown + "\n" + calendar.calendar);
            assertEquals(session.endsAt(), calendar.instant(shown, "DTEND"), shown::toString);
        });
        var inUtc = read.values().stream()
                .filter(shown -> value(shown, "DTSTART").endsWith("Z"))
                .count();
        assertTrue(inUtc > 5 && inUtc < 25, () -> inUtc + " of them in UTC");
        assertTrue(
                calendar.calendar.validate(true).getEntries().isEmpty(),
                () -> calendar.calendar.validate(true).toString());
    }

    @Test
    void theBodyIsTheSameUntilSomethingChanges() {
        var centre = beijing(20);
        var event = event(centre, TITLE, "");
        var session = plan(centre, event, room(centre), day(1) + "T10:00", day(1) + "T11:00");
        var first = get(path(centre));
        var tag = first.header("ETag");
        book(centre.staff(), session, "k", visitor("First Guest", 2)).statusCode(201);
        assertArrayEquals(first.asByteArray(), get(path(centre)).asByteArray());
        given().header("If-None-Match", tag)
                .get(path(centre))
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));

        var today = LocalDate.now(ZoneOffset.UTC);
        var reader = ReaderLanguage.asked(null, null);
        for (int days = 0; days < 30; days++) {
            assertArrayEquals(
                    first.asByteArray(),
                    bytes(calendars.of(subjects.centre(centre.id()), today.plusDays(days), reader)));
        }

        edit(centre, event, "{\"en\":\"Kobyz evening\"}", "");
        var after = get(path(centre));
        assertNotEquals(tag, after.header("ETag"));
        given().header("If-None-Match", tag).get(path(centre)).statusCode(200);
    }

    @Test
    void aMoveIsCountedAndAnEditIsOnlyStamped() {
        var centre = beijing(20);
        var event = event(centre, TITLE, "");
        var session = plan(centre, event, room(centre), day(1) + "T10:00", day(1) + "T11:00");
        var planned = only(centre);
        assertEquals("0", value(planned, "SEQUENCE"));
        assertEquals(session + "@localhost", value(planned, "UID"));

        edit(centre, event, "{\"en\":\"Kobyz evening\"}", "");
        var renamed = only(centre);
        assertEquals("0", value(renamed, "SEQUENCE"));
        assertEquals("Kobyz evening", value(renamed, "SUMMARY"));
        assertEquals(value(renamed, "DTSTAMP"), value(renamed, "LAST-MODIFIED"));
        assertTrue(value(renamed, "DTSTAMP").compareTo(value(planned, "DTSTAMP")) >= 0);

        act(centre, "/v1/sessions/" + session + "/moves", """
                {"startsAt":"%sT15:00","endsAt":"%sT16:00"}""".formatted(day(2), day(2)));
        var moved = only(centre);
        assertEquals("1", value(moved, "SEQUENCE"));
        assertEquals(value(planned, "UID"), value(moved, "UID"));
        assertEquals(day(2).toString().replace("-", "") + "T150000", value(moved, "DTSTART"));
    }

    /** When something is stamped is the time at which the change feed has it, to the second. */
    @Test
    void theStampIsThatOfTheChangeFeed() {
        var centre = beijing(20);
        var session = plan(centre, event(centre, TITLE, ""), room(centre), day(1) + "T10:00", day(1) + "T11:00");
        var stamp = value(only(centre), "DTSTAMP");
        assertEquals(1, TestPostgres.count("""
                select 1 from feed_item where feed = 'sessions' and item = '%s'
                and to_char(stamp at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') = '%s'""".formatted(session, stamp)));
    }

    @Test
    void aCancelledSessionStaysForThirtyDaysAsCancelled() {
        var centre = beijing(20);
        var event = event(centre, TITLE, "");
        var session = plan(centre, event, room(centre), day(90) + "T10:00", day(90) + "T11:00");
        act(centre, "/v1/sessions/" + session + "/cancellation", "{\"reason\":{\"en\":\"The singer, alas, is ill\"}}");
        var cancelled = only(centre);
        assertEquals("CANCELLED", value(cancelled, "STATUS"));
        assertEquals("1", value(cancelled, "SEQUENCE"));
        assertEquals("Cancelled: Dombra evening", value(cancelled, "SUMMARY"));
        assertTrue(value(cancelled, "DESCRIPTION").startsWith("Cancelled: The singer, alas, is ill\n"));

        var today = LocalDate.now(ZoneOffset.UTC);
        assertEquals(1, inCalendar(centre, today.plusDays(30)).size());
        assertEquals(0, inCalendar(centre, today.plusDays(31)).size());
        // Whose calendar is of this session alone is told of it for good.
        assertEquals(
                1, read("/v1/calendars/sessions/" + session + ".ics").sessions().size());

        act(centre, "/v1/sessions/" + session + "/restoration", "");
        var restored = only(centre);
        assertEquals("CONFIRMED", value(restored, "STATUS"));
        assertEquals("2", value(restored, "SEQUENCE"));
        assertEquals(1, inCalendar(centre, today.plusDays(31)).size());
    }

    @Test
    void aSessionLeavesThirtyDaysAfterItsLastDay() {
        var centre = beijing(20);
        plan(centre, event(centre, TITLE, ""), room(centre), day(1) + "T10:00", day(1) + "T11:00");
        assertEquals(1, inCalendar(centre, day(1).plusDays(30)).size());
        assertEquals(0, inCalendar(centre, day(1).plusDays(31)).size());
    }

    private List<VEvent> inCalendar(TestCentre centre, LocalDate today) {
        var bytes = bytes(calendars.of(subjects.centre(centre.id()), today, ReaderLanguage.asked(null, null)));
        return ReadCalendar.of(bytes).sessions();
    }

    private static VEvent only(TestCentre centre) {
        var sessions = read(path(centre)).sessions();
        assertEquals(1, sessions.size());
        return sessions.get(0);
    }

    private static String room(TestCentre centre) {
        return "\"spaceId\":\"" + centre.space() + "\"";
    }

    @Test
    void eachCalendarHasWhatItIsOf() {
        var centre = beijing(20);
        var other = beijing(20);
        var upstairs = space(centre.id(), 10);
        var programme = programme(centre, true);
        var part = programme(centre, true, programme);
        var inProgramme = event(centre, TITLE, ",\"programmeId\":\"" + part + "\"");
        var plain = event(centre, TITLE, "");
        var below = plan(centre, inProgramme, room(centre), day(1) + "T10:00", day(1) + "T11:00");
        var above = plan(centre, plain, "\"spaceId\":\"" + upstairs + "\"", day(1) + "T10:00", day(1) + "T11:00");
        var outside = plan(centre, plain, venue("Europe/Paris"), day(2) + "T10:00", day(2) + "T11:00");
        plan(other, event(other, TITLE, ""), room(other), day(1) + "T10:00", day(1) + "T11:00");
        var course = id(post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",\"capacity\":5}".formatted(plain)));
        var lesson = plan(
                centre, plain, "\"courseId\":\"" + course + "\"," + room(centre), day(3) + "T10:00", day(3) + "T11:00");

        assertEquals(Set.of(below, above, outside, lesson), ids("centres/" + centre.id()));
        assertEquals(Set.of(below, lesson), ids("spaces/" + centre.space()));
        assertEquals(Set.of(above), ids("spaces/" + upstairs));
        assertEquals(Set.of(below), ids("programmes/" + programme));
        assertEquals(Set.of(below), ids("programmes/" + part));
        assertEquals(Set.of(above, outside, lesson), ids("events/" + plain));
        assertEquals(Set.of(lesson), ids("courses/" + course));
        assertEquals(Set.of(outside), ids("sessions/" + outside));
    }

    private static Set<String> ids(String of) {
        return read("/v1/calendars/" + of + ".ics").byId().keySet();
    }

    private static String programme(TestCentre centre, boolean announced, String... parent) {
        var programme = id(post(centre.staff(), "/v1/programmes", """
                {"kind":"festival","centreId":"%s",%s"title":{"en":"Days of culture"},"startsOn":"%s","endsOn":"%s"}""".formatted(
                centre.id(), parent.length == 0 ? "" : "\"parentId\":\"" + parent[0] + "\",", day(0), day(100))));
        if (announced) {
            act(centre, "/v1/programmes/" + programme + "/announcement", "");
        }
        return programme;
    }

    @Test
    void nobodyFindsWhatIsNotAnnounced() {
        var centre = beijing(20);
        var draft = event(centre, TITLE, ",\"draft\":true");
        var session = plan(centre, draft, room(centre), day(1) + "T10:00", day(1) + "T11:00");
        var course = id(post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",\"capacity\":5}".formatted(draft)));
        for (var path : List.of(
                "events/" + draft,
                "sessions/" + session,
                "courses/" + course,
                "programmes/" + programme(centre, false))) {
            given().bearer(centre.manager())
                    .get("/v1/calendars/" + path + ".ics")
                    .statusCode(404);
            given().get("/v1/calendars/" + path + ".ics").statusCode(404).body("type", equalTo("/problems/not-found"));
        }
        assertEquals(Set.of(), ids("centres/" + centre.id()));
        assertEquals(Set.of(), ids("spaces/" + centre.space()));
        act(centre, "/v1/events/" + draft + "/announcement", "");
        assertEquals(Set.of(session), ids("events/" + draft));
    }

    @Test
    void anEmptyCalendarIsOneAllTheSame() {
        var calendar = read(path(beijing(20))).calendar;
        assertEquals(1, calendar.getComponents().size());
        assertTrue(
                calendar.validate(true).getEntries().isEmpty(),
                () -> calendar.validate(true).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"centres", "spaces", "programmes", "courses", "events", "sessions"})
    void refusesWhatThereIsNot(String of) {
        for (var id : List.of(UUID.randomUUID().toString(), "no-such-thing", "..ics", "'; drop table session; --")) {
            given().get("/v1/calendars/" + of + "/{id}.ics", id)
                    .statusCode(id.contains(";") ? 400 : 404)
                    .contentType("application/problem+json");
        }
        given().get("/v1/calendars/" + of).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=!xx", "lang=*", "lang=", "lang=not_a_tag!", "from=2026-01-01", "lang=fr&lang=en"})
    void refusesAWrongQuestion(String query) {
        var centre = beijing(20);
        given().urlEncodingEnabled(false)
                .get(path(centre) + "?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", startsWith("?"));
    }

    @Test
    void titlesAndDescriptionsStayTextWhateverIsInThem() {
        var centre = beijing(20);
        var title = "Evil\\r\\nEND:VEVENT\\r\\nBEGIN:VALARM\\nTRIGGER:-PT1M; \\\"x\\\", \\\\n 🎻 دمبرا";
        var event = event(centre, "{\"en\":\"" + title + "\"}", ",\"description\":{\"en\":\"" + title + "\"}");
        plan(centre, event, venue("Europe/Paris"), day(1) + "T10:00", day(1) + "T11:00");
        var answer = get(path(centre));
        var calendar = ReadCalendar.of(answer.asByteArray());
        assertEquals(1, calendar.sessions().size());
        assertEquals(List.of(), calendar.sessions().get(0).getAlarms());
        var lines = answer.asString().replace("\r\n ", "").lines().toList();
        assertEquals(
                1, lines.stream().filter(line -> line.startsWith("END:VEVENT")).count());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("TRIGGER") || line.startsWith("BEGIN:VALARM")));
        assertTrue(lines.contains(
                "SUMMARY;LANGUAGE=en:Evil\\nEND:VEVENT\\nBEGIN:VALARM\\nTRIGGER:-PT1M\\; \"x\"\\, \\\\n 🎻 دمبرا"));
        assertTrue(lines.contains("LOCATION;LANGUAGE=en:Old mill\\, Quay 1\\; yard\\, left\\, Town"));
    }

    @Test
    void isReadInTheReadersLanguage() {
        var centre = beijing(20);
        var event = event(centre, TITLE, """
                ,"description":{"fr":"Avec des chansons."},"languages":["zh-Hans","kk"],"minimumAge":16,"level":"beginner",
                "price":{"amount":80.50,"currency":"CNY"}""");
        plan(centre, event, room(centre), day(1) + "T10:00", day(1) + "T11:00");
        var french = get(path(centre) + "?lang=fr");
        assertEquals("en, fr", french.header("Content-Language"));
        assertEquals("inline; filename=\"" + centre.id() + ".ics\"", french.header("Content-Disposition"));
        assertEquals("gzip", french.header("Content-Encoding"));
        assertEquals("no-cache", french.header("Cache-Control"));
        var calendar = ReadCalendar.of(french.asByteArray());
        assertEquals(
                "http://localhost:8080" + path(centre) + "?lang=fr",
                calendar.calendar.getRequiredProperty("SOURCE").getValue());
        var session = calendar.sessions().get(0);
        assertEquals("Soirée de dombra", value(session, "SUMMARY"));
        assertEquals(
                "fr",
                session.getRequiredProperty("SUMMARY")
                        .getRequiredParameter(Parameter.LANGUAGE)
                        .getValue());
        assertEquals("""
                Avec des chansons.
                Public : tout public, 16+, débutants
                Langues : chinois, kazakh
                Tarif : 80,50 CNY""", value(session, "DESCRIPTION"));
        assertEquals("Salle, Centre, Street 1, City", value(session, "LOCATION"));
        assertEquals("Concert", value(session, "CATEGORIES"));
        assertEquals("TRANSPARENT", value(session, "TRANSP"));
        assertEquals("http://localhost:8080/whats-on/events/" + event, value(session, "URL"));

        var arabic = get(path(centre) + "?lang=ar").asString();
        assertTrue(arabic.contains("CATEGORIES;LANGUAGE=ar:حفل موسيقي"), arabic);
        assertTrue(given().header("Accept-Language", "zh-CN")
                .get(path(centre))
                .asString()
                .contains("CATEGORIES;LANGUAGE=zh-Hans:音乐会"));
    }

    @Test
    void showsWhereToJoinOnlyWhatEverybodyMayKnow() {
        var centre = beijing(20);
        var event = event(centre, TITLE, "");
        var link = "https://meet.example.org/dombra?a=1,2;b";
        plan(centre, event, "\"online\":{\"link\":\"%s\"}".formatted(link), day(1) + "T10:00", day(1) + "T11:00");
        assertFalse(get(path(centre)).asString().contains("meet.example.org"));
        assertEquals("Online", value(only(centre), "LOCATION"));
        plan(
                centre,
                event,
                "\"online\":{\"link\":\"%s\",\"linkForBooked\":false}".formatted(link),
                day(2) + "T10:00",
                day(2) + "T11:00");
        var open = read("/v1/calendars/events/" + event + ".ics").sessions().get(1);
        assertEquals(link, value(open, "LOCATION"));
        assertEquals(link, value(open, "CONFERENCE"));
    }

    private static byte[] bytes(PreparedAnswers.Made calendar) {
        return calendar.content().body().getBytes(StandardCharsets.UTF_8);
    }
}
