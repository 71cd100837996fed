package org.goldenbridge.event.calllist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of calls in the API description; it is written as {@code Page}. */
@Schema(description = "A page of the people who are still to be told of something, in the order in which it happened.")
record CallPage(
        List<CallView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
