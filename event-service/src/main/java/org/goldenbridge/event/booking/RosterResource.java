package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bookings of a session. Only the desk of its centre sees or does anything here. */
@Path("/v1/sessions/{sessionId}/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings", description = "Places taken by visitors. For the desk of the session's centre alone.")
class RosterResource {
    private final SessionBookings bookings;
    private final DeskAccess access;
    private final Register register;

    RosterResource(SessionBookings bookings, DeskAccess access, Register register) {
        this.bookings = bookings;
        this.access = access;
        this.register = register;
    }

    @POST
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Book a visitor in",
            description = "Takes the places of a session for a visitor, or a group under one name: all or none. Safe to"
                    + " repeat with the same Idempotency-Key: it never books twice.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "A value of the client's own; the same again when the request is repeated.",
            example = "3f0c2c5e-desk-2-0142",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = BookingView.class, responseCode = "201", responseDescription = "The booking")
    @APIResponse(
            responseCode = "409",
            description =
                    "`sold-out`: not enough places are left; `enrolled-only`: the lesson has no places for others; `others-wait`: put the visitor on the waiting list;"
                            + " `already-booked`; `contact-quota`; `no-such-hold`; `not-in-allocation`; `in-progress`;"
                            + " `session-over`; `session-cancelled`")
    @APIResponse(
            responseCode = "422",
            description = "`idempotency-key-reused`: it was used for another request; `age-out-of-range`;"
                    + " `ages-needed`: the session is for certain ages")
    public RestResponse<BookingView> book(
            UUID sessionId,
            @Parameter(hidden = true) @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid BookingDraft draft) {
        var booking = bookings.book(sessionId, idempotencyKey, draft);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, booking)
                .location(URI.create("/v1/bookings/" + booking.id()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "List the bookings of a session",
            description = "The roster, in the order in which it was booked, cancelled ones included.")
    @APIResponseSchema(value = BookingPage.class, responseDescription = "A page of bookings")
    public RestResponse<byte[]> roster(
            UUID sessionId,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        access.session(sessionId);
        return register.page(
                new Lists.Wish("bookings " + sessionId, cursor, limit, ifNoneMatch),
                (after, most) -> Booking.of(sessionId, Lists.id(after), most),
                booking -> booking.id,
                BookingView::of);
    }
}
