package org.goldenbridge.event.linkeddata;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.Test;

/** Sessions, events and programmes at addresses of their own, as schema.org has them. */
@EventServiceTest
class LinkedDataTest {
    private static final String PATH = "/v1/linked-data";

    @Test
    void showsASessionInTheReadersLanguageAndTellsWhetherItIsTheSame() {
        var centre = beijing(20);
        var session = session(centre, event(centre, null, false), 1);
        var answer = given().header("Accept-Language", "fr")
                .get(PATH + "/sessions/" + session)
                .statusCode(200)
                .contentType(startsWith("application/ld+json"))
                .header("Content-Language", containsString("fr"))
                .header("Vary", containsString("Accept-Language"))
                .body("'@type'", equalTo("MusicEvent"))
                .body("'@id'", equalTo("http://localhost:8080" + PATH + "/sessions/" + session))
                .body("name", equalTo("Concert de kobyz"))
                .body("location.name", equalTo("Salle"))
                .body("remainingAttendeeCapacity", equalTo(20));
        given().header("Accept-Language", "fr")
                .header("If-None-Match", answer.header("ETag"))
                .get(PATH + "/sessions/" + session)
                .statusCode(304);
    }

    @Test
    void showsAnEventWithItsSessionsInOrder() {
        var centre = beijing(20);
        var event = event(centre, null, false);
        var later = session(centre, event, 5);
        var sooner = session(centre, event, 2);
        given().get(PATH + "/events/" + event)
                .statusCode(200)
                .body("'@type'", equalTo("EventSeries"))
                .body("name", equalTo("Kobyz concert"))
                .body("startDate", equalTo(day(2) + "T10:00:00+08:00"))
                .body("endDate", equalTo(day(5) + "T11:00:00+08:00"))
                .body("location.name", equalTo("Music hall"))
                .body("organizer.name", equalTo("Centre"))
                .body("subEvent[0].identifier", equalTo(sooner))
                .body("subEvent[1].identifier", equalTo(later));
    }

    @Test
    void showsAProgrammeWithWhatStandsUnderItAndItsParts() {
        var centre = beijing(20);
        var festival = programme(centre, "festival", null);
        var part = programme(centre, "season", festival);
        var event = event(centre, part, false);
        var session = session(centre, event, 3);
        given().get(PATH + "/programmes/" + festival)
                .statusCode(200)
                .body("'@type'", equalTo("Festival"))
                .body("startDate", equalTo(day(0).toString()))
                .body("endDate", equalTo(day(30).toString()))
                .body("subEvent.identifier", equalTo(java.util.List.of(session)));
        given().get(PATH + "/programmes/" + part)
                .body("superEvent.'@id'", equalTo("http://localhost:8080" + PATH + "/programmes/" + festival));
    }

    @Test
    void showsNothingOfDraftsOrOfWhatIsNotThere() {
        var centre = beijing(20);
        var event = event(centre, null, true);
        var session = session(centre, event, 4);
        var nothing = UUID.randomUUID();
        for (var path : new String[] {
            "/events/" + event,
            "/sessions/" + session,
            "/events/" + nothing,
            "/sessions/" + nothing,
            "/programmes/" + nothing
        }) {
            given().get(PATH + path).statusCode(404).body("type", equalTo("/problems/not-found"));
        }
        given().get(PATH + "/sessions/not-an-id").statusCode(404);
    }

    private static String programme(TestCentre centre, String kind, String parent) {
        var programme = created(post(centre.staff(), "/v1/programmes", """
                {"centreId":"%s","kind":"%s","title":{"en":"Days of music"},"startsOn":"%s","endsOn":"%s"%s}""".formatted(
                        centre.id(), kind, day(0), day(30), parent == null ? "" : ",\"parentId\":\"" + parent + "\"")));
        post(centre.staff(), "/v1/programmes/" + programme + "/announcement", "*", "")
                .statusCode(200);
        return programme;
    }

    private static String event(TestCentre centre, String programme, boolean draft) {
        return created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","title":{"en":"Kobyz concert","fr":"Concert de kobyz"},"audience":"everyone",
                 "draft":%s%s}""".formatted(
                        centre.id(), draft, programme == null ? "" : ",\"programmeId\":\"" + programme + "\"")));
    }

    private static String session(TestCentre centre, String event, int ahead) {
        return created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event, centre.space(), day(ahead) + "T10:00", day(ahead) + "T11:00")));
    }
}
