package org.goldenbridge.event.publicschedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of the schedule in the API description; it is written as {@code Page}. */
@Schema(description = "A page of the public schedule, in the order in which it starts.")
record SchedulePage(
        List<ScheduleView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
