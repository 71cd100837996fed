package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Test;

@EventServiceTest
class ScheduleTest {
    @Test
    void answersInTheReadersLanguageAndSaysWhich() {
        var centre = beijing(20);
        plan(centre, 0, "10:00");
        given().header("Accept-Language", "fr-CA,fr;q=0.9,en;q=0.5")
                .get("/v1/sessions?centre={centre}", centre.id())
                .statusCode(200)
                .header("Content-Language", "fr")
                .header("Vary", containsString("Accept-Language"))
                .body("items[0].event.title", equalTo(java.util.Map.of("fr", "Atelier de dombra")))
                .body("items[0].space.name", equalTo(java.util.Map.of("fr", "Salle")));
        given().get("/v1/sessions?centre={centre}&lang=*", centre.id()).body("items[0].event.title.size()", equalTo(2));
    }

    @Test
    void fallsBackAlongTheChainOfTheLanguage() {
        var centre = beijing(20);
        plan(centre, 0, "10:00");
        given().get("/v1/sessions?centre={centre}&lang=ar", centre.id())
                .body("items[0].event.title", equalTo(java.util.Map.of("en", "Dombra workshop")));
    }

    @Test
    void sendsNothingAgainToWhoHasItUntilAPlaceIsTaken() {
        var centre = beijing(20);
        var session = plan(centre, 0, "10:00");
        var tag = given().get("/v1/sessions?centre={centre}", centre.id()).header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/sessions?centre={centre}", centre.id())
                .statusCode(304)
                .header("ETag", tag);
        var single = given().get("/v1/sessions/" + session).header("ETag");
        book(centre.staff(), session, "k", visitor("Zhang Wei", 1)).statusCode(201);
        given().header("If-None-Match", tag)
                .get("/v1/sessions?centre={centre}", centre.id())
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("items[0].placesLeft", equalTo(19));
        given().header("If-None-Match", single).get("/v1/sessions/" + session).statusCode(200);
    }

    @Test
    void bookingDoesNotDisturbWhoEditsTheSession() {
        var centre = beijing(20);
        var session = plan(centre, 0, "10:00");
        var tag = given().get("/v1/sessions/" + session).header("ETag");
        book(centre.staff(), session, "k", visitor("Zhang Wei", 1)).statusCode(201);
        post(centre.staff(), "/v1/sessions/" + session + "/cancellation", tag, "{}")
                .statusCode(200);
    }

    @Test
    void givesEverySessionExactlyOnceOverItsPages() {
        var centre = beijing(20);
        for (int hour = 8; hour < 20; hour += 2) {
            plan(centre, 0, "%02d:00".formatted(hour));
        }
        var seen = new ArrayList<String>();
        var next = "/v1/sessions?centre=" + centre.id() + "&limit=4";
        while (next != null) {
            var page = given().urlEncodingEnabled(false).get(next).statusCode(200);
            seen.addAll(page.<List<String>>path("items.id"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf("/v1"), link.indexOf('>'));
        }
        assertEquals(6, seen.size());
        assertEquals(6, new HashSet<>(seen).size());
    }

    @Test
    void takesDaysAsLocalDaysOfThePlace() {
        var centre = beijing(20);
        plan(centre, 0, "08:00"); // still the day before in UTC
        given().get("/v1/sessions?centre={c}&from={f}&to={t}", centre.id(), day(0).toString(), day(0).toString())
                .body("items", hasSize(1));
        given().get("/v1/sessions?centre={c}&from={f}&to={t}", centre.id(), day(-1).toString(), day(-1).toString())
                .body("items", empty());
        given().get(
                        "/v1/sessions?centre={c}&from={f}T00:00:00Z&to={t}T02:00:00Z",
                        centre.id(),
                        day(0).toString(),
                        day(0).toString())
                .body("items", hasSize(1));
    }

    @Test
    void filtersByKind() {
        var centre = beijing(20);
        plan(centre, 0, "10:00");
        given().get("/v1/sessions?centre={c}&kind=workshop", centre.id()).body("items", hasSize(1));
        given().get("/v1/sessions?centre={c}&kind=concert", centre.id()).body("items", empty());
    }

    @Test
    void showsANewNameOfASpaceAndMovesItsSessionsInTheFeed() {
        var centre = centre("Europe/Paris", 20);
        var session = plan(centre, 0, "10:00");
        Eventually.isTrue("the session is in the feed", () -> count(feed(session)) == 1);
        applySpace(centre.space(), centre.id(), 2, "Abai hall", 20, centre.space());
        given().get("/v1/sessions/" + session).body("space.name.en", equalTo("Abai hall"));
        Eventually.isTrue(
                "the item moved to the end",
                () -> count(feed(session) + " and number > (select min(number) from feed_item where item = '" + session
                                + "' and feed = 'availability')")
                        == 1);
    }

    @Test
    void refusesACursorThatWasChangedOrBelongsToAnotherQuestion() {
        var centre = beijing(20);
        plan(centre, 0, "10:00");
        plan(centre, 0, "14:00");
        String cursor =
                given().get("/v1/sessions?centre={c}&limit=1", centre.id()).path("next");
        var flipped = (cursor.charAt(5) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (var bad : List.of(flipped, cursor.substring(2), "%%%", "x")) {
            given().queryParam("centre", centre.id())
                    .queryParam("cursor", bad)
                    .get("/v1/sessions")
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
        given().get("/v1/sessions?kind=concert&cursor={cursor}", cursor).statusCode(400);
    }

    private static String feed(String session) {
        return "select 1 from feed_item where feed = 'sessions' and item = '" + session + "'";
    }

    private static String plan(TestCentre centre, int ahead, String from) {
        var to = "%02d:00".formatted(Integer.parseInt(from.substring(0, 2)) + 1);
        return created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event(centre), centre.space(), day(ahead) + "T" + from, day(ahead) + "T" + to)));
    }
}
