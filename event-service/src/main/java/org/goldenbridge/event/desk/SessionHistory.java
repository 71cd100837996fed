package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.audit.AuditTrail;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Who did what to a session and its bookings, for who answers for the centre: as the audit of the API. */
@Path("/desk/sessions/{sessionId}/history")
class SessionHistory {
    private static final int AT_ONCE = 20;

    private final SessionDesk sessions;
    private final AuditTrail trail;
    private final Caller caller;
    private final SessionRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Clock clock;

    @Inject
    SessionHistory(
            SessionDesk sessions,
            AuditTrail trail,
            Caller caller,
            SessionRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            Clock clock) {
        this.sessions = sessions;
        this.trail = trail;
        this.caller = caller;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.clock = clock;
    }

    /** The latest deeds, or those before one of them; for a script only the list. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(hidden = true)
    public RestResponse<byte[]> history(
            UUID sessionId,
            @QueryParam("before") @Nullable Long before,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var workplace = sessions.own(sessionId);
        caller.mustActFor(workplace.centre().id(), Roles.management());
        var reader = visit.reader();
        var slot = sessions.slot(sessionId);
        var deeds = trail.ofSession(sessionId, before, AT_ONCE + 1);
        var history = History.of(slot, deeds, AT_ONCE, caller.subject(), reader);
        return script == null
                ? visit.answer(
                        answers.personal(rendering.history(history, slot, workplace, reader, clock.instant()), reader))
                : answers.personal(rendering.deeds(history, reader), reader).build();
    }

    /** Says in the look of the pages what cannot be shown. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}
