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
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A session that might be planned, or one that might be moved. */
@Schema(
        description = "A session that might be planned of an event, or one that might be moved.",
        examples = "{\"eventId\": \"018f6f6e-0000-7000-8000-000000000001\", \"spaceId\":"
                + " \"018f6f6e-0000-7000-8000-000000000002\", \"startsAt\": \"2026-12-01T18:00\", \"endsAt\":"
                + " \"2026-12-01T20:00\", \"capacity\": 20}")
record SessionCheckDraft(
        @Schema(description = "What would be on; this or sessionId.") @Nullable
        UUID eventId,

        @Schema(description = "The session that would be moved; what is left out stays as it is there.") @Nullable
        UUID sessionId,

        @Schema(description = "The space it would take.") @Nullable
        UUID spaceId,

        @Schema(description = "The venue it would be held at.") @Valid @Nullable
        Venue venue,

        @Schema(description = "Where it would be joined.") @Valid @Nullable
        Online online,

        @Schema(description = "Wall time of the place, or an instant with its offset.", examples = "2026-12-01T18:00")
        @NotBlank
        @Size(max = 40)
        String startsAt,

        @Schema(description = "Wall time of the place, or an instant with its offset.", examples = "2026-12-01T20:00")
        @NotBlank
        @Size(max = 40)
        String endsAt,

        @Schema(description = "Its own limit.", examples = "20") @Min(1) @Max(100_000) @Nullable
        Integer capacity,

        @Schema(description = "Why it might stand outside the opening hours; managers only.")
        @Size(min = 3, max = 500)
        @Nullable
        String hoursOverride,

        @Schema(description = "Who would teach.") @Size(max = 20) @Nullable
        List<@NotNull UUID> teacherIds,

        @Schema(description = "What it would need.") @Size(max = 20) @Valid @Nullable
        List<@NotNull @Valid EquipmentNeed> equipment) {
    SessionCheckDraft {
        if ((eventId == null) == (sessionId == null)) {
            throw Refusal.badRequest("invalid-request", "Give either eventId or sessionId.")
                    .at("/eventId", "must be there when there is no sessionId, and only then");
        }
    }

    /** Where it would be: what is given, or where the session is that would be moved. */
    Place placeOr(@Nullable Session moved) {
        return moved != null && spaceId == null && venue == null && online == null
                ? new Place(moved.spaceId(), moved.venue, moved.online)
                : new Place(spaceId, venue, online);
    }
}
