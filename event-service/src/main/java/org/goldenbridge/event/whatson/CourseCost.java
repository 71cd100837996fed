package org.goldenbridge.event.whatson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.jspecify.annotations.Nullable;

/** What the pages say of the price and the places of courses, beside those of one lesson. */
final class CourseCost {
    private CourseCost() {}

    /** What a place of the session costs; for a lesson that cannot be booked by itself, the course. Null where it costs nothing. */
    static @Nullable String ofSession(ScheduleEntry session, Reader reader) {
        var price = session.price();
        if (price == null || price.costsNothing()) {
            return null;
        }
        var cost = reader.times().price(price);
        return session.isBookedAsCourse() ? reader.words().say("courseWhole", cost) : cost;
    }

    /** A line for each course that has lessons ahead, and for one lesson of it where that can be booked. */
    static List<String> lines(List<ScheduleEntry> ahead, Reader reader) {
        var courses = new LinkedHashMap<UUID, ScheduleEntry>();
        ahead.stream()
                .filter(session -> session.course() != null)
                .forEach(session -> courses.putIfAbsent(session.courseId(), session));
        var lines = new ArrayList<String>();
        for (var lesson : courses.values()) {
            var course = lesson.course();
            if (course == null) {
                continue;
            }
            lines.add(Stream.of(
                            reader.words().say("courseWhole", price(course.price(), reader)),
                            reader.words().count("courseLessons", course.lessons()),
                            reader.words().word("places", course.places()))
                    .collect(Collectors.joining(" · ")));
            if (course.dropIn()) {
                lines.add(reader.words().say("courseLesson", price(lesson.price(), reader)));
            }
        }
        return lines;
    }

    /** The places of the courses whose lessons are ahead. */
    static Stream<Availability> places(List<ScheduleEntry> ahead) {
        return ahead.stream()
                .flatMap(session -> Stream.ofNullable(session.course()))
                .map(ScheduleEntry.OfCourse::places);
    }

    private static String price(@Nullable Price price, Reader reader) {
        return price == null || price.costsNothing()
                ? reader.words().say("free")
                : reader.times().price(price);
    }
}
