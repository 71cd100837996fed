package org.goldenbridge.event.course;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.course.Courses.act;
import static org.goldenbridge.event.course.Courses.children;
import static org.goldenbridge.event.course.Courses.course;
import static org.goldenbridge.event.course.Courses.enrol;
import static org.goldenbridge.event.course.Courses.id;
import static org.goldenbridge.event.course.Courses.keyed;
import static org.goldenbridge.event.course.Courses.lesson;
import static org.goldenbridge.event.course.Courses.lessons;
import static org.goldenbridge.event.course.Courses.lessonsOf;
import static org.goldenbridge.event.course.Courses.places;
import static org.goldenbridge.event.course.Courses.plan;
import static org.goldenbridge.event.course.Courses.put;
import static org.goldenbridge.event.course.Courses.read;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.Test;

@EventServiceTest
class CourseTest {
    private static final String TWELVE = "\"capacity\":12,\"minimum\":5,\"extraPlaces\":3,\"dropIn\":true";

    @Test
    void isOneEnrolmentForAllLessonsEachOfWhichKeepsItsPlace() {
        var paris = centre("Europe/Paris", 20);
        var event = event(paris);
        var course = course(paris, event, TWELVE, 0);
        read(course)
                .body("lessons", equalTo(4))
                .body("capacity", equalTo(12))
                .body("minimum", equalTo(5))
                .body("placesLeft", equalTo(12))
                .body("places", equalTo("plenty"))
                .body("zone", equalTo("Europe/Paris"))
                .body("localStartsAt", org.hamcrest.Matchers.startsWith(day(0) + "T18:00"))
                .body("localEndsAt", org.hamcrest.Matchers.startsWith(day(3) + "T19:30"));
        enrol(paris, course, "Camille Laurent")
                .statusCode(201)
                .body("courseId", equalTo(course))
                .body("sessionId", nullValue());
        read(course).body("placesLeft", equalTo(11));
        for (var lesson : lessonsOf(course)) {
            lesson(lesson)
                    .body("courseId", equalTo(course))
                    .body("capacity", equalTo(15))
                    .body("placesLeft", equalTo(3));
        }
        enrol(paris, course, "Camille Laurent").statusCode(409).body("type", equalTo("/problems/already-booked"));
    }

