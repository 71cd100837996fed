package org.goldenbridge.event.feeds;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feeds that partners follow, and the delta for apps. */
@EventServiceTest
class FeedTest {
    private static final String SESSIONS = "/v1/feeds/sessions";
    private static final String AVAILABILITY = "/v1/feeds/availability";

    @Test
    void tellsASessionWithoutItsPlacesAndItsPlacesWithoutTheRest() {
        var centre = beijing(20);
        var session = session(centre, 10);
        book(centre.staff(), session, "k", visitor("Canary Visitor", 3)).statusCode(201);
        var places = eventually(
                AVAILABILITY,
                session,
                data -> data.path("remainingAttendeeCapacity").asInt() == 7);
        assertEquals(10, places.get("maximumAttendeeCapacity").asInt());
        assertEquals(
                "https://schema.org/InStock", places.at("/offers/availability").asText());
        assertEquals("plenty", places.at("/offers/additionalProperty/value").asText());
        assertFalse(places.has("name"));
        var told = eventually(SESSIONS, session, data -> true);
        assertEquals(places.get("@id"), told.get("@id"));
        assertEquals("EducationEvent", told.get("@type").asText());
        assertEquals("Dombra workshop", told.at("/name/0/@value").asText());
        assertEquals("fr", told.at("/name/1/@language").asText());
        assertFalse(told.has("remainingAttendeeCapacity") || told.at("/offers").has("availability"), told.toString());
        assertFalse((places.toString() + told).contains("Canary"), "a visitor in a feed");
    }

    @Test
    @DisplayName("E72: a feed of one centre has the sessions of that centre alone, and ends as RPDE wants it")
    void hasTheSessionsOfOneCentre() {
        var here = beijing(20);
        var there = beijing(20);
        var first = session(here, 10);
        session(there, 10);
        var second = session(here, 10);
        for (var feed : List.of(SESSIONS, AVAILABILITY)) {
            eventually(feed, second, data -> true);
            var reader = new FeedReader(feed + "?limit=1&centre=" + here.id());
            reader.catchUp();
            var held = reader.held().keySet();
            assertTrue(held.containsAll(List.of(first, second)), held.toString());
            assertEquals(2, held.size(), held.toString());
        }
        given().get(SESSIONS + "?centre=atlantis").statusCode(400).body("errors[0].pointer", equalTo("?centre"));
    }

    @Test
    void tellsTextsPlainlyInTheOneLanguageThatWasAskedFor() {
        var session = session(beijing(20), 10);
        var told = eventually(SESSIONS + "?lang=fr", session, data -> true);
        assertEquals("Atelier de dombra", told.get("name").asText());
    }

    @Test
    void movesTheItemWithEveryChangeOfWhatItShows() {
        var centre = beijing(20);
        var session = session(centre, 2);
        assertMoves(SESSIONS, session, () -> applyCentre(centre.id(), "Asia/Shanghai", 2, "[]", "Renamed"));
        assertMoves(
                SESSIONS, session, () -> applySpace(centre.space(), centre.id(), 2, "Small hall", 20, centre.space()));
        assertMoves(AVAILABILITY, session, () -> book(centre.staff(), session, "k1", visitor("First", 2)));
        assertMoves(AVAILABILITY, session, () -> waits(centre, session));
        assertEquals(
                "waiting-list",
                eventually(AVAILABILITY, session, data -> true)
                        .at("/offers/additionalProperty/value")
                        .asText());
    }

