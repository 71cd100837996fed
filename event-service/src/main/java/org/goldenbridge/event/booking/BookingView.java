package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/** A booking as the desk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A booking, as the desk sees it.")
public record BookingView(
        UUID id,

        @Schema(description = "The session that is booked; there unless it is a course.") @Nullable
        UUID sessionId,

        @Schema(description = "The course that is booked: one enrolment for all its lessons.") @Nullable
        UUID courseId,

        BookingStatus status,
        @Schema(examples = "2") int places,
        VisitorView visitor,

        @Schema(description = "How old they are, in years at the start.") @Nullable
        List<Integer> ages,

        Instant bookedAt,

        @Schema(description = "What it costs altogether, to be paid at the desk.") @Nullable
        Price price,

        @Schema(description = "When it was paid.") @Nullable Instant paidAt,

        @Schema(description = "The partner's allocation out of which it is.") @Nullable
        UUID allocationId,

        @Schema(description = "The enrolment for which this makes up for a missed lesson.") @Nullable
        UUID makesUpFor,

        @Schema(description = "The lesson that was missed.") @Nullable
        UUID missedLesson,

        @Nullable Instant cancelledAt) {

    /** A visitor as the desk sees them. */
    @Schema(name = "VisitorView")
    public record VisitorView(UUID id, String name, String contact, String language) {}

    static BookingView of(Booking booking) {
        var visitor = booking.visitor;
        return new BookingView(
                booking.id,
                booking.opportunity.sessionId(),
                booking.opportunity.courseId(),
                booking.status,
                booking.places,
                new VisitorView(visitor.id, visitor.name, visitor.contact, visitor.language),
                booking.ages == null ? null : List.of(booking.ages),
                booking.bookedAt,
                booking.price(),
                booking.paidAt,
                booking.allocationId,
                booking.makeUpFor,
                booking.missedLesson,
                booking.cancelledAt);
    }
}
