package org.goldenbridge.event.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A space that the centre wants for itself. */
@Schema(
        description = "A space that the centre wants for itself for a while.",
        examples = "{\"spaceId\": \"018f6f6e-0000-7000-8000-000000000002\", \"startsAt\": \"2026-12-01T08:00\","
                + " \"endsAt\": \"2026-12-03T20:00\", \"reason\": \"The floor is varnished\"}")
public record BlockDraft(
        @NotNull UUID spaceId,

        @Schema(description = "Wall time of the centre, or an instant with its offset.", examples = "2026-12-01T08:00")
        @NotBlank
        @Size(max = 40)
        String startsAt,

        @Schema(description = "Wall time of the centre, or an instant with its offset.", examples = "2026-12-03T20:00")
        @NotBlank
        @Size(max = 40)
        String endsAt,

        @Schema(description = "What for; the desk alone reads it.", examples = "The floor is varnished")
        @NotBlank
        @Size(min = 3, max = 500)
        String reason) {}
