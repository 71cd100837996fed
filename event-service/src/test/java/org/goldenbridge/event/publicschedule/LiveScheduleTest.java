package org.goldenbridge.event.publicschedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
class LiveScheduleTest {

    private static Ear listen(String query, String lastEventId) {
        return Ear.at("http://localhost:" + TestRequest.port() + "/v1/schedule/live" + query, lastEventId);
    }

    @Test
    void tellsOfPlacesAndOfSessionsAsTheyChange() {
        var centre = beijing(20);
        var session = session(centre, 2);
        try (var ear = listen("?centre=" + centre.id(), null)) {
            ear.hear(heard -> heard.name().equals("hello"));
            book(centre.staff(), session, "k-" + session, visitor("Aru", 1)).statusCode(201);
            var places = ear.hear(heard -> heard.data().contains("\"placesLeft\":1"));
            assertEquals("places", places.name());
            assertTrue(places.data().contains("\"id\":\"" + session + "\""), places.data());
            assertTrue(places.data().contains("\"places\":\"few\""), places.data());
            post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                    .statusCode(200);
            ear.hear(heard -> heard.name().equals("session") && heard.data().contains("\"cancelled\":true"));
        }
    }

    @Test
    void tellsNothingOfOtherCentres() {
        var here = beijing(20);
        var there = beijing(20);
        try (var ear = listen("?centre=" + here.id(), null)) {
            ear.hear(heard -> heard.name().equals("hello"));
            session(there, 2);
            var own = session(here, 2);
            var first = ear.hear(heard -> heard.name().equals("session"));
            assertTrue(first.data().contains(own), first.data());
        }
    }

    @Test
    void tellsWhoComesBackWhatTheyMissed() {
        var centre = beijing(20);
        var session = session(centre, 5);
        String last;
        try (var ear = listen("?centre=" + centre.id(), null)) {
            ear.hear(heard -> heard.name().equals("hello"));
            book(centre.staff(), session, "first-" + session, visitor("Dina", 1))
                    .statusCode(201);
            // Behind the facts of the centre, which would be told as one reload.
            last = ear.hear(heard -> heard.data().contains("\"placesLeft\":4")).id();
        }
        book(centre.staff(), session, "k-" + session, visitor("Aru", 1)).statusCode(201);
        var other = session(centre, 5);
        try (var ear = listen("?centre=" + centre.id(), last)) {
            var places = ear.hear(
                    heard -> heard.name().equals("places") && heard.data().contains(session));
            assertTrue(places.data().contains("\"placesLeft\":3"), places.data());
            ear.hear(heard -> heard.name().equals("session") && heard.data().contains(other));
        }
    }

    @Test
    void saysWhatIsOnNowAndWhatComesNext() {
        var centre = beijing(20);
        var session = session(centre, 5);
        try (var ear = listen("?centre=" + centre.id(), null)) {
            var state = ear.hear(heard -> heard.name().equals("now-next"));
            assertTrue(
                    state.data()
                            .startsWith(
                                    "{\"centreId\":\"" + centre.id() + "\",\"now\":[],\"next\":[{\"id\":\"" + session),
                    state.data());
            var next = session(centre, 5);
            var then = ear.hear(heard -> heard.name().equals("now-next"));
            assertTrue(then.data().contains(next), then.data());
        }
    }

    @Test
    @DisplayName("E53 what is on comes in one language, with its space, also when it is cancelled")
    void saysWhereItIsAndWhetherItTakesPlace() {
        var centre = beijing(20);
        var session = session(centre, 5);
        post(centre.manager(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        try (var ear = listen("?lang=fr&centre=" + centre.id(), null)) {
            var shown = ear.hear(heard ->
                            heard.name().equals("now-next") && heard.data().contains("cancelled"))
                    .data();
            assertTrue(shown.contains("\"spaceId\":\"" + centre.space() + "\""), shown);
            assertTrue(shown.contains("\"title\":{\"fr\":") && !shown.contains("\"en\":"), shown);
        }
        try (var ear = listen("?centre=" + centre.id(), null)) {
            var shown = ear.hear(heard -> heard.name().equals("now-next")).data();
            assertTrue(shown.contains("\"en\":") && shown.contains("\"fr\":"), shown);
        }
        given().get("/v1/schedule/live?lang=%2D%2D").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"centre=nowhere, ?centre", "'centre=,', ?centre", "zone=Mars, ?zone"})
    void saysWhatIsWrong(String query, String pointer) {
        given().get("/v1/schedule/live?" + query)
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.equalTo(List.of(pointer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "-1", "999999999999999999", "1"})
    @DisplayName("E53 whoever was away for long is told once to read the schedule again")
    void tellsWhoWasAwayForLongToReadAgain(String lastEventId) {
        var centre = beijing(20);
        try (var ear = listen("?centre=" + centre.id(), lastEventId)) {
            var reload = ear.hear(heard -> !heard.name().isEmpty());
            assertEquals("reload", reload.name());
            var next = ear.hear(heard -> !heard.name().isEmpty());
            assertEquals("hello", next.name());
            assertEquals(next.id(), reload.id());
        }
    }

    @Test
    @DisplayName("E39 several centres can be listened to")
    void tellsOfSeveralCentres() {
        var here = beijing(20);
        var there = beijing(20);
        var elsewhere = beijing(20);
        try (var ear = listen("?centre=" + here.id() + "," + there.id(), null)) {
            ear.hear(heard -> heard.name().equals("hello"));
            session(elsewhere, 2);
            for (var own : List.of(session(here, 2), session(there, 2))) {
                var first = ear.hear(heard -> heard.name().equals("session"));
                assertTrue(first.data().contains(own), first.data());
            }
        }
    }
}
