package org.goldenbridge.event.booking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of allocations in the API description; it is written as {@code Page}. */
@Schema(description = "A page of allocations, in the order in which they were made.")
record AllocationPage(
        List<AllocationView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
