package org.goldenbridge.event.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who came to a session. Only the desk of its centre sees or does anything here. */
@Path("/v1/sessions/{sessionId}/attendance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance", description = "Who is expected at a session, and who came.")
class AttendanceResource {
    private final Attendance attendance;
    private final Lists lists;
    private final Clock clock;

    AttendanceResource(Attendance attendance, Lists lists, Clock clock) {
        this.attendance = attendance;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Read who is expected and who came",
            description =
                    "Who booked the session, who is enrolled in its course, and who makes up for another lesson, in"
                            + " the order in which they booked.")
    @APIResponseSchema(value = AttendancePage.class, responseDescription = "A page of the attendance")
    public RestResponse<byte[]> list(
            UUID sessionId,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return lists.page(
                new Lists.Wish("attendance " + sessionId, cursor, limit, ifNoneMatch),
                (after, most) -> attendance.expected(sessionId, Lists.id(after), most),
                expected -> expected.bookingId().toString(),
                expected -> expected);
    }

    @PUT
    @Path("/{bookingId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Note who came",
            description = "How many of a booking came to this session: of its own bookings, or of those of its course."
                    + " Noting the same twice changes nothing. An absence can be noted ahead, and lets who is enrolled"
                    + " make up for the lesson.")
    @APIResponseSchema(value = AttendanceView.class, responseDescription = "As it is noted now")
    @APIResponse(
            responseCode = "409",
            description = "`session-ahead`: earlier than six hours before it starts only an absence can be noted;"
                    + " `session-cancelled`; `booking-cancelled`")
    @APIResponse(responseCode = "422", description = "`more-than-booked`: there are fewer places")
    public AttendanceView note(UUID sessionId, UUID bookingId, @NotNull @Valid AttendanceDraft draft) {
        return attendance.note(sessionId, bookingId, draft.present(), clock.instant());
    }
}
