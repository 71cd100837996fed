package org.goldenbridge.event.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.programme.EventSummary;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A series as it is shown; its sessions are in the schedule. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An event that repeats by a rule. Its sessions are at /v1/sessions?series=.")
record SeriesView(
        UUID id,
        EventSummary event,
        String centreId,
        SeriesStatus status,

        @Schema(
                description = "The rule, as in an RRULE of RFC 5545; its UNTIL is a wall time of the place.",
                examples = "FREQ=WEEKLY;BYDAY=TU;COUNT=12")
        String rule,

        @Schema(
                implementation = String.class,
                description = "From when the rule counts, in wall time of the place.",
                examples = "2027-01-12T18:00:00")
        LocalDateTime startsOn,

        @Schema(description = "How long each session lasts, ISO 8601.", examples = "PT1H30M")
        String duration,

        @Schema(examples = "Asia/Shanghai") String zone,
        @Nullable UUID spaceId,
        @Nullable Venue venue,

        @Schema(description = "The course of which its sessions are the lessons.") @Nullable
        UUID courseId,

        @Schema(description = "Its own limit; the room's holds as well.", examples = "15") @Nullable
        Integer capacity,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                description = "Wall times left out, those whose session was cancelled by itself included.",
                examples = "[\"2027-02-16T18:00:00\"]")
        List<LocalDateTime> exceptions,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                description = "Wall times besides those of the rule.")
        List<LocalDateTime> extraDates,

        @Schema(description = "The series of which this one was the later part, before it was split.") @Nullable
        UUID follows) {

    static SeriesView of(Series series, Collection<LocalDateTime> cancelled, ReaderLanguage reader) {
        var exceptions = new TreeSet<>(series.exceptions.dates());
        exceptions.addAll(cancelled);
        return new SeriesView(
                series.id,
                series.event.summary().in(reader),
                series.centreId,
                series.status,
                series.rule,
                series.startsOn,
                java.time.Duration.ofMinutes(series.minutes).toString(),
                series.zone,
                series.spaceId(),
                series.venue == null ? null : series.venue.in(reader),
                series.courseId,
                series.capacityLimit,
                List.copyOf(exceptions),
                series.extraDates.dates(),
                series.follows);
    }
}
