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

/** One allocation, for the desk of the centre. */
@Path("/v1/allocations/{allocationId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class AllocationResource {
    private final Allocations allocations;
    private final DeskAccess access;
    private final Clock clock;

    AllocationResource(Allocations allocations, DeskAccess access, Clock clock) {
        this.allocations = allocations;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Read an allocation", description = "As it is now.")
    @APIResponseSchema(value = AllocationView.class, responseDescription = "It")
    public AllocationView read(UUID allocationId) {
        return AllocationView.of(own(allocationId));
    }

    @POST
    @Path("/release")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Release an allocation",
            description =
                    "Gives its places back at once, to the waiting list first. One that has ended stays as it is.")
    @APIResponseSchema(value = AllocationView.class, responseDescription = "As it is now")
    @APIResponse(responseCode = "409", description = "`session-over`; `course-over`: it stays as it was")
    public AllocationView release(UUID allocationId) {
        var allocation = own(allocationId);
        allocations.release(allocation, access.subject(), clock.instant());
        return AllocationView.of(allocation);
    }

    private Allocation own(UUID allocationId) {
        var allocation = Allocation.required(allocationId);
        access.mustBeOf(allocation.opportunity);
        return allocation;
    }
}
