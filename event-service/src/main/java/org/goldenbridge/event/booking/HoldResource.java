package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;

/** One hold, for the desk of the centre. */
@Path("/v1/holds/{holdId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class HoldResource {
    private final Holds holds;
    private final DeskAccess access;
    private final Clock clock;

    HoldResource(Holds holds, DeskAccess access, Clock clock) {
        this.holds = holds;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Read a hold", description = "As it is now.")
    @APIResponseSchema(value = HoldView.class, responseDescription = "It")
    public HoldView read(UUID holdId) {
        return HoldView.of(own(holdId));
    }

    @POST
    @Path("/release")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Release a hold",
            description =
                    "Gives its places back at once, to the waiting list first. One that has ended stays as it is.")
    @APIResponseSchema(value = HoldView.class, responseDescription = "As it is now")
    @APIResponse(responseCode = "409", description = "`session-over`; `course-over`: it stays as it was")
    public HoldView release(UUID holdId) {
        var hold = own(holdId);
        holds.release(hold, access.subject(), clock.instant());
        return HoldView.of(hold);
    }

    private Hold own(UUID holdId) {
        var hold = Hold.required(holdId);
        access.mustBeOf(hold.opportunity);
        return hold;
    }
}
