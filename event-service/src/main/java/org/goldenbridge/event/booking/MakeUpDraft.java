package org.goldenbridge.event.booking;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lesson instead of one that was missed. */
@Schema(
        description = "A lesson instead of one that was missed.",
        examples = "{\"missedLesson\": \"018f6f6e-0000-7000-8000-000000000003\", \"sessionId\":"
                + " \"018f6f6e-0000-7000-8000-000000000004\"}")
record MakeUpDraft(
        @Schema(description = "The lesson of the course that was missed, or will be.") @NotNull
        UUID missedLesson,

        @Schema(description = "The lesson of any course that is attended instead.") @NotNull
        UUID sessionId) {}