    @Test
    void movesTheSessionsOfAProgrammeThatIsAnnouncedOrRenamed() {
        var centre = beijing(20);
        var programme = created(post(centre.staff(), "/v1/programmes", """
                {"centreId":"%s","kind":"season","title":{"en":"Winter"},"startsOn":"2026-12-01","endsOn":"2027-02-28"}""".formatted(centre.id())));
        var event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","title":{"en":"Kobyz"},"audience":"everyone","programmeId":"%s"}""".formatted(centre.id(), programme)));
        var session = created(post(
                centre.staff(),
                "/v1/sessions",
                org.goldenbridge.event.EventFixtures.draft(
                        event,
                        centre.space(),
                        org.goldenbridge.event.EventFixtures.day(3) + "T10:00",
                        org.goldenbridge.event.EventFixtures.day(3) + "T11:00")));
        assertFalse(
                eventually(SESSIONS, session, data -> true).at("/superEvent").has("superEvent"));
        post(centre.staff(), "/v1/programmes/" + programme + "/announcement", "*", "")
                .statusCode(200);
        var told = eventually(SESSIONS, session, data -> data.at("/superEvent").has("superEvent"));
        assertEquals("Winter", told.at("/superEvent/superEvent/name/0/@value").asText());
    }

    @Test
    void tellsThatAWaitingListEndedThoughNoPlaceWasGivenBack() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 2);
        book(centre.staff(), session, "k1", visitor("First", 2)).statusCode(201);
        waits(centre, session);
        eventually(
                AVAILABILITY,
                session,
                data -> data.at("/offers/additionalProperty/value").asText().equals("waiting-list"));
        // The session begins: the list ends, and what is taken stays.
        execute(
                "update session set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour' where id = '"
                        + session + "'");
        execute("update places set next_expiry = now() - interval '1 second' where opportunity_id = '" + session + "'");
        eventually(
                AVAILABILITY,
                session,
                data -> data.at("/offers/additionalProperty/value").asText().equals("none"));
    }

    @Test
    void keepsWhatIsCancelled() {
        var centre = beijing(20);
        var session = session(centre, 10);
        post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        var told = eventually(
                SESSIONS, session, data -> data.get("eventStatus").asText().endsWith("EventCancelled"));
        assertEquals(
                "https://schema.org/EventCancelled", told.get("eventStatus").asText());
        eventually(
                AVAILABILITY,
                session,
                data -> data.get("remainingAttendeeCapacity").asInt() == 0);
    }

    @Test
    void tellsNothingOfDrafts() {
        var centre = beijing(20);
        var event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","title":{"en":"Secret"},"audience":"everyone","draft":true}""".formatted(centre.id())));
        var hidden = created(post(
                centre.staff(),
                "/v1/sessions",
                org.goldenbridge.event.EventFixtures.draft(
                        event,
                        centre.space(),
                        org.goldenbridge.event.EventFixtures.day(1) + "T10:00",
                        org.goldenbridge.event.EventFixtures.day(1) + "T11:00")));
        var seen = session(centre, 5); // numbered after it
        eventually(SESSIONS, seen, data -> true);
        assertFalse(whole(SESSIONS).numbers().containsKey(hidden));
        assertFalse(whole(AVAILABILITY).numbers().containsKey(hidden));
    }

    @Test
    void isReadPageByPageEachItemOnceAlsoWhereOneChangeMovesMany() {
        var centre = beijing(20);
        var sessions = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            sessions.add(session(centre, 5));
        }
        applySpace(centre.space(), centre.id(), 2, "Large hall", 20, centre.space());
        var last = sessions.iterator().next();
        eventually(SESSIONS, last, data -> data.at("/location/name").toString().contains("Large hall"));
        var byTwo = new FeedReader(SESSIONS + "?limit=2");
        byTwo.catchUp();
        var whole = whole(SESSIONS);
        assertEquals(whole.numbers(), byTwo.numbers());
        assertTrue(byTwo.numbers().keySet().containsAll(sessions));
        assertTrue(byTwo.pages() > whole.pages(), "read in one page");
        assertEquals(
                sessions.size(),
                sessions.stream().map(whole.numbers()::get).distinct().count(),
                "two items share a number");
    }

    @Test
    void mayBeKeptByCachesAndAskedWhetherItIsStillTheSame() {
        session(beijing(20), 5);
        var whole = whole(SESSIONS);
        var first = given().get(SESSIONS + "?limit=1")
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600")
                .contentType(equalTo("application/json"))
                .body("license", equalTo("https://creativecommons.org/licenses/by/4.0/"));
        given().header("If-None-Match", first.header("ETag"))
                .get(SESSIONS + "?limit=1")
                .statusCode(304);
        given().urlEncodingEnabled(false)
                .get(path(whole.next()))
                .statusCode(200)
                .header("Cache-Control", "public, max-age=5")
                .body("items.size()", equalTo(0))
                .body("next", equalTo(whole.next()));
        given().header("Accept-Encoding", "gzip").get(SESSIONS).header("Content-Encoding", "gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1e18",
                "1000000000000000000",
                "9007199254740992",
                "99999999999999999999",
                "one",
                "1.5",
                "WyJldmVudHMiXQ.c2ln"
            })
    void refusesANumberThatIsNone(String number) {
        for (var path : List.of(SESSIONS, AVAILABILITY, "/v1/schedule-changes")) {
            given().queryParam("afterChangeNumber", number)
                    .get(path)
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("errors[0].pointer", equalTo("?afterChangeNumber"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=-5",
                "limit=many",
                "afterChangeNumber=",
                "afterTimestamp=5",
                "lang=!xx",
                "afterChangeNumber=1&afterChangeNumber=2"
            })
    void refusesWhatItDoesNotKnow(String query) {
        for (var path : List.of(SESSIONS, AVAILABILITY, "/v1/schedule-changes")) {
            given().urlEncodingEnabled(false)
                    .get(path + "?" + query)
                    .statusCode(400)
                    .body("type", containsString("/problems/"));
        }
    }

    @Test
    void answersBeyondTheEndWithALastPage() {
        given().get(AVAILABILITY + "?afterChangeNumber=9007199254740991")
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("next", equalTo("http://localhost:8080" + AVAILABILITY + "?afterChangeNumber=9007199254740991"));
    }

    @Test
    void tellsAppsWhatChangedInLessThanTwoKilobytes() {
        var centre = beijing(20);
        var session = session(centre, 10);
        eventually(SESSIONS, session, data -> true);
        eventually(AVAILABILITY, session, data -> true);
        var start = lastNumber();
        book(centre.staff(), session, "k", visitor("Guest", 7)).statusCode(201);
        var booked = delta(start, session);
        assertEquals("few", booked.at("/items/0/places").asText());
        assertEquals(3, booked.at("/items/0/placesLeft").asInt());
        assertFalse(booked.at("/items/0").has("title"), "only the places changed");
        assertTrue(booked.toString().length() < 2_000, booked.toString());
        var afterBooking = booked.get("afterChangeNumber").asLong();
        post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        var cancelled = delta(afterBooking, session);
        assertEquals("cancelled", cancelled.at("/items/0/status").asText());
        assertEquals("Atelier de dombra", cancelled.at("/items/0/title/fr").asText());
        assertEquals(centre.id(), cancelled.at("/items/0/centre/id").asText());
        assertEquals(1, cancelled.get("items").size(), "a session stands once in a delta");
        assertTrue(cancelled.toString().length() < 2_000, cancelled.toString());
        // The same number leads on in the feed.
        var feed = new FeedReader(SESSIONS + "?afterChangeNumber=" + afterBooking);
        feed.catchUp();
        assertEquals(List.of(session), List.copyOf(feed.held().keySet()));
    }

    @Test
    void tellsAppsOfOneCentreAlone() {
        var here = beijing(20);
        var there = centre("Europe/Paris", 20);
        var start = lastNumber();
        var mine = session(here, 10);
        var theirs = session(there, 10);
        eventually(SESSIONS, theirs, data -> true);
        eventually(AVAILABILITY, theirs, data -> true);
        given().get("/v1/schedule-changes?afterChangeNumber=" + start + "&centre=" + here.id())
                .statusCode(200)
                .body("items.id", equalTo(List.of(mine)))
                .body("complete", equalTo(true));
        var page = given().get("/v1/schedule-changes?afterChangeNumber=" + start + "&limit=1&centre=" + there.id())
                .body("complete", equalTo(false));
        given().header("If-None-Match", page.header("ETag"))
                .get("/v1/schedule-changes?afterChangeNumber=" + start + "&limit=1&centre=" + there.id())
                .statusCode(304);
    }

    @Test
    @DisplayName("E41: an app keeps its list current by items of the same shape, and is not behind what it has written")
    void tellsChangesInTheShapeOfTheSchedule() {
        var centre = beijing(20);
        var session = session(centre, 10);
        var whole = given().get("/v1/schedule?lang=fr&fields=usual,placesLeft&centre=" + centre.id())
                .statusCode(200)
                .<Map<String, Object>>path("items[0]");
        assertEquals(10, whole.get("placesLeft"));
        var start = lastNumber();
        var renamed = put(centre.staff(), "/v1/sessions/" + session, "*", "{\"capacity\":9}")
                .statusCode(200);
        var delta = "/v1/schedule-changes?lang=fr&afterChangeNumber=" + start;
        var newest = delta + "&changeNumber=" + renamed.header("Change-Number");
        var item = given().get(newest).statusCode(200).<Map<String, Object>>path("items[id=" + session + "]");
        whole.put("placesLeft", 9);
        assertEquals(whole, item);
        given().get(newest + "&fields=title,placesLeft")
                .body(
                        "items[id=" + session + "]",
                        equalTo(Map.of("id", session, "title", whole.get("title"), "placesLeft", 9)));
        given().get(delta + "&fields=nonsense").statusCode(400).body("errors[0].pointer", equalTo("?fields"));
        // It was prepared, and is not given to who has written since.
        var booked = book(centre.staff(), session, "k-" + session, visitor("Guest", 2))
                .statusCode(201);
        given().get(delta + "&changeNumber=" + booked.header("Change-Number"))
                .body("items[id=" + session + "].placesLeft", equalTo(7));
        given().get("/v1/schedule?fields=placesLeft&centre=" + centre.id() + "&changeNumber="
                        + booked.header("Change-Number"))
                .body("items[0].placesLeft", equalTo(7));
        given().get("/v1/schedule?centre=" + centre.id()).body("items[0].placesLeft", nullValue());
        given().get("/v1/schedule?fields=usual,description&centre=" + centre.id())
                .body("items[0].title", notNullValue());
    }

    private static JsonNode delta(long after, String session) {
        var path = "/v1/schedule-changes?lang=fr&afterChangeNumber=" + after;
        Eventually.isTrue(
                "the change is told",
                () -> FeedReader.json(given().get(path).asString()).get("items").size() > 0);
        var answer = FeedReader.json(
                given().get(path).header("Content-Language", not(equalTo("en"))).asString());
        assertEquals(session, answer.at("/items/0/id").asText());
        return answer;
    }

    @Test
    void letsAppsBeginBeforeTheyReadTheScheduleAndLoseNothing() {
        var session = session(beijing(20), 10);
        var start = given().get("/v1/schedule-changes")
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("complete", equalTo(true))
                .json()
                .getLong("afterChangeNumber");
        Eventually.isTrue(
                "what was planned a moment before is told",
                () -> given().get("/v1/schedule-changes?afterChangeNumber=" + start)
                        .json()
                        .getList("items.id")
                        .contains(session));
    }

    private static long lastNumber() {
        return Long.parseLong(value("select last_number from sequencer"));
    }

    private static void waits(TestCentre centre, String session) {
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "wait")
                .body(visitor("Second", 1))
                .post("/v1/sessions/" + session + "/waiting-list")
                .statusCode(201);
    }

    private static String value(String sql) {
        try (var connection = TestPostgres.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertMoves(String feed, String session, Runnable change) {
        eventually(feed, session, data -> true);
        var before = whole(feed).numbers().get(session);
        change.run();
        Eventually.isTrue("the item is moved", () -> whole(feed).numbers().get(session) > before);
    }

    private static FeedReader whole(String feed) {
        var reader = new FeedReader(feed);
        reader.catchUp();
        return reader;
    }

    private static JsonNode eventually(String feed, String session, Predicate<JsonNode> told) {
        var reader = new FeedReader(feed);
        Eventually.isTrue("the feed tells it of " + session, () -> {
            reader.catchUp();
            return reader.held().containsKey(session) && told.test(reader.held().get(session));
        });
        return reader.held().get(session);
    }

    private static String path(String address) {
        return address.substring("http://localhost:8080".length());
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("E39 changes of several centres can be followed")
    void tellsTheChangesOfSeveralCentres() {
        var here = beijing(20);
        var there = beijing(20);
        var start =
                given().get("/v1/schedule-changes").path("afterChangeNumber").toString();
        var sessions = List.of(session(here, 2), session(there, 2));
        Eventually.isTrue(
                "both are told",
                () -> given().get("/v1/schedule-changes?afterChangeNumber=" + start + "&centre=" + here.id() + ","
                                + there.id())
                        .json()
                        .getList("items.id")
                        .containsAll(sessions));
    }

    @ParameterizedTest
    @DisplayName("E39 a centre that does not exist is refused in every list")
    @ValueSource(
            strings = {
                "/v1/schedule-changes?centre=nowhere",
                "/v1/schedule?centre=nowhere",
                "/v1/sessions?centre=nowhere",
                "/v1/events?centre=nowhere",
                "/v1/courses?centre=nowhere",
                "/v1/programmes?centre=nowhere",
                "/v1/teachers?centre=nowhere"
            })
    void refusesACentreThatDoesNotExist(String list) {
        given().get(list).statusCode(400).body("errors[0].pointer", equalTo("?centre"));
    }

    @ParameterizedTest
    @DisplayName("E39 every list takes several centres, and several kinds where it has kinds")
    @ValueSource(strings = {"/v1/sessions", "/v1/events", "/v1/courses", "/v1/programmes", "/v1/teachers"})
    void takesSeveralCentres(String list) {
        var here = beijing(20);
        var there = beijing(20);
        session(here, 2);
        session(there, 2);
        EventFixtures.teacher(here, "Aigul Serik");
        EventFixtures.teacher(there, "Aigul Serik");
        var both = given().get(list + "?limit=500&centre=" + here.id() + "," + there.id())
                .statusCode(200);
        var of = both.json().<String>getList("items.centreId");
        assertTrue(of.stream().allMatch(id -> id.equals(here.id()) || id.equals(there.id())), of::toString);
        if (!List.of("/v1/courses", "/v1/programmes").contains(list)) {
            assertTrue(of.contains(here.id()) && of.contains(there.id()), of::toString);
        }
        if (List.of("/v1/sessions", "/v1/events").contains(list)) {
            given().get(list + "?kind=workshop,concert&centre=" + here.id()).body("items.size()", equalTo(1));
            given().get(list + "?kind=lecture,concert&centre=" + here.id()).body("items.size()", equalTo(0));
            given().get(list + "?kind=workshop,party").statusCode(400).body("errors[0].pointer", equalTo("?kind"));
        }
        given().get(list + "?centre=" + here.id() + ",nowhere")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?centre"));
    }
}
