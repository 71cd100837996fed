package org.goldenbridge.event.booking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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

        @Schema(
                description =
                        "How old they are, in years at the start; one for each place. What is for certain ages needs them.")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Min(0) @Max(120) Integer> ages,

        @Schema(description = "0 when left out; who has more is asked first, and that is on record. Managers only.")
        @Min(0)
        @Max(9)
        @Nullable
        Integer priority) {
    WaitingListDraft {
        BookingDraft.mustBeOfEach(ages, places);
    }

    int rank() {
        return priority == null ? 0 : priority;
    }
}
