package org.goldenbridge.event.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where and when a session is moved to; without a place it stays where it is. */
@Schema(description = "When and where a session is moved to; without a space, venue or online it stays where it is.")
public record SessionMove(
        @Schema(examples = "2026-12-02T18:00") @NotBlank @Size(max = 40)
        String startsAt,

        @Schema(examples = "2026-12-02T20:00") @NotBlank @Size(max = 40)
        String endsAt,

        @Nullable UUID spaceId,
        @Valid @Nullable Venue venue,
        @Valid @Nullable Online online,

        @Schema(description = "Why it may stand outside the opening hours or in a closure; managers only.")
        @Size(min = 3, max = 500)
        @Nullable
        String hoursOverride,

        @Schema(description = "Who teaches from now on; left out, as before.") @Size(max = 20) @Nullable
        List<@NotNull UUID> teacherIds,

        @Schema(description = "What it needs from now on; left out, as before.") @Size(max = 20) @Valid @Nullable
        List<@NotNull @Valid EquipmentNeed> equipment) {
    /** Where it is moved to, or where it was. */
    Place placeOr(Session session) {
        return spaceId == null && venue == null && online == null
                ? new Place(session.spaceId(), session.venue, session.online)
                : new Place(spaceId, venue, online);
    }
}
