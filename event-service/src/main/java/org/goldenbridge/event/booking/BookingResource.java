package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;

/** One booking, for the desk of the centre. */
@Path("/v1/bookings/{bookingId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class BookingResource {
    private final SessionBookings bookings;
    private final DeskAccess access;

    BookingResource(SessionBookings bookings, DeskAccess access) {
        this.bookings = bookings;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Read a booking", description = "One booking with its visitor.")
    @APIResponseSchema(value = BookingView.class, responseDescription = "The booking")
    public BookingView read(UUID bookingId) {
        return BookingView.of(own(bookingId));
    }

    @POST
    @Path("/cancellation")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Cancel a booking",
            description = "Gives its places back at once. Cancelling twice changes nothing more.")
    @APIResponseSchema(value = BookingView.class, responseDescription = "The cancelled booking")
    @APIResponse(responseCode = "409", description = "`session-over`; `course-over`: it stays as it was")
    public BookingView cancel(UUID bookingId) {
        return bookings.cancel(bookingId);
    }

    @PUT
    @Path("/payment")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Note a payment at the desk",
            description =
                    "Whether the booking is paid; saying the same twice changes nothing more. Money itself is not moved.")
    @APIResponseSchema(value = BookingView.class, responseDescription = "The booking as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`nothing-to-pay`: it costs nothing; `booking-cancelled`: only taking a payment back is possible")
    public BookingView pay(UUID bookingId, @NotNull @Valid PaymentDraft draft) {
        return bookings.pay(bookingId, draft.paid());
    }

    private Booking own(UUID bookingId) {
        var booking = Booking.required(bookingId);
        access.mustBeOf(booking.opportunity);
        return booking;
    }
}
