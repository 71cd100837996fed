package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.goldenbridge.event.programme.ProgrammeTree;
import org.goldenbridge.platform.security.Caller;

/** Whom the cancellation of a programme with its events would reach, in numbers; for who answers for it. */
@Path("/v1/programmes/{programmeId}/reach")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
class ProgrammeReachResource {
    private final ProgrammeTree tree;
    private final Caller caller;
    private final Reach reach;
    private final Clock clock;

    ProgrammeReachResource(ProgrammeTree tree, Caller caller, Reach reach, Clock clock) {
        this.tree = tree;
        this.caller = caller;
        this.reach = reach;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Count whom a cancellation reaches",
            description =
                    "How many sessions, bookings (enrolments in courses among them) and waiting groups the cancellation of the programme would end, `withEvents`:"
                            + " those of the same centre in it and in its parts.")
    @APIResponseSchema(value = EventReachView.class, responseDescription = "The numbers as they are now")
    @APIResponse(responseCode = "422", description = "`no-own-events`: the network has no events of its own")
    public EventReachView read(UUID programmeId) {
        return reach.of(tree.eventsCancelledWith(programmeId, caller), clock.instant());
    }
}
