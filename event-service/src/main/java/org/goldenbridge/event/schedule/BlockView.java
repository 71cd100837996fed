package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A block as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A space that the centre keeps for itself, as the desk sees it.")
record BlockView(
        UUID id,
        String centreId,
        UUID spaceId,
        Instant startsAt,
        Instant endsAt,
        String reason,

        @Schema(description = "The colleague to talk to.") String blockedBy,

        @Schema(description = "There, and true, when the space was divided anew and others have a part of it.")
        @Nullable
        Boolean clashing,

        @Schema(description = "When the space was given back.") @Nullable
        Instant removedAt) {
    static BlockView of(Block block) {
        return new BlockView(
                block.id,
                block.centreId,
                block.space.id(),
                block.startsAt,
                block.endsAt,
                block.reason,
                block.blockedBy,
                block.clashing ? Boolean.TRUE : null,
                block.removedAt);
    }
}
