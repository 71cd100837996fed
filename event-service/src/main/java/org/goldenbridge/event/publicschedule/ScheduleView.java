package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A session as apps, web pages and screens show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A session of the public schedule, in UTC and in the time of its place. With fields, only the id and"
                        + " the fields that were asked for are there.")
record ScheduleView(
        UUID id,
        UUID eventId,
        EventKind kind,
        LocalizedText title,

        @Schema(description = "Only when it is among the fields that are asked for.") @Nullable
        LocalizedText description,

        Audience audience,
        @Nullable Level level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,

        @Schema(description = "The languages in which it is held (BCP 47).", examples = "[\"zh-Hans\", \"kk\"]")
        List<String> languages,

        @Schema(
                description =
                        "What a place costs; left out where it costs nothing. For a lesson that cannot be booked by"
                                + " itself, what the course costs.")
        @Nullable
        Price price,

        @Schema(
                description = "Whether it takes place.",
                enumeration = {"scheduled", "cancelled"},
                examples = "scheduled")
        String status,

        @Schema(description = "Why it was cancelled.") @Nullable
        LocalizedText cancelReason,

        @Schema(
                description =
                        "When it was to begin before it was moved the last time, in UTC; left out where it was not moved.",
                examples = "2026-11-24T10:00:00Z")
        @Nullable
        Instant previousStartsAt,

        @Schema(description = "In UTC.", examples = "2026-12-01T10:00:00Z")
        Instant startsAt,

        @Schema(description = "In UTC.", examples = "2026-12-01T12:00:00Z")
        Instant endsAt,

        @Schema(description = "In the time of its place.", examples = "2026-12-01T18:00:00+08:00")
        OffsetDateTime localStartsAt,

        @Schema(description = "In the time of its place.", examples = "2026-12-01T20:00:00+08:00")
        OffsetDateTime localEndsAt,

        @Schema(examples = "Asia/Shanghai") String zone,
        ScheduleCentre centre,
        @Nullable ScheduleSpace space,
        @Nullable Venue venue,

        @Schema(description = "There when it takes place online.") @Nullable
        ScheduleOnline online,

        @Schema(description = "Who teaches.") List<String> teachers,

        @Schema(
                description =
                        "How many places are left, in a word. For a lesson that cannot be booked by itself, those of its course.")
        Availability places,

        @Schema(
                description =
                        "How many places are left. In the schedule only when it is among the fields that are asked for: such an"
                                + " answer changes with each booking.",
                examples = "3")
        @Nullable
        Integer placesLeft,

        @Schema(description = "The course of which it is a lesson.") @Nullable
        UUID courseId,

        @Schema(description = "The course of which it is a lesson, and what decides whether to enrol.") @Nullable
        ScheduleCourse course,

        @Nullable ScheduleProgramme programme,
        @Nullable ScheduleImage image,

        @Schema(description = "The public page of its event.")
        String page) {

    /** The centre that answers for a session. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScheduleCentre")
    record ScheduleCentre(
            @Schema(examples = "beijing") String id,
            LocalizedText name,
            @Nullable LocalizedText city,

            @Schema(description = "Degrees north (WGS 84).", examples = "39.9219") @Nullable
            Double latitude,

            @Schema(description = "Degrees east (WGS 84).", examples = "116.4551") @Nullable
            Double longitude) {}

    /** The space in which a session takes place. */
    @Schema(name = "ScheduleSpace")
    record ScheduleSpace(UUID id, LocalizedText name) {}

    /** That a session takes place online. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScheduleOnline")
    record ScheduleOnline(
            @Schema(description = "Where to join; left out where only those who booked may know.") @Nullable
            String link) {}

    /** The course of which a session is a lesson. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScheduleCourse")
    record ScheduleCourse(
            UUID id,

            @Schema(description = "Of the whole course; left out where it costs nothing.") @Nullable
            Price price,

            @Schema(description = "How many may still enrol, in a word.")
            Availability places,

            @Schema(description = "How many lessons take place.", examples = "12")
            int lessons,

            @Schema(description = "When the first lesson begins, in UTC.", examples = "2026-12-01T10:00:00Z")
            Instant startsAt,

            @Schema(description = "When the last lesson ends, in UTC.", examples = "2027-02-16T11:30:00Z")
            Instant endsAt,

            @Schema(
                    description =
                            "Whether one lesson can be booked by itself; then price and places of the session are its own.")
            boolean dropIn) {
        static @Nullable ScheduleCourse of(ScheduleEntry.@Nullable OfCourse course) {
            return course == null
                    ? null
                    : new ScheduleCourse(
                            course.id(),
                            course.price(),
                            course.places(),
                            course.lessons(),
                            course.startsAt(),
                            course.endsAt(),
                            course.dropIn());
        }
    }

    /** The programme that a session stands under. */
    @Schema(name = "ScheduleProgramme")
    record ScheduleProgramme(UUID id, LocalizedText title) {}

    /** The picture of an event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScheduleImage")
    record ScheduleImage(
            @Schema(description = "The large one.") String url,

            @Schema(description = "The same, 480 pixels wide.")
            String smallUrl,

            int width,
            int height,

            @Schema(description = "What is to be seen, for who cannot see it.") @Nullable
            LocalizedText alt) {}

    /** What can be asked for. */
    static final Set<String> FIELDS = Set.copyOf(Arrays.stream(ScheduleView.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList());

    /**
     * @param withDescription whether the long text is shown too
     * @param withPlacesLeft whether the number of places is
     */
    static ScheduleView of(
            ScheduleEntry entry,
            boolean withDescription,
            boolean withPlacesLeft,
            ReaderLanguage reader,
            URI publicUrl) {
        var centre = entry.centre();
        var space = entry.space();
        var online = entry.online();
        var programme = entry.programme();
        var image = entry.image();
        return new ScheduleView(
                entry.id(),
                entry.eventId(),
                entry.kind(),
                reader.of(entry.title()),
                withDescription ? reader.ofNullable(entry.description()) : null,
                entry.audience(),
                entry.level(),
                entry.minimumAge(),
                entry.maximumAge(),
                entry.languages(),
                entry.price(),
                entry.cancelled() ? "cancelled" : "scheduled",
                reader.ofNullable(entry.cancelReason()),
                entry.movedFrom() == null ? null : entry.movedFrom().toInstant(),
                entry.startsAt(),
                entry.endsAt(),
                entry.localStart().toOffsetDateTime(),
                entry.localEnd().toOffsetDateTime(),
                entry.zone().getId(),
                new ScheduleCentre(
                        centre.id(),
                        reader.of(centre.name()),
                        reader.ofNullable(centre.city()),
                        centre.latitude(),
                        centre.longitude()),
                space == null ? null : new ScheduleSpace(space.id(), reader.of(space.name())),
                entry.venue() == null ? null : entry.venue().in(reader),
                online == null ? null : new ScheduleOnline(online.link()),
                entry.teachers(),
                entry.places(),
                withPlacesLeft ? entry.placesLeft() : null,
                entry.courseId(),
                ScheduleCourse.of(entry.course()),
                programme == null ? null : new ScheduleProgramme(programme.id(), reader.of(programme.title())),
                image == null
                        ? null
                        : new ScheduleImage(
                                publicUrl + "/v1/images/" + image.id(),
                                publicUrl + "/v1/images/" + image.id() + "?width=480",
                                image.width(),
                                image.height(),
                                reader.ofNullable(image.alt())),
                publicUrl + "/whats-on/events/" + entry.eventId());
    }
}
