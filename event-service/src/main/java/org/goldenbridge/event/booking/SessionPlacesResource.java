package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
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
    private final EntityManager entities;

    SessionPlacesResource(DeskAccess access, EntityManager entities) {
        this.access = access;
        this.entities = entities;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Count the places of a session",
            description = "Who has them, and how many people a move or a cancellation would reach.")
    @APIResponseSchema(value = SessionPlacesView.class, responseDescription = "The numbers as they are now")
    public SessionPlacesView read(UUID sessionId) {
        access.mustBeOf(sessionId);
        return (SessionPlacesView) entities.createNativeQuery("""
                        select p.capacity, p.taken,
                            cast((select coalesce(sum(b.places), 0) from booking b left join allocation a on a.id = b.allocation_id
                                  where b.session_id = p.session_id and b.status = 'confirmed'
                                    and a.status is distinct from 'live') as integer),
                            cast((select coalesce(sum(h.places), 0) from hold h
                                  where h.session_id = p.session_id and h.status = 'live') as integer),
                            cast((select coalesce(sum(o.places), 0) from offer o
                                  where o.session_id = p.session_id and o.status = 'open') as integer),
                            cast((select coalesce(sum(a.places), 0) from allocation a
                                  where a.session_id = p.session_id and a.status = 'live') as integer),
                            p.waiting,
                            cast((select count(*) from booking b where b.session_id = p.session_id and b.status = 'confirmed')
                               + (select count(*) from waiting_list_entry e
                                  where e.session_id = p.session_id and e.status in ('waiting', 'offered')) as integer),
                            p.next_expiry
                        from session_places p where p.session_id = :session""", SessionPlacesView.class)
                .setParameter("session", sessionId)
                .getSingleResult();
    }
}
