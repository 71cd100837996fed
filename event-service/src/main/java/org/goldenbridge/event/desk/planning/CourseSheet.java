package org.goldenbridge.event.desk.planning;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.course.PlannedCourse;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The page of a course, or of one that is being planned.
 *
 * @param id null while there is none
 * @param key under which a new one is planned, once
 * @param enrolled how many, in words; null while there is none
 */
public record CourseSheet(
        @Nullable UUID id,
        UUID event,
        Reader.Text title,
        String version,
        String key,
        boolean isCancelled,
        boolean isRestorable,
        @Nullable String enrolled,
        Sheet sheet,
        Said said,
        List<Planned.Date> dates) {
    static CourseSheet fresh(UUID event, Reader.Text title, String key, Sheet sheet, Said said) {
        return new CourseSheet(null, event, title, "", key, false, false, null, sheet, said, List.of());
    }

    static CourseSheet of(
            PlannedCourse course,
            boolean takesPlace,
            Reader.Text title,
            Sheet sheet,
            Said said,
            List<Planned.Date> dates,
            Reader reader) {
        var words = reader.words();
        return new CourseSheet(
                course.id(),
                course.event(),
                title,
                String.valueOf(course.version()),
                "",
                course.isCancelled(),
                course.isCancelled() && takesPlace,
                words.say(
                                "deskEnrolledOf",
                                String.valueOf(course.taken()),
                                String.valueOf(course.terms().capacity()))
                        + " · " + words.count("deskLessonsAre", course.lessons())
                        + (course.waiting() == 0 ? "" : " · " + words.count("deskWaiting", course.waiting())),
                sheet,
                said,
                dates);
    }
}
