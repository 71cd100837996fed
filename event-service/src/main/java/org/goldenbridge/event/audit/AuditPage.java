package org.goldenbridge.event.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names the shape of a page of the audit in the API description; it is written as {@code Page}. */
@Schema(description = "A page of what was done, in the order in which it was.")
record AuditPage(
        List<AuditEntry> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {}
