package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.json.NullOrLeftOut;
import org.jspecify.annotations.Nullable;

/**
 * What can be edited of a session without moving it.
 *
 * @param capacity empty for no limit of its own; null where nothing is said of it
 */
@SuppressWarnings("NullableOptional") // of JSON, where null and left out are two things
@Schema(description = "What can be edited of a session without moving it.")
record SessionEdit(
        @Schema(
                implementation = Integer.class,
                minimum = "1",
                maximum = "100000",
                description = "Its own limit; null leaves it to the room; left out, as before.",
                examples = "25")
        @JsonDeserialize(using = NullOrLeftOut.class)
        @Nullable
        Optional<@Min(1) @Max(100_000) Integer> capacity,

        @Schema(description = "Who teaches from now on; left out, as before.") @Size(max = 20) @Nullable
        List<@NotNull UUID> teacherIds,

        @Schema(description = "What it needs from now on; left out, as before.") @Size(max = 20) @Valid @Nullable
        List<@NotNull @Valid EquipmentNeed> equipment) {
    /** The limit that the session has with it; a lesson's is the course's. */
    @Nullable
    Integer limit(Session session) {
        if (capacity != null) {
            return capacity.orElse(null);
        }
        return session.courseId == null ? session.capacityLimit : null;
    }
}
