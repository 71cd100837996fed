package org.goldenbridge.centre.centre;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A closure as it is announced or edited. */
@Schema(
        description =
                "A closure as it is announced or edited. Times are wall times of the centre, or instants with their "
                        + "offset.",
        examples = """
                {"centreId": "beijing", "spaceId": null, "startsAt": "2026-12-31T00:00", "endsAt": "2027-01-02T00:00",
                 "reason": {"en": "New Year", "fr": "Nouvel an"}}""")
record ClosureDraft(
        @Schema(description = "The centre that is closed, or that has the space.", examples = "beijing")
        @NotNull
        @Size(max = 40)
        String centreId,

        @Schema(description = "The space that is closed; null or absent when it is the whole centre.") @Nullable
        UUID spaceId,

        @Schema(description = "From, inclusive.", examples = "2026-12-31T00:00") @NotNull @Size(max = 40)
        String startsAt,

        @Schema(description = "Until, exclusive.", examples = "2027-01-02T00:00") @NotNull @Size(max = 40)
        String endsAt,

        @NotNull @ShortText LocalizedText reason) {}
