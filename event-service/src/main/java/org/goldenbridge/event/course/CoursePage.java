package org.goldenbridge.event.course;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of courses in the API description; it is written as {@code Page}. */
@Schema(description = "A page of courses, in the order in which they were planned.")
record CoursePage(
        List<CourseView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
