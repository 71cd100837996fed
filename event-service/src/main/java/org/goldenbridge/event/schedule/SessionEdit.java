package org.goldenbridge.event.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be edited of a session without moving it. */
@Schema(description = "What can be edited of a session without moving it.")
record SessionEdit(
        @Schema(description = "Its own limit; null leaves it to the room.", examples = "25")
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer capacity,

        @Schema(description = "Who teaches from now on; left out, as before.") @Size(max = 20) @Nullable
        List<@NotNull UUID> teacherIds,

        @Schema(description = "What it needs from now on; left out, as before.") @Size(max = 20) @Valid @Nullable
        List<@NotNull @Valid EquipmentNeed> equipment) {}
