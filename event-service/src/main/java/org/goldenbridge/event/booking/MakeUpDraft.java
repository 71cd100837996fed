package org.goldenbridge.event.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lesson instead of one that was missed. */
@Schema(
        description = "A lesson instead of one that was missed.",
        examples = "{\"missedLesson\": \"018f6f6e-0000-7000-8000-000000000003\", \"sessionId\":"
                + " \"018f6f6e-0000-7000-8000-000000000004\"}")
record MakeUpDraft(
        @Schema(description = "The lesson of the course that was missed, or will be.") @NotNull
        UUID missedLesson,

        @Schema(description = "The lesson of another course that is attended instead.") @NotNull
        UUID sessionId,

        @Schema(description = "How old they are, in years at the start; those of the enrolment when left out.")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Min(0) @Max(120) Integer> ages) {}
