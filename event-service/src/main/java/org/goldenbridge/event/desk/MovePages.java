package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.schedule.AsPlanned;
import org.goldenbridge.event.schedule.SessionPlanning;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Moves a session and changes what it needs: by its form, and by dragging it on a board, which sends the same. */
@Path("/desk/sessions/{sessionId}/move")
class MovePages {
    private final TimeDesk desk;
    private final DeskReader schedule;
    private final TimeSheets sheets;
    private final TimeRendering rendering;
    private final SessionPlanning planning;

    @Inject
    MovePages(
            TimeDesk desk, DeskReader schedule, TimeSheets sheets, TimeRendering rendering, SessionPlanning planning) {
        this.desk = desk;
        this.schedule = schedule;
        this.sheets = sheets;
        this.rendering = rendering;
        this.planning = planning;
    }

    /** The form, as the session stands. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> form(UUID sessionId, @BeanParam Visit visit) {
        var reader = visit.reader();
        var session = planning.asPlanned(sessionId);
        var workplace = desk.own(session.centreId());
        var sheet = sheets.move(session, workplace, TimeForm.of(session, reader), null, reader);
        return visit.answer(desk.answer(desk.page(sheet, workplace, reader), reader));
    }

    /** What would come of it; without scripts the form again, with what was taken instead. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> check(
            UUID sessionId,
            MultivaluedMap<String, String> fields,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        var typed = new TimeForm(Typed.of(fields), reader).typed();
        var session = planning.asPlanned(sessionId);
        var workplace = desk.own(session.centreId());
        var html = script == null
                ? desk.page(sheets.move(session, workplace, typed, null, reader), workplace, reader)
                : rendering.verdict(sheets.checkMove(session, workplace, typed, reader), reader);
        return desk.answer(html, reader).build();
    }

    /** Moves it, and shows the day where it is now. A board that sent it gets the no beside what could be had instead. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> move(
            UUID sessionId,
            MultivaluedMap<String, String> fields,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = new TimeForm(Typed.of(fields), reader);
        var session = planning.asPlanned(sessionId);
        var workplace = desk.own(session.centreId());
        try {
            return RestResponse.seeOther(moved(form, session, workplace, reader));
        } catch (Refusal refusal) {
            if (script == null) {
                var sheet = sheets.move(session, workplace, form.typed(), refusal, reader);
                return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                        .build();
            }
            var slot = schedule.slot(sessionId).orElseThrow(() -> refusal);
            var found = sheets.checkMove(session, workplace, form.typed(), reader);
            var html = rendering.told(Refusals.words(refusal, reader), found, slot, form.typed(), reader);
            return desk.refusal(refusal, html, reader)
                    .header("HX-Retarget", "#said")
                    .header("HX-Reswap", "innerHTML")
                    .header("HX-Reselect", "#refusal")
                    .build();
        }
    }

    private URI moved(TimeForm form, AsPlanned session, Workplace workplace, Reader reader) {
        var draft = desk.asked(form.move(session), reader);
        var now = planning.change(session.id(), form.typed().version(), draft, form.capacity(session));
        var stays = now.startsAt().equals(session.startsAt())
                && now.endsAt().equals(session.endsAt())
                && now.place().equals(session.place());
        var canGoBack = !stays && session.place().spaceId() != null;
        var what = stays ? Done.CHANGED : Done.MOVED;
        var done = canGoBack ? Done.of(what, session.id(), now.version()) : Done.of(what, session.id());
        return done.on(form.typed().get("board"), form.day(), workplace);
    }

    /** Moves it back to where it stood before; refused when anybody has changed it since. */
    @POST
    @Path("/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> undo(UUID sessionId, MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var typed = Typed.of(fields);
        var session = planning.asPlanned(sessionId);
        var workplace = desk.own(session.centreId());
        try {
            var now = planning.moveBack(sessionId, typed.version());
            var done = Done.of(Done.MOVED, sessionId, now.version());
            return RestResponse.seeOther(
                    done.on(typed.get("board"), now.startsAt().toLocalDate(), workplace));
        } catch (Refusal refusal) {
            var sheet = sheets.move(session, workplace, TimeForm.of(session, reader), refusal, reader);
            return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                    .build();
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return desk.refused(refusal, request);
    }
}
