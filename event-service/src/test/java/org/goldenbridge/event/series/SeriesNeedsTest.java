package org.goldenbridge.event.series;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sessions of a series need beside their room, and the preview of a change that moves them. */
@EventServiceTest
@DisplayName("E36 a preview of a series says of teachers and equipment what the change says")
class SeriesNeedsTest {
    private static final String VENUE =
            "\"venue\":{\"name\":{\"en\":\"Hall\"},\"city\":{\"en\":\"Beijing\"},\"country\":\"CN\",\"zone\":\"Asia/Shanghai\"}";

    /** What was cancelled by itself stands among the exceptions of the series. */
    private static final String PUT_BACK = "\"removeExceptions\":[\"2028-04-03T10:00\",\"2028-04-04T10:00\"]";

    private final TestCentre centre = beijing(20);

    @ParameterizedTest
    @ValueSource(strings = {"room", "venue"})
    void aTeacherWhoIsTaken(String where) {
        var teacher = teacher(centre, "Aigul Sarsenova");
        var teachers = "{\"teacherIds\":[\"" + teacher + "\"],\"capacity\":10}";
        var series = series(where, 2);
        var session = followingWith(series, teachers);
        elsewhere("\"teacherIds\":[\"" + teacher + "\"]");
        refused(series, session, "teacher-taken", "clashes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "venue"})
    void equipmentThatIsTaken(String where) {
        var dombras = dombras(centre, 12);
        var needs = "\"equipment\":[{\"equipmentId\":\"%s\",\"quantity\":8}]".formatted(dombras);
        var series = series(where, 2);
        var session = followingWith(series, "{" + needs + ",\"capacity\":10}");
        elsewhere(needs);
        refused(series, session, "equipment-taken", "shortages");
    }

    @Test
    void equipmentPerPersonThatIsEnoughForFewerThanAreBooked() {
        var dombras = dombras(centre, 12);
        var series = series("room", 2);
        var session = followingWith(
                series, "{\"equipment\":[{\"equipmentId\":\"%s\",\"quantity\":4,\"perPerson\":1}]}".formatted(dombras));
        book(centre.staff(), session, "k-" + session, visitor("Aru", 4)).statusCode(201);
        var change = "{\"scope\":\"all\",\"capacity\":3," + PUT_BACK + "}";
        post(centre.staff(), "/v1/series/" + series + "/previews", change)
                .body("possible", equalTo(false))
                .body("occurrences[0].placesBooked", equalTo(4));
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", change)
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-booked"))
                .body("occurrences", hasSize(1));
    }

    @Test
    void oneTeacherOfTwoSessionsThatWouldOverlap() {
        var teacher = teacher(centre, "Aigul Sarsenova");
        var series = series("venue", 2);
        for (var session : sessions(series)) {
            with(session, "{\"teacherIds\":[\"" + teacher + "\"],\"capacity\":10}");
        }
        freed(series);
        var change = "{\"scope\":\"all\",\"duration\":\"P2D\"," + PUT_BACK + "}";
        post(centre.staff(), "/v1/series/" + series + "/previews", change)
                .body("possible", equalTo(false))
                .body("occurrences[0].clashes", hasSize(0))
                .body("occurrences[1].clashes", hasSize(1));
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", change)
                .statusCode(409)
                .body("type", equalTo("/problems/teacher-taken"))
                .body("occurrences", hasSize(1));
    }

    /** The preview tells of the first occurrence alone, and so does the refusal of the change. */
    private void refused(String series, String session, String code, String member) {
        var start = given().get("/v1/sessions/" + session).<String>path("seriesStart");
        var change = "{\"scope\":\"all\",\"removeExceptions\":[\"%s\"],\"time\":\"15:00\"}".formatted(start);
        post(centre.staff(), "/v1/series/" + series + "/previews", change)
                .statusCode(200)
                .body("possible", equalTo(false))
                .body("occurrences[0]." + member, hasSize(1))
                .body("occurrences[1]." + member, hasSize(0));
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", change)
                .statusCode(409)
                .body("type", equalTo("/problems/" + code))
                .body("occurrences", hasSize(1))
                .body("occurrences[0].seriesStart", equalTo(start.replace("10:00", "15:00")))
                .body("occurrences[0]." + member, hasSize(1));
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", change.replace("15:00", "17:00"))
                .statusCode(200);
    }

    /** The first session with what it needs; it follows its series again. */
    private String followingWith(String series, String needs) {
        var session = sessions(series).get(0);
        with(session, needs);
        freed(series);
        return session;
    }

    private void with(String session, String needs) {
        put(centre.staff(), "/v1/sessions/" + session, "*", needs).statusCode(200);
    }

    /** Sessions that were edited follow their series again: cancelled, folded into it by a change, and restored. */
    private void freed(String series) {
        var sessions = sessions(series);
        for (var session : sessions) {
            post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                    .statusCode(200);
        }
        var extra = "{\"scope\":\"all\",\"capacity\":9,\"addDates\":[\"2028-05-20T10:00\"]}";
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", extra).statusCode(200);
        for (var session : sessions) {
            post(centre.staff(), "/v1/sessions/" + session + "/restoration", "*", "{}")
                    .statusCode(200);
        }
    }

    private void elsewhere(String needs) {
        created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"2028-04-03T15:00","endsAt":"2028-04-03T16:00","capacity":10,%s,%s}""".formatted(event(centre), VENUE, needs)));
    }

    private String series(String where, int count) {
        var place = where.equals("room") ? "\"spaceId\":\"" + centre.space() + "\"" : VENUE;
        return created(post(centre.staff(), "/v1/series", """
                {"eventId":"%s","startsOn":"2028-04-03T10:00","duration":"PT1H","rule":"FREQ=DAILY;COUNT=%d","capacity":10,%s}""".formatted(event(centre), count, place)));
    }

    private static List<String> sessions(String series) {
        return given().get("/v1/sessions?limit=100&from=2028-01-01&series=" + series)
                .statusCode(200)
                .path("items.id");
    }
}
