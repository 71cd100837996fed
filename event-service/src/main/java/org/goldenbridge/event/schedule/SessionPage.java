package org.goldenbridge.event.schedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of sessions in the API description; it is written as {@code Page}. */
@Schema(description = "A page of sessions, in the order in which they start.")
record SessionPage(
        List<SessionView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
