package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
                booking.cancelledAt);
    }
}
