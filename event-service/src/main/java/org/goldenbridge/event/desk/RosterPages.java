package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.booking.SessionBookings;
import org.goldenbridge.event.booking.SessionPlaces;
import org.goldenbridge.event.booking.Withdrawals;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What is done to one booking on the roster, or to one who waits. */
@Path("/desk/sessions/{sessionId}/roster/{id}")
class RosterPages {
    private final SessionDesk sessions;
    private final SessionBookings bookings;
    private final SessionPlaces places;
    private final Withdrawals withdrawals;
    private final RefusedPage refused;

    @Inject
    RosterPages(
            SessionDesk sessions,
            SessionBookings bookings,
            SessionPlaces places,
            Withdrawals withdrawals,
            RefusedPage refused) {
        this.sessions = sessions;
        this.bookings = bookings;
        this.places = places;
        this.withdrawals = withdrawals;
        this.refused = refused;
    }

    /** Notes that a booking is paid, or takes that back. */
    @POST
    @Path("/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> payment(
            UUID sessionId,
            UUID id,
            @FormParam("paid") boolean paid,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, id, script != null, reader, () -> {
            var name = bookings.pay(id, paid).visitor().name();
            return reader.words().say(paid ? "deskHasPaid" : "deskHasNotPaid", name);
        });
    }

    /** Books in whom places are offered to. */
    @POST
    @Path("/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> accept(
            UUID sessionId, UUID id, @HeaderParam("HX-Request") @Nullable String script, @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, id, script != null, reader, () -> {
            places.accept(sessionId, id);
            return reader.words().say("deskAccepted");
        });
    }

    /** Takes somebody off the waiting list. */
    @POST
    @Path("/departure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> leave(
            UUID sessionId, UUID id, @HeaderParam("HX-Request") @Nullable String script, @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, id, script != null, reader, () -> {
            return reader.words().say("deskLeft", withdrawals.leave(sessionId, id));
        });
    }

    /** Puts somebody back on the waiting list, where they were. */
    @POST
    @Path("/departure/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> rejoin(
            UUID sessionId, UUID id, @HeaderParam("HX-Request") @Nullable String script, @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, id, script != null, reader, () -> {
            return reader.words().say("deskRejoined", withdrawals.rejoin(sessionId, id));
        });
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}
