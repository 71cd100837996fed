package org.goldenbridge.event.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.EventSummary;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A course as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One enrolment for all lessons. The lessons are in the schedule, at /v1/sessions?course=.")
record CourseView(
        UUID id,
        EventSummary event,
        String centreId,

        @Schema(
                implementation = String.class,
                enumeration = {"scheduled", "cancelled"},
                examples = "scheduled")
        CourseStatus status,

        @Schema(description = "Why it was cancelled.") @Nullable
        LocalizedText cancelReason,

        @Schema(description = "How many lessons take place.", examples = "12")
        int lessons,

        @Schema(description = "When the first lesson begins, in UTC.", examples = "2027-01-12T17:00:00Z") @Nullable
        Instant startsAt,

        @Schema(description = "When the last lesson ends, in UTC.", examples = "2027-03-30T17:30:00Z") @Nullable
        Instant endsAt,

        @Schema(description = "In the centre's time.", examples = "2027-01-12T18:00:00+01:00") @Nullable
        OffsetDateTime localStartsAt,

        @Schema(description = "In the centre's time.", examples = "2027-03-30T19:30:00+02:00") @Nullable
        OffsetDateTime localEndsAt,

        @Schema(examples = "Europe/Paris") String zone,

        @Schema(description = "How many may enrol.", examples = "12")
        int capacity,

        @Schema(description = "Below how many the centre looks whether it takes place.", examples = "5") @Nullable
        Integer minimum,

        @Schema(examples = "7") int placesLeft,
        Availability places,

        @Schema(description = "How many groups wait; while somebody does, free places are theirs.", examples = "0")
        int waiting,

        @Schema(description = "How many more places each lesson has.", examples = "3")
        int extraPlaces,

        @Schema(description = "Whether anybody may come to one lesson alone.")
        boolean dropIn,

        @Schema(description = "What a visitor pays for one lesson, at the desk.") @Nullable
        Price lessonPrice) {
    static CourseView of(Course course, Lessons lessons, Places.Count places, ReaderLanguage reader) {
        var zone = ZoneId.of(lessons.zone());
        var left = course.status == CourseStatus.CANCELLED ? 0 : places.open();
        return new CourseView(
                course.id,
                course.event.summary().in(reader),
                course.centreId,
                course.status,
                reader.ofNullable(course.cancelReason),
                lessons.count(),
                lessons.startsAt(),
                lessons.endsAt(),
                local(lessons.startsAt(), zone),
                local(lessons.endsAt(), zone),
                lessons.zone(),
                course.capacity,
                course.minimum,
                left,
                Availability.of(left, places.capacity(), places.waiting()),
                places.waiting(),
                course.extraPlaces,
                course.dropIn,
                course.lessonPrice());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