    @Test
    void takesDropInVisitorsOnlyBeyondThePlacesOfTheCourse() {
        var centre = beijing(20);
        var event = event(centre);
        var course = course(
                centre,
                event,
                "\"capacity\":5,\"extraPlaces\":2,\"dropIn\":true,\"lessonPrice\":{\"amount\":15,\"currency\":\"EUR\"}",
                0);
        var first = lessonsOf(course).get(0);
        book(centre.staff(), first, "a", visitor("Drop In", 2))
                .statusCode(201)
                .body("price.amount", equalTo(30.0))
                .body("sessionId", equalTo(first));
        book(centre.staff(), first, "b", visitor("Too Late", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/sold-out"));
        for (var guest = 0; guest < 5; guest++) {
            enrol(centre, course, "Guest " + guest).statusCode(201);
        }
        enrol(centre, course, "One Too Many").statusCode(409).body("type", equalTo("/problems/sold-out"));
        places(centre, "/v1/sessions/" + first)
                .body("taken", equalTo(7))
                .body("kept", equalTo(5))
                .body("booked", equalTo(2))
                .body("reaches", equalTo(6));
    }

    @Test
    void refusesWhoIsTooYoungOrTooOldAndWhoDoesNotSay() {
        var centre = beijing(20);
        var event = children(centre);
        var course = course(centre, event, "\"capacity\":8", 0);
        enrol(centre, course, "No Age").statusCode(422).body("type", equalTo("/problems/ages-needed"));
        enrol(centre, course, "Too Young", 6).statusCode(422).body("type", equalTo("/problems/age-out-of-range"));
        enrol(centre, course, "Too Old", 7, 11).statusCode(422).body("type", equalTo("/problems/age-out-of-range"));
        keyed(
                        centre,
                        "/v1/courses/" + course + "/bookings",
                        "{\"visitor\":{\"name\":\"A\",\"contact\":\"a@example.org\",\"language\":\"fr\"},\"places\":2,\"ages\":[8]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/ages"));
        keyed(
                        centre,
                        "/v1/courses/" + course + "/waiting-list",
                        "{\"visitor\":{\"name\":\"A\",\"contact\":\"a@example.org\",\"language\":\"fr\"},\"places\":1,\"ages\":[5]}")
                .statusCode(422)
                .body("type", equalTo("/problems/age-out-of-range"));
        read(course).body("placesLeft", equalTo(8));
        enrol(centre, course, "Two Children", 7, 10)
                .statusCode(201)
                .body("ages", contains(7, 10))
                .body("price.amount", equalTo(360.0));
        assertEquals(0, count("select 1 from visitor where name in ('Too Young', 'Too Old', 'No Age')"));
    }

    @Test
    void hasAWaitingListThatIsServedWhenSomebodyLeaves() {
        var centre = beijing(20);
        var event = children(centre);
        var course = course(centre, event, "\"capacity\":2", 0);
        String first = id(enrol(centre, course, "First", 8).statusCode(201));
        enrol(centre, course, "Second", 8).statusCode(201);
        String entry = id(keyed(
                        centre,
                        "/v1/courses/" + course + "/waiting-list",
                        "{\"visitor\":{\"name\":\"Waits\",\"contact\":\"w@example.org\",\"language\":\"kk\"},\"places\":1,\"ages\":[9]}")
                .statusCode(201)
                .body("courseId", equalTo(course))
                .body("position", equalTo(1)));
        read(course).body("places", equalTo("waiting-list")).body("waiting", equalTo(1));
        act(centre, "/v1/bookings/" + first + "/cancellation").statusCode(200).body("courseId", equalTo(course));
        String booking = id(act(centre, "/v1/waiting-list-entries/" + entry + "/acceptance")
                .statusCode(200)
                .body("ages", contains(9)));
        given().bearer(centre.staff())
                .get("/v1/courses/" + course + "/bookings")
                .body("items.id", hasItems(first, booking));
    }

    @Test
    void holdsAndAllocatesItsPlacesLikeThoseOfASession() {
        var centre = beijing(20);
        var event = event(centre);
        var course = course(centre, event, "\"capacity\":10", 0);
        String hold = id(keyed(centre, "/v1/courses/" + course + "/holds", "{\"places\":2}")
                .statusCode(201)
                .body("courseId", equalTo(course)));
        String allocation = id(keyed(
                        centre,
                        "/v1/courses/" + course + "/allocations",
                        "{\"partner\":\"School\",\"places\":4,\"releaseAt\":\"%sT12:00\"}".formatted(day(-1)))
                .statusCode(201));
        read(course).body("placesLeft", equalTo(4));
        keyed(
                        centre,
                        "/v1/courses/" + course + "/bookings",
                        "{\"visitor\":{\"name\":\"Held\",\"contact\":\"h@example.org\",\"language\":\"fr\"},\"places\":2,\"holdId\":\"%s\"}"
                                .formatted(hold))
                .statusCode(201);
        keyed(
                        centre,
                        "/v1/courses/" + course + "/bookings",
                        "{\"visitor\":{\"name\":\"Pupil\",\"contact\":\"p@example.org\",\"language\":\"fr\"},\"places\":3,\"allocationId\":\"%s\"}"
                                .formatted(allocation))
                .statusCode(201);
        act(centre, "/v1/allocations/" + allocation + "/release").statusCode(200);
        read(course).body("placesLeft", equalTo(5));
        places(centre, "/v1/courses/" + course).body("booked", equalTo(5)).body("held", equalTo(0));
    }

    @Test
    void changesWithAllItsLessonsOrNotAtAll() {
        var centre = beijing(12);
        var event = event(centre);
        var course = course(centre, event, "\"capacity\":6,\"extraPlaces\":2,\"dropIn\":true", 0);
        var lessons = lessonsOf(course);
        book(centre.staff(), lessons.get(2), "a", visitor("Drop In", 2)).statusCode(201);
        enrol(centre, course, "Enrolled").statusCode(201);
        put(centre, "/v1/courses/" + course, "{\"capacity\":10,\"extraPlaces\":1,\"dropIn\":true}")
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-booked"));
        put(centre, "/v1/courses/" + course, "{\"capacity\":13}")
                .statusCode(422)
                .body("type", equalTo("/problems/smaller-than-the-course"));
        read(course).body("capacity", equalTo(6)).body("placesLeft", equalTo(5));
        lesson(lessons.get(0)).body("capacity", equalTo(8)).body("placesLeft", equalTo(2));
        put(centre, "/v1/courses/" + course, "{\"capacity\":9,\"extraPlaces\":3}")
                .statusCode(200);
        read(course).body("capacity", equalTo(9)).body("placesLeft", equalTo(8));
        lesson(lessons.get(0)).body("capacity", equalTo(12)).body("placesLeft", equalTo(0));
        places(centre, "/v1/sessions/" + lessons.get(2))
                .body("taken", equalTo(11))
                .body("kept", equalTo(9));
        var series = lesson(lessons.get(0)).path("seriesId");
        given().get("/v1/series/" + series).body("capacity", equalTo(12)).body("courseId", equalTo(course));
    }

    @Test
    void isCancelledWithAllItsLessonsAndAnUndoBringsEverythingBack() {
        var centre = beijing(20);
        var event = event(centre);
        var course = course(centre, event, TWELVE, 0);
        var lessons = lessonsOf(course);
        String enrolled = id(enrol(centre, course, "Enrolled").statusCode(201));
        book(centre.staff(), lessons.get(1), "a", visitor("Drop In", 1)).statusCode(201);
        post(centre.staff(), "/v1/sessions/" + lessons.get(3) + "/cancellation", "*", "{}")
                .statusCode(200);
        post(
                        centre.staff(),
                        "/v1/courses/" + course + "/cancellation",
                        "*",
                        "{\"reason\":{\"en\":\"The teacher is ill\"}}")
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("placesLeft", equalTo(0))
                .body("cancelReason.en", equalTo("The teacher is ill"));
        enrol(centre, course, "Too Late").statusCode(409).body("type", equalTo("/problems/course-cancelled"));
        lesson(lessons.get(0)).body("status", equalTo("cancelled"));
        assertEquals(1, told(enrolled, "course-cancelled"), "once, and not for each lesson");
        assertEquals(1, told(enrolled, "lesson-cancelled"), "of the lesson that was cancelled by itself");
        post(centre.staff(), "/v1/sessions/" + lessons.get(0) + "/restoration", "*", "")
                .statusCode(409)
                .body("type", equalTo("/problems/course-cancelled"));
        lesson(centre, event, course, centre.space(), 9)
                .statusCode(409)
                .body("type", equalTo("/problems/course-cancelled"));
        var other = event(centre);
        String inTheWay = id(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT18:00","endsAt":"%sT19:00"}""".formatted(other, centre.space(), day(2), day(2)))
                .statusCode(201));
        post(centre.staff(), "/v1/courses/" + course + "/restoration", "*", "")
                .statusCode(409)
                .body("type", equalTo("/problems/space-taken"));
        lesson(lessons.get(0)).body("status", equalTo("cancelled"));
        post(centre.staff(), "/v1/sessions/" + inTheWay + "/cancellation", "*", "{}")
                .statusCode(200);
        post(centre.staff(), "/v1/courses/" + course + "/restoration", "*", "")
                .statusCode(200)
                .body("lessons", equalTo(3))
                .body("placesLeft", equalTo(11));
        lesson(lessons.get(1)).body("status", equalTo("scheduled")).body("placesLeft", equalTo(2));
        lesson(lessons.get(3)).body("status", equalTo("cancelled"));
    }

