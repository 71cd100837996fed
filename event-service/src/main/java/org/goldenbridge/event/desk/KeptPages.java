package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.booking.SessionPlaces;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Places of a session that are kept: held for a while, or given to a partner until a date. */
@Path("/desk/sessions/{sessionId}/kept")
class KeptPages {
    private final SessionDesk sessions;
    private final SessionPlaces places;
    private final SessionRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Validator validator;

    @Inject
    KeptPages(
            SessionDesk sessions,
            SessionPlaces places,
            SessionRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            Validator validator) {
        this.sessions = sessions;
        this.places = places;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.validator = validator;
    }

    /** Holds places for a while. */
    @POST
    @Path("/holds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> hold(
            UUID sessionId,
            @BeanParam KeptForm form,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        return keep(
                sessionId,
                SessionRendering.Form.HOLD,
                form,
                script != null,
                visit.reader(),
                () -> places.keep(sessionId, form.key, form.hold(validator)));
    }

    /** Gives places to a partner. */
    @POST
    @Path("/allocations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> allocate(
            UUID sessionId,
            @BeanParam KeptForm form,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        return keep(
                sessionId,
                SessionRendering.Form.ALLOCATION,
                form,
                script != null,
                visit.reader(),
                () -> places.allocate(sessionId, form.key, form.allocation(validator)));
    }

    /** Gives the places of a hold back before their time. */
    @POST
    @Path("/holds/{holdId}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> release(
            UUID sessionId, UUID holdId, @HeaderParam("HX-Request") @Nullable String script, @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, holdId, script != null, reader, () -> {
            places.release(sessionId, holdId);
            return reader.words().say("deskReleased");
        });
    }

    /** Gives back what a partner has not filled. */
    @POST
    @Path("/allocations/{allocationId}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> giveBack(
            UUID sessionId,
            UUID allocationId,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, allocationId, script != null, reader, () -> {
            places.giveBack(sessionId, allocationId);
            return reader.words().say("deskReleased");
        });
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private RestResponse<byte[]> keep(
            UUID session,
            SessionRendering.Form which,
            KeptForm form,
            boolean byScript,
            Reader reader,
            Runnable keeping) {
        var workplace = sessions.own(session);
        try {
            keeping.run();
        } catch (Refusal refusal) {
            var no = form.typed().refused(refusal, reader);
            var panel = sessions.panel(session, workplace, SessionPanel.Said.NOTHING, reader);
            var html = byScript
                    ? rendering.form(which, panel, no, reader)
                    : sessions.page(panel.with(which, no), workplace, reader);
            return answers.refusal(refusal.status(), html, reader).build();
        }
        if (!byScript) {
            return RestResponse.seeOther(URI.create("/desk/sessions/" + session));
        }
        var panel = sessions.panel(session, workplace, SessionPanel.Said.NOTHING, reader);
        var said = panel.empty().said(reader.words().say("deskKept"));
        return answers.personal(rendering.formAndRoster(which, panel, said, reader), reader)
                .build();
    }
}
