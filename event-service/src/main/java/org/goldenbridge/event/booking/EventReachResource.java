package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.security.Caller;

/** Whom the cancellation of an event would reach, in numbers; for the desk of its centre. */
@Path("/v1/events/{eventId}/reach")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programme")
class EventReachResource {
    private final Caller caller;
    private final Reach reach;
    private final Clock clock;

    EventReachResource(Caller caller, Reach reach, Clock clock) {
        this.caller = caller;
        this.reach = reach;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Count whom a cancellation reaches",
            description =
                    "How many sessions, bookings (enrolments in courses among them) and waiting groups the cancellation of the event would end.")
    @APIResponseSchema(value = EventReachView.class, responseDescription = "The numbers as they are now")
    public EventReachView read(UUID eventId) {
        caller.mustActFor(Event.required(eventId).centreId(), Roles.desk());
        return reach.of(List.of(eventId), clock.instant());
    }
}
