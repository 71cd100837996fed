package org.goldenbridge.event.course;

import java.util.UUID;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.outbox.Fact;
import org.jspecify.annotations.Nullable;

/** The fact {@code org.goldenbridge.course.changed.v1}: a course is new, was edited or cancelled. Its lessons are sessions. */
record CourseChanged(
        UUID id,
        UUID eventId,
        String centreId,
        long version,
        CourseStatus status,
        int capacity,
        @Nullable Integer minimum,
        int extraPlaces,
        boolean dropIn,
        @Nullable Price lessonPrice) {
    static final String TOPIC = "event.courses";

    static Fact of(Course course) {
        var data = new CourseChanged(
                course.id,
                course.event.id(),
                course.centreId,
                course.version,
                course.status,
                course.capacity,
                course.minimum,
                course.extraPlaces,
                course.dropIn,
                course.lessonPrice());
        return new Fact(TOPIC, "org.goldenbridge.course.changed.v1", course.id.toString(), data);
    }
}