    @Test
    void endsWithItsEvent() {
        var centre = beijing(20);
        var event = event(centre);
        var course = course(centre, event, TWELVE, 0);
        String enrolled = id(enrol(centre, course, "Enrolled").statusCode(201));
        given().bearer(centre.staff())
                .get("/v1/events/" + event + "/reach")
                .body("sessions", equalTo(4))
                .body("bookings", equalTo(1));
        post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{}")
                .statusCode(200);
        read(course).body("status", equalTo("cancelled"));
        lesson(lessonsOf(course).get(0)).body("status", equalTo("cancelled"));
        assertEquals(1, told(enrolled, "course-cancelled"));
        plan(centre, event, TWELVE).statusCode(409).body("type", equalTo("/problems/event-cancelled"));
    }

    @Test
    void movesAsAWholeAndTellsWhoIsEnrolledOnce() {
        var centre = beijing(20);
        var event = event(centre);
        var course = course(centre, event, TWELVE, 0);
        String enrolled = id(enrol(centre, course, "Enrolled").statusCode(201));
        var first = lessonsOf(course).get(0);
        String series = lesson(first).path("seriesId");
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", "{\"scope\":\"all\",\"time\":\"10:00\"}")
                .statusCode(200);
        assertEquals(1, told(enrolled, "lessons-changed"));
        post(centre.staff(), "/v1/sessions/" + first + "/moves", "*", """
                {"startsAt":"%sT14:00","endsAt":"%sT15:00"}""".formatted(day(0), day(0)))
                .statusCode(200)
                .body("placesLeft", equalTo(3));
        assertEquals(1, told(enrolled, "lesson-moved"));
        var small = space(centre.id(), 11);
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", """
                {"scope":"all","spaceId":"%s"}""".formatted(small))
                .statusCode(422)
                .body("type", equalTo("/problems/smaller-than-the-course"));
        post(centre.staff(), "/v1/sessions/" + first + "/moves", "*", """
                {"startsAt":"%sT14:00","endsAt":"%sT15:00","spaceId":"%s"}""".formatted(day(0), day(0), small))
                .statusCode(422)
                .body("type", equalTo("/problems/smaller-than-the-course"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        var centre = beijing(10);
        var event = event(centre);
        plan(centre, event, "\"capacity\":5,\"minimum\":6")
                .statusCode(422)
                .body("type", equalTo("/problems/minimum-out-of-order"));
        plan(centre, event, "\"capacity\":5,\"dropIn\":true")
                .statusCode(422)
                .body("type", equalTo("/problems/drop-in-without-places"));
        plan(centre, event, "\"capacity\":0").statusCode(400);
        plan(centre, event, "\"capacity\":1000000").statusCode(400);
        plan(centre, event, "\"capacity\":5,\"extraPlaces\":-1").statusCode(400);
        plan(centre, java.util.UUID.randomUUID().toString(), "\"capacity\":5")
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-event"));
        var course = id(plan(centre, event, "\"capacity\":12").statusCode(201));
        enrol(centre, course, "Too Early").statusCode(409).body("type", equalTo("/problems/no-lessons"));
        lesson(centre, event, course, centre.space(), 0)
                .statusCode(422)
                .body("type", equalTo("/problems/smaller-than-the-course"));
        lessons(centre, event, course, 0, 3).statusCode(422).body("type", equalTo("/problems/smaller-than-the-course"));
        lesson(centre, event(centre), course, centre.space(), 0)
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-course"));
        var fits = id(plan(centre, event, "\"capacity\":8").statusCode(201));
        post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00","capacity":3}""".formatted(event, fits, centre.space(), day(0), day(0)))
                .statusCode(422)
                .body("type", equalTo("/problems/set-by-the-course"));
        enrol(centre, java.util.UUID.randomUUID().toString(), "Nobody").statusCode(404);
        assertEquals(0, count("select 1 from session where event_id = '" + event + "'"));
    }

    @Test
    void isReadByAnyoneAndPlannedByItsOwnDeskAlone() {
        var centre = beijing(20);
        var other = beijing(20);
        var event = event(centre);
        var course = course(centre, event, TWELVE, 0);
        plan(new TestCentre(other.id(), other.space()), event, TWELVE).statusCode(403);
        put(other, "/v1/courses/" + course, "{\"capacity\":1}").statusCode(403);
        enrol(other, course, "Not Theirs").statusCode(403);
        given().bearer(other.staff()).get("/v1/courses/" + course + "/bookings").statusCode(403);
        given().get("/v1/courses/" + course + "/bookings").statusCode(401);
        given().get("/v1/courses?centre=" + centre.id()).body("items.id", contains(course));
        given().get("/v1/courses?event=" + event).body("items.id", contains(course));
        var lessons = lessonsOf(course);
        enrol(centre, lessons.get(0), "A Session Is No Course").statusCode(404);
        book(centre.staff(), course, "x", visitor("A Course Is No Session", 1)).statusCode(404);
    }

    @Test
    void ofADraftIsSeenByNobodyElse() {
        var centre = beijing(20);
        String event = id(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"course","title":{"en":"Draft"},"audience":"adults","draft":true}""".formatted(centre.id())));
        var course = course(centre, event, TWELVE, 0);
        given().get("/v1/courses/" + course).statusCode(404);
        given().get("/v1/courses?event=" + event).body("items", equalTo(List.of()));
        given().bearer(centre.staff()).get("/v1/courses/" + course).statusCode(200);
        assertEquals(0, count("select 1 from outbox where key = '" + course + "'"));
        post(centre.staff(), "/v1/events/" + event + "/announcement", "*", "").statusCode(200);
        read(course).body("lessons", equalTo(4));
    }

    private static long told(String booking, String kind) {
        return count("select 1 from notice where booking_id = '" + booking + "' and kind = '" + kind + "'");
    }
}
