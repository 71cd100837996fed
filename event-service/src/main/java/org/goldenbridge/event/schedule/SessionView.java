package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.EventSummary;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A session as it is shown, in UTC and in the time of its place. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An event at a time and place, in UTC and in the time of its place.")
record SessionView(
        UUID id,
        EventSummary event,
        String centreId,
        SessionStatus status,

        @Schema(description = "Why it was cancelled.") @Nullable
        LocalizedText cancelReason,

        @Schema(description = "In UTC.", examples = "2026-12-01T10:00:00Z")
        Instant startsAt,

        @Schema(description = "In UTC.", examples = "2026-12-01T12:00:00Z")
        Instant endsAt,

        @Schema(description = "In the time of its place.", examples = "2026-12-01T18:00:00+08:00")
        OffsetDateTime localStartsAt,

        @Schema(description = "In the time of its place.", examples = "2026-12-01T20:00:00+08:00")
        OffsetDateTime localEndsAt,

        @Schema(examples = "Asia/Shanghai") String zone,
        @Nullable SpaceSummary space,
        @Nullable Venue venue,
        @Nullable OnlineView online,

        @Schema(description = "Who teaches.") List<TeacherSummary> teachers,

        @Schema(description = "The equipment it has claimed.")
        List<EquipmentSummary> equipment,

        @Schema(examples = "20") int capacity,
        @Schema(examples = "7") int placesLeft,
        Availability places,

        @Schema(description = "How many groups wait; while somebody does, free places are theirs.", examples = "0")
        int waiting,

        @Schema(
                description =
                        "There, and true, when it lost a part of a room that was divided anew, or a stock was cut below what it has claimed.")
        @Nullable
        Boolean clashing,

        @Schema(
                description =
                        "There, and true, when it stands in a closure that was announced after it was planned: somebody has to"
                                + " move, cancel or confirm it.")
        @Nullable
        Boolean inClosure,

        @Schema(
                description =
                        "The course of which it is a lesson; its places are then those for who comes to this lesson alone.")
        @Nullable
        UUID courseId,

        @Schema(description = "The series that it is an occurrence of.") @Nullable
        UUID seriesId,

        @Schema(
                implementation = String.class,
                description = "The wall time of that occurrence in its series.",
                examples = "2026-12-01T18:00:00")
        @Nullable
        LocalDateTime seriesStart,

        @Schema(description = "There, and true, when it was edited by itself and no longer follows its series.")
        @Nullable
        Boolean seriesOverride) {

    /** A space as the schedule shows it beside a session. */
    @Schema(name = "SpaceSummary")
    record SpaceSummary(UUID id, LocalizedText name) {}

    /** A teacher as the schedule shows them beside a session. */
    @Schema(name = "TeacherSummary")
    record TeacherSummary(
            UUID id, @Schema(examples = "Aigul Sarsenova") String name) {}

    /** Equipment as the schedule shows it beside a session. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EquipmentSummary")
    record EquipmentSummary(
            UUID id,
            LocalizedText name,
            @Schema(examples = "12") int quantity,

            @Schema(description = "How many of them each person needs.") @Nullable
            Integer perPerson) {}

    /**
     * @param inClosure whether it stands in a closure that nobody has decided about
     * @param withLink whether the reader may know where an online session is joined
     */
    static SessionView of(
            Session session,
            Places.Count places,
            Needed needed,
            boolean inClosure,
            boolean withLink,
            ReaderLanguage reader) {
        var zone = ZoneId.of(session.zone);
        var left = session.status == SessionStatus.CANCELLED ? 0 : places.open();
        return new SessionView(
                session.id,
                session.event.summary().in(reader),
                session.centreId,
                session.status,
                reader.ofNullable(session.cancelReason),
                session.startsAt,
                session.endsAt,
                session.startsAt.atZone(zone).toOffsetDateTime(),
                session.endsAt.atZone(zone).toOffsetDateTime(),
                session.zone,
                session.space == null ? null : new SpaceSummary(session.space.id(), reader.of(session.space.name())),
                session.venue == null ? null : session.venue.in(reader),
                session.online == null ? null : session.online.view(withLink),
                Stream.of(session.teacherIds)
                        .map(id -> new TeacherSummary(
                                id,
                                Objects.requireNonNull(needed.teachers().get(id))
                                        .name()))
                        .toList(),
                session.equipment.all().stream()
                        .map(need -> new EquipmentSummary(
                                need.equipmentId(),
                                reader.of(Objects.requireNonNull(
                                                needed.equipment().get(need.equipmentId()))
                                        .name()),
                                need.quantity(),
                                need.perPerson()))
                        .toList(),
                places.capacity(),
                left,
                Availability.of(left, places.capacity(), places.waiting()),
                places.waiting(),
                session.needsALook() ? Boolean.TRUE : null,
                inClosure ? Boolean.TRUE : null,
                session.courseId,
                session.seriesId,
                session.seriesStart,
                (session.seriesOverride && session.status == SessionStatus.SCHEDULED) ? Boolean.TRUE : null);
    }
}
