package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.schedule.AsPlanned;
import org.goldenbridge.event.schedule.SessionPlanning;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Moves a session and changes what it needs: by its form, and by dragging it on a board, which sends the same. */
@Path("/desk/sessions/{sessionId}/move")
class MovePages {
    private final Staff staff;
    private final DeskReader desk;
    private final TimeSheets sheets;
    private final TimeRendering rendering;
    private final SessionPlanning planning;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final ReaderLanguage texts;
    private final Validator validator;
    private final Clock clock;

    @Inject
    MovePages(
            Staff staff,
            DeskReader desk,
            TimeSheets sheets,
            TimeRendering rendering,
            SessionPlanning planning,
            PageAnswers answers,
            RefusedPage refused,
            ReaderLanguage texts,
            Validator validator,
            Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.sheets = sheets;
        this.rendering = rendering;
        this.planning = planning;
        this.answers = answers;
        this.refused = refused;
        this.texts = texts;
        this.validator = validator;
        this.clock = clock;
    }

    /** The form, as the session stands. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> form(UUID sessionId, @BeanParam Visit visit) {
        var reader = visit.reader();
        var session = planning.asPlanned(sessionId);
        var workplace = staff.atOwn(session.centreId());
        var sheet = sheets.move(session, workplace, TimeForm.of(session, reader), null, reader);
        return visit.answer(answers.personal(rendering.page(sheet, workplace, reader, clock.instant()), reader));
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
        var workplace = staff.atOwn(session.centreId());
        var html = script == null
                ? rendering.page(
                        sheets.move(session, workplace, typed, null, reader), workplace, reader, clock.instant())
                : rendering.verdict(sheets.checkMove(session, workplace, typed, reader), reader);
        return answers.personal(html, reader).build();
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
        var workplace = staff.atOwn(session.centreId());
        try {
            texts.follow(reader.texts());
            return RestResponse.seeOther(moved(form, session, workplace));
        } catch (Refusal refusal) {
            var status = refusal.status();
            if (script == null) {
                var sheet = sheets.move(session, workplace, form.typed(), refusal, reader);
                return answers.refusal(status, rendering.page(sheet, workplace, reader, clock.instant()), reader)
                        .build();
            }
            var slot = desk.slot(sessionId).orElseThrow(() -> refusal);
            var found = sheets.checkMove(session, workplace, form.typed(), reader);
            var html = rendering.told(Refusals.words(refusal, reader), found, slot, form.typed(), reader);
            return answers.refusal(status, html, reader)
                    .header("HX-Retarget", "#said")
                    .header("HX-Reswap", "innerHTML")
                    .header("HX-Reselect", "#refusal")
                    .build();
        }
    }

    private URI moved(TimeForm form, AsPlanned session, Workplace workplace) {
        var draft = form.move(session);
        Refusals.mustBeValid(validator, draft);
        planning.change(session.id(), version(form.typed()), draft, form.capacity(session));
        var now = planning.asPlanned(session.id());
        var stays = now.startsAt().equals(session.startsAt())
                && now.endsAt().equals(session.endsAt())
                && now.place().equals(session.place());
        var done = stays ? Done.of(Done.CHANGED, session.id()) : Done.moved(session);
        return done.on(form.typed().get("board"), form.day(), workplace);
    }

    private static long version(Typed typed) {
        try {
            return Long.parseLong(typed.get("version"));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("invalid-request", "The version of the session is missing.");
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}
