package org.goldenbridge.catalogue.imports;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of a plan in the API description; it is written as {@code Page}. */
@Schema(description = "A page of a plan.")
record ImportRowPage(
        @NotNull List<ImportRowView> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
