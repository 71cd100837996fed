package org.goldenbridge.event.attendance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of the attendance in the API description; it is written as {@code Page}. */
@Schema(description = "A page of who is expected at a session, in the order in which they booked.")
record AttendancePage(
        List<AttendanceView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
