package org.goldenbridge.event.attendance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many came. */
@Schema(
        description = "How many of a booking came; 0 is an absence, which can be noted ahead.",
        examples = "{\"present\": 1}")
record AttendanceDraft(@NotNull @Min(0) @Max(1000) Integer present) {}
