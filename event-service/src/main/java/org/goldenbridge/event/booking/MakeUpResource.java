package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lessons instead of missed ones, for the desk of both centres. */
@Path("/v1/bookings/{bookingId}/make-up-lessons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class MakeUpResource {
    private final MakeUps makeUps;
    private final Register register;
    private final DeskAccess access;
    private final Clock clock;

    MakeUpResource(MakeUps makeUps, Register register, DeskAccess access, Clock clock) {
        this.makeUps = makeUps;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Book a make-up lesson",
            description = "Who is enrolled in a course and missed a lesson, or will, attends one of"
                    + " another course instead, once and at no price. It takes one of the places that a lesson has"
                    + " beyond those of its course; whoever works at the desks of both centres can do it.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "A value of the client's own; the same again when the request is repeated.",
            example = "3f0c2c5e-desk-2-0144",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = BookingView.class,
            responseCode = "201",
            responseDescription = "The booking of the lesson")
    @APIResponse(
            responseCode = "409",
            description =
                    "`not-missed`: nobody is noted as absent from that lesson; `made-up-already`; `not-enrolled`;"
                            + " `already-booked`; `sold-out`; `others-wait`; `in-progress`; `session-over`; `session-cancelled`")
    @APIResponse(
            responseCode = "422",
            description = "`not-a-lesson`: it is not a lesson of a course; `same-lesson`; `idempotency-key-reused`;"
                    + " `ages-needed`; `age-out-of-range`")
    public RestResponse<BookingView> book(
            UUID bookingId,
            @Parameter(hidden = true) @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid MakeUpDraft draft) {
        var enrolment = Booking.required(bookingId);
        access.mustBeOf(enrolment.opportunity);
        var lesson = access.session(draft.sessionId());
        return register.make(
                "make-up " + draft.missedLesson(),
                lesson,
                idempotencyKey,
                draft,
                () -> makeUps.book(enrolment, lesson, draft, access.subject(), clock.instant()),
                "/v1/bookings/",
                made -> BookingView.of(Booking.required(made)));
    }
}
