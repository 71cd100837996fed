package org.goldenbridge.event.course;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A course as the desk that plans it sees it.
 *
 * @param version to be sent with a change, as {@code If-Match}
 * @param terms all that an edit replaces
 * @param lessons how many take place
 * @param taken places that are enrolled, held or offered
 * @param waiting how many groups wait
 */
public record PlannedCourse(
        UUID id,
        UUID event,
        String centre,
        long version,
        boolean isCancelled,
        @Nullable LocalizedText cancelReason,
        CourseTerms terms,
        int lessons,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int taken,
        int waiting) {
    static PlannedCourse of(Course course, Lessons lessons, Places.Count places) {
        return new PlannedCourse(
                course.id,
                course.event.id(),
                course.centreId,
                course.version,
                course.status == CourseStatus.CANCELLED,
                course.cancelReason,
                new CourseTerms(
                        course.capacity, course.minimum, course.extraPlaces, course.dropIn, course.lessonPrice()),
                lessons.count(),
                lessons.startsAt(),
                lessons.endsAt(),
                places.taken(),
                places.waiting());
    }
}
