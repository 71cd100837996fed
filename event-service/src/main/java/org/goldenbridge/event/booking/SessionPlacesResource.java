package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;

/** Who has the places of a session, in numbers; for the desk of its centre. */
@Path("/v1/sessions/{sessionId}/places")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class SessionPlacesResource {
    private final DeskAccess access;
    private final PlacesCount count;

    SessionPlacesResource(DeskAccess access, PlacesCount count) {
        this.access = access;
        this.count = count;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Count the places of a session",
            description = "Who has them, and how many people a move or a cancellation would reach.")
    @APIResponseSchema(value = PlacesView.class, responseDescription = "The numbers as they are now")
    public PlacesView read(UUID sessionId) {
        return count.of(access.session(sessionId));
    }
}
