package org.goldenbridge.event.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.schedule.Place;
import org.goldenbridge.event.schedule.Venue;
import org.jspecify.annotations.Nullable;

/** A series as it is planned. */
@Schema(
        description = "A series as it is planned: a rule in the wall time of the place.",
        examples = "{\"eventId\": \"018f6f6e-0000-7000-8000-000000000001\", \"spaceId\":"
                + " \"018f6f6e-0000-7000-8000-000000000002\", \"startsOn\": \"2027-01-12T18:00\", \"duration\":"
                + " \"PT1H30M\", \"rule\": \"FREQ=WEEKLY;BYDAY=TU;COUNT=12\", \"exceptions\": [\"2027-02-16T18:00\"],"
                + " \"capacity\": 15}")
public record SeriesDraft(
        @Schema(description = "What is on.") @NotNull UUID eventId,

        @Schema(description = "The course of which its sessions are the lessons; their capacity is then the course's.")
        @Nullable
        UUID courseId,

        @Schema(description = "The space it takes; this or a venue.") @Nullable
        UUID spaceId,

        @Schema(description = "The place it is held at, whose zone counts then; this or a space.") @Valid @Nullable
        Venue venue,

        @Schema(description = "From when the rule counts, in wall time of the place.", examples = "2027-01-12T18:00")
        @NotBlank
        @Size(max = 40)
        String startsOn,

        @Schema(description = "How long each session lasts, ISO 8601.", examples = "PT1H30M") @NotBlank @Size(max = 40)
        String duration,

        @Schema(
                description = "The rule, as in an RRULE of RFC 5545 (3.3.10), with COUNT or UNTIL.",
                examples = "FREQ=WEEKLY;BYDAY=TU;COUNT=12")
        @NotBlank
        @Size(max = 500)
        String rule,

        @Schema(description = "Occurrences to leave out, in wall time.", examples = "[\"2027-02-16T18:00\"]")
        @Size(max = 500)
        @Nullable
        List<@NotBlank @Size(max = 40) String> exceptions,

        @Schema(
                description = "Occurrences besides those of the rule, in wall time.",
                examples = "[\"2027-02-20T11:00\"]")
        @Size(max = 500)
        @Nullable
        List<@NotBlank @Size(max = 40) String> extraDates,

        @Schema(description = "Its own limit; the room's holds as well. Needed at a venue.", examples = "15")
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer capacity,

        @Schema(description = "Why it may stand outside the opening hours or in a closure; managers only.")
        @Size(min = 3, max = 500)
        @Nullable
        String hoursOverride) {

    Place place() {
        return new Place(spaceId, venue, null);
    }
}
