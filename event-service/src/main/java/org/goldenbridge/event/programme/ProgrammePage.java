package org.goldenbridge.event.programme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of programmes in the API description; it is written as {@code Page}. */
@Schema(description = "A page of programmes.")
record ProgrammePage(
        List<ProgrammeView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
