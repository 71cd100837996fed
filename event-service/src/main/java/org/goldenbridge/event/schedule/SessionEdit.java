package org.goldenbridge.event.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be edited of a session without moving it. */
@Schema(description = "What can be edited of a session without moving it.")
record SessionEdit(
        @Schema(description = "Its own limit; null leaves it to the room.", examples = "25")
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer capacity) {}
