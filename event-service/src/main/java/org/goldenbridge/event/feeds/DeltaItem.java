package org.goldenbridge.event.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** What an app must know of a session that changed: all that a list shows of it, or its places alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A session that changed: all that a list shows of it, its places alone when only these changed, or that it has gone.",
        examples = """
                {"id": "018f6f6e-0000-7000-8000-000000000001", "places": "few", "placesLeft": 3}""")
record DeltaItem(
        UUID id,

        @Schema(description = "There, and true, when it ended long ago and is to be forgotten.") @Nullable
        Boolean deleted,

        @Nullable UUID eventId,
        @Nullable EventKind kind,
        @Nullable LocalizedText title,
        @Nullable Boolean cancelled,

        @Schema(description = "In UTC.", examples = "2026-12-01T10:00:00Z") @Nullable
        Instant startsAt,

        @Schema(description = "In UTC.", examples = "2026-12-01T12:00:00Z") @Nullable
        Instant endsAt,

        @Schema(description = "In the time of its place.", examples = "2026-12-01T18:00:00+08:00") @Nullable
        OffsetDateTime localStartsAt,

        @Schema(description = "In the time of its place.", examples = "2026-12-01T20:00:00+08:00") @Nullable
        OffsetDateTime localEndsAt,

        @Schema(examples = "Asia/Shanghai") @Nullable String zone,
        @Schema(examples = "beijing") @Nullable String centreId,

        @Schema(description = "The name of the space or the venue; not there online.") @Nullable
        LocalizedText where,

        @Nullable UUID courseId,
        @Nullable Availability places,
        @Schema(examples = "3") @Nullable Integer placesLeft) {

    static DeltaItem gone(UUID id) {
        return new DeltaItem(
                id, true, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static DeltaItem ofPlaces(ScheduleEntry entry) {
        return new DeltaItem(
                entry.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                entry.places(),
                entry.placesLeft());
    }

    static DeltaItem of(ScheduleEntry entry, ReaderLanguage reader) {
        return new DeltaItem(
                entry.id(),
                null,
                entry.eventId(),
                entry.kind(),
                reader.of(entry.title()),
                entry.cancelled() ? Boolean.TRUE : null,
                entry.startsAt(),
                entry.endsAt(),
                entry.localStart().toOffsetDateTime(),
                entry.localEnd().toOffsetDateTime(),
                entry.zone().getId(),
                entry.centre().id(),
                reader.ofNullable(where(entry)),
                entry.courseId(),
                entry.places(),
                entry.placesLeft());
    }

    private static @Nullable LocalizedText where(ScheduleEntry entry) {
        var space = entry.space();
        var venue = entry.venue();
        return space != null ? space.name() : venue != null ? venue.name() : null;
    }
}
