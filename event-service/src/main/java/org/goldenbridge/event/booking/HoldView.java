package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Places kept for a while. Book with its id, or let it expire.")
record HoldView(
        UUID id,
        @Nullable UUID sessionId,
        @Nullable UUID courseId,
        @Schema(examples = "4") int places,

        @Schema(
                implementation = String.class,
                enumeration = {"live", "released", "expired", "used"},
                examples = "live")
        Hold.Status status,

        Instant heldAt,
        Instant expiresAt,

        @Schema(description = "For whom they are.", examples = "Class 5b, Mme Laurent") @Nullable
        String note,

        @Nullable Instant endedAt) {
    static HoldView of(Hold hold) {
        return new HoldView(
                hold.id,
                hold.opportunity.sessionId(),
                hold.opportunity.courseId(),
                hold.places,
                hold.status,
                hold.heldAt,
                hold.expiresAt,
                hold.note,
                hold.endedAt);
    }
}
