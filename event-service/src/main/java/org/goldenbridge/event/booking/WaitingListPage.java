package org.goldenbridge.event.booking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of a waiting list in the API description; it is written as {@code Page}. */
@Schema(description = "A page of a waiting list, in the order in which they joined.")
record WaitingListPage(
        List<WaitingListView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
