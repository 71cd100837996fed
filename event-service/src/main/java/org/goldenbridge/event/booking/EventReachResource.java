package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
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
    private final EntityManager entities;
    private final Clock clock;

    EventReachResource(Caller caller, EntityManager entities, Clock clock) {
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Count whom a cancellation reaches",
            description =
                    "How many sessions, bookings (enrolments in its courses among them) and waiting groups the cancellation of the event would end.")
    @APIResponseSchema(value = EventReachView.class, responseDescription = "The numbers as they are now")
    public EventReachView read(UUID eventId) {
        caller.mustActFor(Event.required(eventId).centreId(), Roles.desk());
        return (EventReachView) entities.createNativeQuery("""
                        with ahead as (
                            select id, kind from opportunity_terms
                            where event_id = :event and status = 'scheduled' and (ends_at is null or ends_at > :now)
                        ), booked as (
                            select count(*) as bookings, coalesce(sum(b.places), 0) as places
                            from booking b join ahead on ahead.id = b.opportunity_id where b.status = 'confirmed'
                        ), queued as (
                            select count(*) as waiting from waiting_list_entry e join ahead on ahead.id = e.opportunity_id
                            where e.status in ('waiting', 'offered')
                        )
                        select cast((select count(*) from ahead where kind = 'session') as integer), cast(bookings as integer),
                            cast(places as integer), cast(waiting as integer), cast(bookings + waiting as integer)
                        from booked, queued""", EventReachView.class)
                .setParameter("event", eventId)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
