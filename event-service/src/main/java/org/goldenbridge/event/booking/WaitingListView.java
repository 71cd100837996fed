package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of a waiting list as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WaitingListEntry", description = "A group that waits for places, its place in the list, and why.")
record WaitingListView(
        UUID id,
        @Nullable UUID sessionId,
        @Nullable UUID courseId,
        BookingView.VisitorView visitor,
        @Schema(examples = "2") int places,

        @Schema(description = "How old they are, in years.") @Nullable
        List<Integer> ages,

        @Schema(examples = "0") int priority,

        @Schema(
                implementation = String.class,
                enumeration = {"waiting", "offered", "accepted", "declined", "lapsed", "left", "ended"},
                examples = "waiting")
        WaitingListEntry.Status status,

        Instant joinedAt,

        @Schema(description = "1 is asked next; there while it waits.", examples = "1") @Nullable
        Integer position,

        @Schema(description = "Who was asked before it although it came first, and why.")
        List<Overtaken> overtaken,

        @Schema(description = "The places that are offered to it.") @Nullable
        OfferView offer,

        @Nullable Instant endedAt) {

    /** An offer as the desk sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Offer", description = "Places that are kept until the group answers.")
    record OfferView(
            UUID id,

            @Schema(
                    implementation = String.class,
                    enumeration = {"open", "accepted", "declined", "expired", "withdrawn"},
                    examples = "open")
            Offer.Status status,

            Instant madeAt,
            Instant expiresAt) {
        static OfferView of(Offer offer) {
            return new OfferView(offer.id, offer.status, offer.madeAt, offer.expiresAt);
        }
    }

    /**
     * That somebody was asked before.
     *
     * @param by the entry that was asked
     * @param reason {@code group-does-not-fit-yet}, {@code larger-than-the-session} or {@code priority}
     */
    @Schema(name = "Overtaken", description = "That another group was asked first, and why.")
    record Overtaken(
            UUID by,
            Instant at,

            @Schema(enumeration = {"group-does-not-fit-yet", "larger-than-the-session", "priority"})
            String reason) {}
}
