package org.goldenbridge.event.course;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** E06: what the public is told of the price and the places of a course. */
@EventServiceTest
class CourseInScheduleTest {
    private static final String WHOLE = "\"capacity\":3,\"extraPlaces\":1";
    private static final String DROP_IN = "\"capacity\":3,\"extraPlaces\":8,\"dropIn\":true,"
            + "\"lessonPrice\":{\"amount\":25,\"currency\":\"EUR\"}";

    private static TestResponse schedule(String query, TestResponse write) {
        return given().get("/v1/schedule?" + query + "&changeNumber=" + write.header("Change-Number"))
                .statusCode(200);
    }

    private static TestResponse enrolled(TestCentre centre, String course, String name) {
        return Courses.enrol(centre, course, name, 8).statusCode(201);
    }

    @Test
    @DisplayName("E06: lessons of a course without drop-in show the price and the places of the course")
    void showsTheCourse() {
        var centre = beijing(20);
        var event = Courses.children(centre);
        var course = Courses.course(centre, event, WHOLE, 3);
        var write = enrolled(centre, course, "Aru One");
        schedule("course=" + course, write)
                .body("items", hasSize(4))
                .body("items.price.amount", everyItem(equalTo(180.0)))
                .body("items.places", everyItem(equalTo("few")))
                .body("items[0].course.id", equalTo(course))
                .body("items[0].course.price.currency", equalTo("EUR"))
                .body("items[0].course.places", equalTo("few"))
                .body("items[0].course.lessons", equalTo(4))
                .body("items[0].course.startsAt", equalTo(day(3) + "T10:00:00Z"))
                .body("items[0].course.endsAt", equalTo(day(6) + "T11:30:00Z"))
                .body("items[0].course.dropIn", equalTo(false));
        schedule("free=true&course=" + course, write).body("items", hasSize(4));
        schedule("fields=course&course=" + course, write).body("items[0]", hasKey("course"));
    }

    @Test
    @DisplayName("E06: a full course is full in every lesson, at once and in what was read before")
    void fillsUp() {
        var centre = beijing(20);
        var course = Courses.course(centre, Courses.children(centre), WHOLE, 3);
        var lesson = Courses.lessonsOf(course).get(0);
        schedule("course=" + course, enrolled(centre, course, "Aru One"))
                .body("items.places", everyItem(equalTo("few")));
        enrolled(centre, course, "Aru Two");
        var write = enrolled(centre, course, "Aru Three");
        schedule("course=" + course, write)
                .body("items.places", everyItem(equalTo("none")))
                .body("items.course.places", everyItem(equalTo("none")));
        schedule("free=true&course=" + course, write).body("items", empty());
        given().get("/v1/linked-data/sessions/" + lesson)
                .body("offers.availability", containsString("SoldOut"))
                .body("offers.price", equalTo(180.0))
                .body("isAccessibleForFree", equalTo(false))
                .body("remainingAttendeeCapacity", equalTo(0));
    }

    @Test
    @DisplayName("E06: linked data, calendar, pages and widget call nothing free that costs money")
    void neverSaysFree() {
        var centre = beijing(20);
        var event = Courses.children(centre);
        var course = Courses.course(centre, event, WHOLE, 3);
        var lesson = Courses.lessonsOf(course).get(0);
        given().get("/v1/linked-data/sessions/" + lesson)
                .body("isAccessibleForFree", equalTo(false))
                .body("offers.price", equalTo(180.0))
                .body("offers.availability", containsString("InStock"));
        var calendar = text("/v1/calendars/sessions/" + lesson + ".ics?lang=en").replace("\r\n ", "");
        assertTrue(calendar.contains("Price of the whole course: €180"), calendar);
        assertFalse(calendar.contains("Free of charge"), calendar);
        var page = text("/whats-on/events/" + event + "?lang=en");
        assertEquals(1, page.split("Whole course: €180 · 4 lessons · Places left", -1).length - 1, page);
        for (var path : new String[] {
            "/whats-on/events/" + event + "?lang=en",
            "/whats-on?lang=en&centre=" + centre.id() + "&day=" + day(3),
            "/whats-on/widget?lang=en&centre=" + centre.id()
        }) {
            var html =
                    text(path).replaceAll("<a class=\"toggle\"[^>]*>[^<]*", ""); // what can be chosen is not said of it
            assertFalse(
                    html.contains(">Free<") || html.contains("places p-none") || html.contains("All dates are full"),
                    html);
        }
    }

    @Test
    @DisplayName("E06: with drop-in the price and the places of a lesson are told from those of the course")
    void tellsLessonsFromTheCourse() {
        var centre = beijing(30);
        var event = Courses.children(centre);
        var course = Courses.course(centre, event, DROP_IN, 3);
        var write = IntStream.range(0, 3)
                .mapToObj(n -> enrolled(centre, course, "Aru No" + n))
                .reduce((one, other) -> other)
                .orElseThrow();
        schedule("course=" + course, write)
                .body("items.price.amount", everyItem(equalTo(25.0)))
                .body("items.places", everyItem(equalTo("plenty")))
                .body("items.course.price.amount", everyItem(equalTo(180.0)))
                .body("items.course.places", everyItem(equalTo("none")))
                .body("items[0].course.dropIn", equalTo(true));
        var page = text("/whats-on/events/" + event + "?lang=en");
        assertTrue(page.contains("Whole course: €180 · 4 lessons · Full") && page.contains("One lesson: €25"), page);
    }

    @Test
    @DisplayName("E06: who enrols moves the lessons in the feed of availability")
    void movesTheFeed() {
        var centre = beijing(20);
        var course = Courses.course(centre, Courses.children(centre), WHOLE, 3);
        var lessons = Courses.lessonsOf(course);
        var write = enrolled(centre, course, "Aru One");
        schedule("course=" + course, write);
        var sql = "select 1 from feed_item where feed = 'availability' and item in ('%s') and number >= ("
                + "select number from feed_item where feed = 'course-availability' and item = '%s')";
        assertEquals(4, TestPostgres.count(sql.formatted(String.join("','", lessons), course)));
        given().get("/v1/linked-data/sessions/" + lessons.get(0))
                .body("remainingAttendeeCapacity", equalTo(2))
                .body("maximumAttendeeCapacity", equalTo(3));
    }

    @Test
    @DisplayName("E06: a lesson that is cancelled is no lesson of the course any more")
    void countsWhatTakesPlace() {
        var centre = beijing(20);
        var course = Courses.course(centre, Courses.children(centre), WHOLE, 3);
        var lessons = Courses.lessonsOf(course);
        schedule("course=" + course, enrolled(centre, course, "Aru One"))
                .body("items.course.lessons", everyItem(equalTo(4)));
        var write = post(centre.staff(), "/v1/sessions/" + lessons.get(3) + "/cancellation", "*", "{}")
                .statusCode(200);
        schedule("course=" + course, write)
                .body("items.course.lessons", everyItem(equalTo(3)))
                .body("items.status", contains("scheduled", "scheduled", "scheduled", "cancelled"));
    }

    private static String text(String path) {
        return given().get(path).statusCode(200).asString();
    }
}
