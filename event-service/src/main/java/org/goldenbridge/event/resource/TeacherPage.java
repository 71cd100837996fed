package org.goldenbridge.event.resource;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of teachers in the API description; it is written as {@code Page}. */
@Schema(description = "A page of teachers.")
record TeacherPage(
        List<TeacherView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
