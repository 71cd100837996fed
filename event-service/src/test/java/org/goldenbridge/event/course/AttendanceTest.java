package org.goldenbridge.event.course;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.course.Courses.act;
import static org.goldenbridge.event.course.Courses.course;
import static org.goldenbridge.event.course.Courses.enrol;
import static org.goldenbridge.event.course.Courses.id;
import static org.goldenbridge.event.course.Courses.keyed;
import static org.goldenbridge.event.course.Courses.lesson;
import static org.goldenbridge.event.course.Courses.lessonsOf;
import static org.goldenbridge.event.course.Courses.note;
import static org.goldenbridge.event.course.Courses.places;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@EventServiceTest
class AttendanceTest {
    private static final String SIX = "\"capacity\":6,\"extraPlaces\":2";

    @Test
    void isNotedForEverybodyWhoIsExpected() {
        var centre = beijing(20);
        var course = course(centre, event(centre), SIX + ",\"dropIn\":true", 0);
        var lesson = lessonsOf(course).get(0);
        String enrolled = id(enrol(centre, course, "Enrolled", 30, 31).statusCode(201));
        String dropIn =
                id(book(centre.staff(), lesson, "a", visitor("Drop In", 1)).statusCode(201));
        String gone = id(enrol(centre, course, "Left Again").statusCode(201));
        act(centre, "/v1/bookings/" + gone + "/cancellation").statusCode(200);
        attendance(centre, lesson)
                .body("items.bookingId", contains(enrolled, dropIn))
                .body("items.as", contains("enrolment", "booking"))
                .body("items.places", contains(2, 1))
                .body("items[0].name", equalTo("Enrolled"))
                .body("items[0].present", nullValue());
        note(centre, lesson, enrolled, 1).statusCode(409).body("type", equalTo("/problems/session-ahead"));
        today(lesson);
        note(centre, lesson, enrolled, 3).statusCode(422).body("type", equalTo("/problems/more-than-booked"));
        note(centre, lesson, enrolled, -1).statusCode(400);
        note(centre, lesson, gone, 1).statusCode(404);
        note(centre, lesson, UUID.randomUUID().toString(), 1).statusCode(404);
        note(centre, lesson, enrolled, 1).statusCode(200).body("present", equalTo(1));
        note(centre, lesson, enrolled, 1).statusCode(200);
        note(centre, lesson, enrolled, 2).statusCode(200).body("present", equalTo(2));
        assertEquals(
                2,
                count("select 1 from audit where action = 'attendance-noted' and booking_id = '" + enrolled + "'"),
                "saying the same twice is no change");
        attendance(centre, lesson).body("items[0].present", equalTo(2));
        attendance(centre, lessonsOf(course).get(1)).body("items.bookingId", contains(enrolled));
    }

    @Test
    void isForTheDeskOfTheCentreAlone() {
        var centre = beijing(20);
        var other = beijing(20);
        var session = session(centre, 5);
        String booking = id(book(centre.staff(), session, "a", visitor("Guest", 1)));
        given().get("/v1/sessions/" + session + "/attendance").statusCode(401);
        given().bearer(other.staff())
                .get("/v1/sessions/" + session + "/attendance")
                .statusCode(403);
        note(other, session, booking, 0).statusCode(403);
        post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        note(centre, session, booking, 0).statusCode(404);
    }

