package org.goldenbridge.event.booking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who waits, and for how many places. */
@Schema(
        description = "Who waits, and for how many places: all of them or none.",
        examples = "{\"visitor\": {\"name\": \"Camille Laurent\", \"contact\": \"camille.laurent@example.org\","
                + " \"language\": \"fr\"}, \"places\": 2}")
record WaitingListDraft(
        @NotNull @Valid BookingDraft.VisitorDraft visitor,

        @Schema(examples = "2") @NotNull @Min(1) @Max(1000) Integer places,

        @Schema(description = "0 when left out; who has more is asked first, and that is on record. Managers only.")
        @Min(0)
        @Max(9)
        @Nullable
        Integer priority) {
    int rank() {
        return priority == null ? 0 : priority;
    }
}
