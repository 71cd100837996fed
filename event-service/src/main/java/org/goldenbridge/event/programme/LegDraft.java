package org.goldenbridge.event.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A leg of a touring exhibition as it is planned or edited. */
@Schema(
        description = "A leg of a touring exhibition: at a centre or at a venue, in local days.",
        examples =
                "{\"centreId\": \"paris\", \"opensOn\": \"2027-02-01\", \"closesOn\": \"2027-04-15\", \"setUpDays\": 4,"
                        + " \"transitDaysBefore\": 10}")
record LegDraft(
        @Schema(description = "The centre where it stands; this or a venue.", examples = "paris")
        @Size(min = 1, max = 40)
        @Nullable
        String centreId,

        @Schema(description = "The house where it stands; this or a centre.") @Valid @Nullable
        LegVenue venue,

        @Schema(description = "The space of the centre in which it stands. It is not claimed: sessions claim.")
        @Nullable
        UUID spaceId,

        @Schema(description = "The first local day on which it is open.", examples = "2027-02-01") @NotNull @Sensible
        LocalDate opensOn,

        @Schema(description = "The last local day on which it is open.", examples = "2027-04-15") @NotNull @Sensible
        LocalDate closesOn,

        @Schema(description = "Days of setting up before it opens.", examples = "4") @Min(0) @Max(365) @Nullable
        Integer setUpDays,

        @Schema(description = "Days on the way before setting up begins.", examples = "10") @Min(0) @Max(365) @Nullable
        Integer transitDaysBefore) {}
