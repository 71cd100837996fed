package org.goldenbridge.event.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** What changes of a series; what is not there stays as it is. */
@Schema(
        description = "What changes of a series, and from when on; what is not there stays as it is.",
        examples = "{\"scope\": \"from\", \"from\": \"2027-02-09T18:00\", \"time\": \"19:00\"}")
public record SeriesChange(
        @Schema(description = "All sessions still to come, or those from an occurrence on.", examples = "from") @NotNull
        Scope scope,

        @Schema(
                description = "The wall time of the first occurrence that changes, when the scope is from.",
                examples = "2027-02-09T18:00")
        @Size(max = 40)
        @Nullable
        String from,

        @Schema(
                description = "Another rule; it counts from the start of what changes.",
                examples = "FREQ=WEEKLY;BYDAY=WE;COUNT=8")
        @Size(min = 1, max = 500)
        @Nullable
        String rule,

        @Schema(description = "Another time of the day.", examples = "19:00") @Size(max = 40) @Nullable
        String time,

        @Schema(description = "Another duration, ISO 8601.", examples = "PT2H") @Size(max = 40) @Nullable
        String duration,

        @Schema(description = "Another space.") @Nullable UUID spaceId,

        @Schema(description = "A venue instead.") @Valid @Nullable
        Venue venue,

        @Schema(description = "Another limit.", examples = "20") @Min(1) @Max(100_000) @Nullable
        Integer capacity,

        @Schema(
                description = "Occurrences to leave out, at the time of the day that they have so far.",
                examples = "[\"2027-02-16T18:00\"]")
        @Size(max = 500)
        @Nullable
        List<@Size(max = 40) String> addExceptions,

        @Schema(description = "Exceptions to take back, at the time of the day that they have so far.")
        @Size(max = 500)
        @Nullable
        List<@Size(max = 40) String> removeExceptions,

        @Schema(description = "Occurrences besides those of the rule, from now on.") @Size(max = 500) @Nullable
        List<@Size(max = 40) String> addDates,

        @Schema(description = "True cancels the sessions instead, those edited by themselves as well.") @Nullable
        Boolean cancelled,

        @Schema(description = "Why sessions are cancelled, as the public reads it.") @ShortText(max = 500) @Nullable
        LocalizedText reason,

        @Schema(description = "Why it may stand outside the opening hours or in a closure; managers only.")
        @Size(min = 3, max = 500)
        @Nullable
        String hoursOverride) {

    boolean cancels() {
        return Boolean.TRUE.equals(cancelled);
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
