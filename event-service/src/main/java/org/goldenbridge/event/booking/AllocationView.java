package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An allocation as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Places that a partner fills until a date.")
record AllocationView(
        UUID id,
        @Nullable UUID sessionId,
        @Nullable UUID courseId,

        @Schema(examples = "Beijing university of language and culture")
        String partner,

        @Schema(examples = "10") int places,

        @Schema(description = "How many are booked.", examples = "3")
        int used,

        @Schema(
                implementation = String.class,
                enumeration = {"live", "released"},
                examples = "live")
        Allocation.Status status,

        Instant releaseAt,
        @Nullable Instant endedAt) {
    static AllocationView of(Allocation allocation) {
        return new AllocationView(
                allocation.id,
                allocation.opportunity.sessionId(),
                allocation.opportunity.courseId(),
                allocation.partner,
                allocation.places,
                allocation.used,
                allocation.status,
                allocation.releaseAt,
                allocation.endedAt);
    }
}
