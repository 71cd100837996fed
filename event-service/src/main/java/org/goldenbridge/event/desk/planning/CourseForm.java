package org.goldenbridge.event.desk.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goldenbridge.event.course.CourseTerms;
import org.jspecify.annotations.Nullable;

/** The terms of a course as fields of a form, and back. */
final class CourseForm {
    private static final int MOST_EXTRA = 1_000;

    private CourseForm() {}

    static Map<String, List<String>> fields(CourseTerms terms) {
        var fields = new LinkedHashMap<String, List<String>>();
        EventForm.put(fields, "capacity", terms.capacity());
        EventForm.put(fields, "minimum", terms.minimum());
        EventForm.put(fields, "extraPlaces", Objects.equals(terms.extraPlaces(), 0) ? null : terms.extraPlaces());
        EventForm.put(fields, "dropIn", Boolean.TRUE.equals(terms.dropIn()) ? "true" : null);
        EventForm.putPrice(fields, "lessonPrice", terms.lessonPrice());
        return fields;
    }

    /** What was typed; null when something is wrong with it, which then stands beside its field. */
    static @Nullable CourseTerms terms(Sheet sheet) {
        var capacity = sheet.needed("capacity", sheet.number("capacity", 1, EventForm.MOST_PEOPLE));
        var minimum = sheet.number("minimum", 1, EventForm.MOST_PEOPLE);
        var extra = sheet.number("extraPlaces", 0, MOST_EXTRA);
        var price = EventForm.price(sheet, "lessonPrice");
        return capacity == null || sheet.isFaulty()
                ? null
                : new CourseTerms(capacity, minimum, extra, sheet.has("dropIn", "true"), price);
    }
}
