package org.goldenbridge.event.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as it is planned. */
@Schema(
        description = "A session as it is planned: in a space of the centre, at a venue, or online.",
        examples = "{\"eventId\": \"018f6f6e-0000-7000-8000-000000000001\", \"spaceId\":"
                + " \"018f6f6e-0000-7000-8000-000000000002\", \"startsAt\": \"2026-12-01T18:00\", \"endsAt\":"
                + " \"2026-12-01T20:00\", \"capacity\": 20}")
public record SessionDraft(
        @Schema(description = "What is on.") @NotNull UUID eventId,

        @Schema(description = "The course of which it is a lesson; its capacity is then the course's.") @Nullable
        UUID courseId,

        @Schema(description = "The space it takes; this, a venue or online.") @Nullable
        UUID spaceId,

        @Schema(description = "The place it is held at; this, a space or online.") @Valid @Nullable
        Venue venue,

        @Schema(description = "Where to join it; this, a space or a venue.") @Valid @Nullable
        Online online,

        @Schema(description = "Wall time of the place, or an instant with its offset.", examples = "2026-12-01T18:00")
        @NotBlank
        @Size(max = 40)
        String startsAt,

        @Schema(description = "Wall time of the place, or an instant with its offset.", examples = "2026-12-01T20:00")
        @NotBlank
        @Size(max = 40)
        String endsAt,

        @Schema(description = "Its own limit; the room's holds as well. Needed at a venue and online.", examples = "20")
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer capacity,

        @Schema(description = "Why it may stand outside the opening hours or in a closure; managers only.")
        @Size(min = 3, max = 500)
        @Nullable
        String hoursOverride,

        @Schema(description = "Who teaches; they have no other session then.") @Size(max = 20) @Nullable
        List<@NotNull UUID> teacherIds,

        @Schema(description = "What it needs; none of it is promised to another session then.")
        @Size(max = 20)
        @Valid
        @Nullable
        List<@NotNull @Valid EquipmentNeed> equipment) {
    /** Where it would be. */
    Place place() {
        return new Place(spaceId, venue, online);
    }
}
