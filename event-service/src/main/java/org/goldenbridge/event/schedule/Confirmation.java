package org.goldenbridge.event.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a session stands although its space is closed. */
@Schema(
        description = "That a session stands although its space is closed.",
        examples = "{\"hoursOverride\": \"The roof is mended from the other side\"}")
public record Confirmation(
        @Schema(
                description = "Why it may stand outside the opening hours or in a closure.",
                examples = "The roof is mended from the other side")
        @NotBlank
        @Size(min = 3, max = 500)
        String hoursOverride) {}
