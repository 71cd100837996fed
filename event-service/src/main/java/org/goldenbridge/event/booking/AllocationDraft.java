package org.goldenbridge.event.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Places for a partner until a date. */
@Schema(
        description = "Places for a partner until a date; then what is left goes back to the public.",
        examples = "{\"partner\": \"Beijing university of language and culture\", \"places\": 10, \"releaseAt\":"
                + " \"2026-12-01T12:00\"}")
public record AllocationDraft(
        @NotBlank @Size(max = 200) String partner,
        @NotNull @Min(1) @Max(100_000) Integer places,

        @Schema(description = "Wall time of the place, or an instant; before the session or course begins.")
        @NotBlank
        @Size(max = 40)
        String releaseAt) {}
