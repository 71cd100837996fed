package org.goldenbridge.event.calllist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Somebody to be told of something, as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Call",
        description = "Somebody whom the desk has to tell of a change; the service tells nobody by itself.")
record CallView(
        @Schema(examples = "481") long id,

        @Schema(
                description = "What they are to be told of.",
                enumeration = {
                    "session-cancelled",
                    "session-moved",
                    "session-restored",
                    "course-cancelled",
                    "course-restored",
                    "lesson-cancelled",
                    "lesson-moved",
                    "lesson-restored",
                    "lessons-changed",
                    "place-offered",
                    "offer-expired",
                    "waiting-list-ended"
                },
                examples = "session-cancelled")
        String kind,

        @Schema(description = "The session, or the first lesson of the course.")
        UUID sessionId,

        @Schema(description = "There when it is of a course as a whole.") @Nullable
        UUID courseId,

        LocalizedText title,

        @Schema(description = "When that session begins.", examples = "2027-03-05T11:00:00Z")
        Instant startsAt,

        @Schema(examples = "Camille Laurent") String name,
        @Schema(examples = "camille.laurent@example.org") String contact,

        @Schema(description = "The language in which they are spoken to (BCP 47).", examples = "fr")
        String language,

        @Schema(description = "For how many people they answer.", examples = "2")
        int places,

        @Schema(description = "When the offer ends of which they are told.") @Nullable
        Instant offeredUntil,

        Instant createdAt,

        @Schema(description = "Who told them, by the account's subject; absent until somebody has.") @Nullable
        String toldBy,

        @Nullable Instant toldAt) {
    static CallView of(CallList.Call call) {
        return new CallView(
                call.id(),
                call.kind(),
                call.session(),
                call.isOfCourse() ? call.opportunity() : null,
                call.title(),
                call.startsAt(),
                call.name(),
                call.contact(),
                call.language(),
                call.places(),
                call.offeredUntil(),
                call.createdAt(),
                call.toldBy(),
                call.toldAt());
    }
}
