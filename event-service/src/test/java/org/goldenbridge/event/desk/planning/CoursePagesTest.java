package org.goldenbridge.event.desk.planning;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
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

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class CoursePagesTest {
    private static Map<String, Object> twelve() {
        return fields(
                "capacity",
                "12",
                "minimum",
                "5",
                "extraPlaces",
                "3",
                "dropIn",
                "true",
                "lessonPrice",
                "15",
                "currency",
                "EUR");
    }

    private static String planned(TestCentre centre, String event) {
        var desk = Planner.staff(centre);
        var key = desk.key("/desk/events/" + event + "/courses/new");
        desk.send("/desk/events/" + event + "/courses", with(twelve(), "key", key))
                .statusCode(303);
        return key;
    }

    private static void lessons(TestCentre centre, String event, String course) {
        var from = day(4);
        var form = fields(
                "startsOn", from.toString(),
                "time", "10:00",
                "minutes", "90",
                "spaceId", centre.space().toString(),
                "every", "1",
                "unit", "weekly",
                "ends", "count",
                "times", "3",
                "courseId", course,
                "key", UUID.randomUUID().toString());
        form.put("weekday", List.of(SeriesForm.DAYS.get(from.getDayOfWeek().getValue() - 1)));
        Planner.staff(centre).send("/desk/events/" + event + "/series", form).statusCode(303);
    }

    @Test
    void plansACourseWithLessonsBySeries() {
        var centre = beijing(20);
        var event = event(centre);
        var id = planned(centre, event);
        var desk = Planner.staff(centre);
        desk.page("/desk/events/" + event + "/series/new?course=" + id)
                .body(allOf(
                        containsString("name=\"courseId\" value=\"" + id), not(containsString("name=\"capacity\""))));
        lessons(centre, event, id);
        desk.page("/desk/courses/" + id)
                .statusCode(200)
                .body(allOf(
                        containsString("0 of 12 enrolled"),
                        containsString("3 lessons"),
                        containsString("name=\"dropIn\" value=\"true\" checked")));
        desk.page("/desk/events/" + event).body(containsString("/desk/courses/" + id));
        desk.send("/desk/events/" + event + "/courses", with(twelve(), "key", id))
                .statusCode(303);
        assertEquals(1, count("select from course where event_id = '" + event + "'"));
    }

    @Test
    void plansOneLessonByItself() {
        var centre = beijing(20);
        var event = event(centre);
        var course = planned(centre, event);
        var desk = Planner.staff(centre);
        desk.page("/desk/courses/" + course)
                .body(containsString("/desk/planning?event=" + event + "&amp;course=" + course));
        desk.page("/desk/planning?event=" + event + "&course=" + course + "&start=" + day(4) + "T18:00")
                .statusCode(200)
                .body(allOf(
                        containsString("name=\"course\" value=\"" + course),
                        containsString("value=\"" + event + "\" checked"),
                        not(containsString("name=\"capacity\""))));
        desk.send(
                        "/desk/planning",
                        fields(
                                "centre",
                                centre.id(),
                                "event",
                                event,
                                "course",
                                course,
                                "date",
                                day(4).toString(),
                                "start",
                                "18:00",
                                "end",
                                "19:30",
                                "place",
                                centre.space().toString(),
                                "needs",
                                "true",
                                "key",
                                UUID.randomUUID().toString()))
                .statusCode(303);
        assertEquals(1, count("select from session where course_id = '" + course + "'"));
    }

    @Test
    void editsACourseAndShowsBothWhenSomebodyElseHas() {
        var centre = beijing(20);
        var event = event(centre);
        var path = "/desk/courses/" + planned(centre, event);
        var desk = Planner.staff(centre);
        var version = desk.version(path);
        desk.send(path, with(with(twelve(), "version", version), "capacity", "14"))
                .statusCode(303);
        desk.send(path, with(with(twelve(), "version", version), "capacity", "16"))
                .statusCode(412)
                .body(allOf(containsString("value=\"16\""), containsString("By now it is: <bdi>14</bdi>")));
        desk.page(path).body(containsString("name=\"capacity\" inputmode=\"numeric\" value=\"14\""));
    }

    @ParameterizedTest
    @CsvSource({
        "capacity, '', 400, Fill this in.",
        "capacity, twelve, 400, A whole number from 1 to 100000.",
        "minimum, 13, 422, The minimum is above the number of places.",
        "extraPlaces, 0, 422, Say how many more places each lesson has.",
        "currency, money, 400, A currency code such as EUR.",
        "lessonPrice, free, 400, An amount such as 12.50.",
    })
    void saysBesideTheFieldWhatIsNotRight(String field, String value, int status, String fault) {
        var centre = beijing(20);
        var event = event(centre);
        Planner.staff(centre)
                .send("/desk/events/" + event + "/courses", with(twelve(), field, value))
                .statusCode(status)
                .body(allOf(
                        containsString("<em class=\"fault\">" + fault + "</em>"),
                        containsString("name=\"" + field + "\"")));
        assertEquals(0, count("select from course where event_id = '" + event + "'"));
    }

    @Test
    void cancelsWithTheNumberItReachesAndTakesItBack() {
        var centre = beijing(20);
        var event = event(centre);
        var id = planned(centre, event);
        lessons(centre, event, id);
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "one")
                .body(visitor("Aru Serik", 2))
                .post("/v1/courses/{id}/bookings", id)
                .statusCode(201);
        var desk = Planner.staff(centre);
        var path = "/desk/courses/" + id;
        desk.page(path).body(containsString("2 of 12 enrolled"));
        desk.page(path + "/cancellation").statusCode(200).body(containsString("2 people have to be told"));
        desk.send(path + "/cancellation", fields("version", desk.version(path), "reason.en", "Too few"))
                .statusCode(303);
        assertEquals(0, count("select from session where course_id = '" + id + "' and status = 'scheduled'"));
        desk.send(path, with(twelve(), "version", "9")).statusCode(org.hamcrest.Matchers.oneOf(409, 412));
        desk.page(path).body(containsString("Take the cancellation back"));
        desk.send(path + "/restoration", Map.of("version", desk.version(path))).statusCode(303);
        assertEquals(3, count("select from session where course_id = '" + id + "' and status = 'scheduled'"));
        desk.send(path + "/restoration", Map.of("version", desk.version(path)))
                .statusCode(409)
                .body(containsString("It is not cancelled."));
    }

    @Test
    void doesNotTakeAnIdOfSomethingElseForItsKey() {
        var centre = beijing(20);
        var session = session(centre, 5);
        Planner.staff(centre)
                .send("/desk/events/" + event(centre) + "/courses", with(twelve(), "key", session))
                .statusCode(org.hamcrest.Matchers.oneOf(400, 409));
    }

    @Test
    void belongsToTheDeskOfItsCentre() {
        var centre = beijing(20);
        var event = event(centre);
        var id = planned(centre, event);
        var other = Planner.staff(beijing(5));
        other.page("/desk/courses/" + id).statusCode(200).body(containsString("disabled"));
        other.send("/desk/courses/" + id, with(twelve(), "version", "0")).statusCode(403);
        other.page("/desk/courses/" + id + "/cancellation").statusCode(403);
        other.send("/desk/courses/" + id + "/cancellation", fields("version", "0"))
                .statusCode(403);
        other.send("/desk/courses/" + id + "/restoration", fields("version", "0"))
                .statusCode(403);
        other.page("/desk/events/" + event + "/courses/new").statusCode(403);
    }

    @Test
    @DisplayName("E58: the cancellation of a course is not taken back while its event is cancelled")
    void offersNoRestorationUnderACancelledEvent() {
        var centre = beijing(20);
        String event = event(centre);
        String course =
                created(post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",\"capacity\":10}".formatted(event)));
        post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{}")
                .statusCode(200);
        Planner.manager(centre)
                .page("/desk/courses/" + course)
                .statusCode(200)
                .body(not(containsString("/restoration")), not(containsString("/cancellation")));
    }
}
