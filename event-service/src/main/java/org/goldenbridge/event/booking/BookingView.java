package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/** A booking as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A booking, as the desk sees it.")
record BookingView(
        UUID id,
        UUID sessionId,
        BookingStatus status,
        @Schema(examples = "2") int places,
        VisitorView visitor,
        Instant bookedAt,

        @Schema(description = "What it costs altogether, to be paid at the desk.") @Nullable
        Price price,

        @Schema(description = "When it was paid.") @Nullable Instant paidAt,

        @Schema(description = "The partner's allocation out of which it is.") @Nullable
        UUID allocationId,

        @Nullable Instant cancelledAt) {

    /** A visitor as the desk sees them. */
    @Schema(name = "VisitorView")
    record VisitorView(UUID id, String name, String contact, String language) {}

    static BookingView of(Booking booking) {
        var visitor = booking.visitor;
        return new BookingView(
                booking.id,
                booking.sessionId,
                booking.status,
                booking.places,
                new VisitorView(visitor.id, visitor.name, visitor.contact, visitor.language),
                booking.bookedAt,
                booking.price(),
                booking.paidAt,
                booking.allocationId,
                booking.cancelledAt);
    }
}
