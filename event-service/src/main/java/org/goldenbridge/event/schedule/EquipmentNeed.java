package org.goldenbridge.event.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** So many of a stock of equipment, for the time of a session with set-up and clearing. */
@Schema(description = "So many of a stock of equipment, for the time of the session with set-up and clearing.")
public record EquipmentNeed(
        @Schema(description = "The stock.") @NotNull UUID equipmentId,

        @Schema(description = "How many of it.", examples = "12") @NotNull @Min(1) @Max(100_000)
        Integer quantity,

        @Schema(
                description =
                        "How many of them each person needs: then no more may come than there are for. Left out where they"
                                + " are for all together.",
                examples = "1")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer perPerson) {}