    @Test
    void letsWhoMissedALessonMakeUpForItOnceInAnotherCourse() {
        var centre = beijing(20);
        var course = course(centre, event(centre), SIX, 0);
        var other = course(centre, event(centre), SIX, 10);
        var missed = lessonsOf(course).get(1);
        var instead = lessonsOf(other).get(0);
        lesson(instead).body("places", equalTo("none")).body("placesLeft", equalTo(0));
        book(centre.staff(), instead, "a", visitor("Nobody Drops In", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/enrolled-only"));
        keyed(centre, "/v1/sessions/" + instead + "/holds", "{\"places\":1}")
                .statusCode(409)
                .body("type", equalTo("/problems/enrolled-only"));
        String enrolled = id(enrol(centre, course, "Camille Laurent", 30).statusCode(201));
        makeUp(centre, enrolled, missed, instead).statusCode(409).body("type", equalTo("/problems/not-missed"));
        note(centre, missed, enrolled, 0).statusCode(200);
        makeUp(centre, enrolled, missed, missed).statusCode(422).body("type", equalTo("/problems/same-lesson"));
        makeUp(centre, enrolled, instead, missed).statusCode(422).body("type", equalTo("/problems/not-a-lesson"));
        makeUp(centre, enrolled, missed, session(centre, 5))
                .statusCode(422)
                .body("type", equalTo("/problems/not-a-lesson"));
        String made = id(makeUp(centre, enrolled, missed, instead)
                .statusCode(201)
                .body("sessionId", equalTo(instead))
                .body("makesUpFor", equalTo(enrolled))
                .body("missedLesson", equalTo(missed))
                .body("visitor.name", equalTo("Camille Laurent"))
                .body("price", nullValue()));
        makeUp(centre, enrolled, missed, lessonsOf(other).get(1))
                .statusCode(409)
                .body("type", equalTo("/problems/made-up-already"));
        attendance(centre, instead).body("items.as", contains("make-up"));
        places(centre, "/v1/sessions/" + instead).body("taken", equalTo(7));
        act(centre, "/v1/bookings/" + made + "/cancellation").statusCode(200);
        makeUp(centre, enrolled, missed, lessonsOf(other).get(1)).statusCode(201);
        act(centre, "/v1/bookings/" + enrolled + "/cancellation").statusCode(200);
        makeUp(centre, enrolled, missed, instead).statusCode(409).body("type", equalTo("/problems/not-enrolled"));
    }

    @Test
    void ofTwoDesksThatMakeUpForOneLessonAtOnceOneDoes() throws Exception {
        var centre = beijing(20);
        var course = course(centre, event(centre), "\"capacity\":10,\"extraPlaces\":10", 0);
        var lessons = lessonsOf(course);
        var others = lessonsOf(course(centre, event(centre), "\"capacity\":10,\"extraPlaces\":10", 20));
        for (var round = 0; round < 10; round++) {
            String enrolled = id(enrol(centre, course, "Guest " + round).statusCode(201));
            note(centre, lessons.get(3), enrolled, 0).statusCode(200);
            var threads = Executors.newFixedThreadPool(2);
            try {
                var answers = threads.invokeAll(List.<Callable<Integer>>of(
                        () -> status(makeUp(centre, enrolled, lessons.get(3), others.get(0))),
                        () -> status(makeUp(centre, enrolled, lessons.get(3), others.get(1)))));
                assertEquals(
                        List.of(201, 409),
                        List.of(answers.get(0).get(), answers.get(1).get()).stream()
                                .sorted()
                                .toList(),
                        "round " + round);
            } finally {
                threads.shutdown();
            }
        }
    }

    private static int status(TestResponse answer) {
        return answer.statusCode();
    }

    @Test
    void theIndexRefusesASecondMakeUpWhateverTheCodeDoes() throws SQLException {
        var centre = beijing(20);
        var course = course(centre, event(centre), SIX, 0);
        var lessons = lessonsOf(course);
        var others = lessonsOf(course(centre, event(centre), SIX, 20));
        String enrolled = id(enrol(centre, course, "Enrolled").statusCode(201));
        note(centre, lessons.get(0), enrolled, 0).statusCode(200);
        makeUp(centre, enrolled, lessons.get(0), lessons.get(1))
                .statusCode(409)
                .body(
                        "type",
                        equalTo("/problems/already-booked")); // E60: who is enrolled has every lesson of the course
        String made = id(makeUp(centre, enrolled, lessons.get(0), others.get(0)).statusCode(201));
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            var fault = assertThrows(SQLException.class, () -> statement.execute("""
                            insert into booking (id, opportunity_id, visitor_id, places, status, booked_by, booked_at,
                                                 make_up_for, missed_lesson)
                            select gen_random_uuid(), '%s', visitor_id, places, status, booked_by, booked_at,
                                   make_up_for, missed_lesson
                            from booking where id = '%s'""".formatted(others.get(1), made)));
            assertEquals("23505", fault.getSQLState());
        }
    }

    private static TestResponse makeUp(TestCentre centre, String enrolment, String missed, String instead) {
        return keyed(
                centre,
                "/v1/bookings/" + enrolment + "/make-up-lessons",
                "{\"missedLesson\":\"%s\",\"sessionId\":\"%s\"}".formatted(missed, instead));
    }

    private static TestResponse attendance(TestCentre centre, String session) {
        return given().bearer(centre.staff())
                .get("/v1/sessions/" + session + "/attendance")
                .statusCode(200);
    }

    /** Lets the session be on today. */
    private static void today(String session) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update session set starts_at = now() + interval '1 minute', ends_at = now() + interval '1 hour',"
                            + " series_override = true"
                            + " where id = '" + session + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
