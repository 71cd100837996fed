package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.schedule.SessionPlanning;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Plans a session of an event, at a time and place that a board was clicked at or that is typed. */
@Path("/desk/planning")
class PlanPages {
    private static final Duration USUAL = Duration.ofMinutes(90);

    private final TimeDesk desk;
    private final TimeSheets sheets;
    private final TimeRendering rendering;
    private final SessionPlanning planning;

    @Inject
    PlanPages(TimeDesk desk, TimeSheets sheets, TimeRendering rendering, SessionPlanning planning) {
        this.desk = desk;
        this.sheets = sheets;
        this.rendering = rendering;
        this.planning = planning;
    }

    /** Where a board was clicked at. */
    static class Spot extends DeskPages.Look {
        @QueryParam("space")
        @Nullable
        String space;

        /** Wall time of the centre. */
        @QueryParam("start")
        @Nullable
        String start;

        @QueryParam("event")
        @Nullable
        String event;

        /** Of which it is to be a lesson. */
        @QueryParam("course")
        @Nullable
        String course;

        Typed typed() {
            var fields = new HashMap<String, String>();
            fields.put("place", space == null ? "" : space);
            fields.put("event", event == null ? "" : event);
            fields.put("course", course == null ? "" : course);
            fields.put("date", day == null ? "" : day);
            if (start != null) {
                try {
                    var from = LocalDateTime.parse(start);
                    fields.put("date", from.toLocalDate().toString());
                    fields.put("start", from.toLocalTime().toString());
                    fields.put("end", from.plus(USUAL).toLocalTime().toString());
                } catch (DateTimeException e) {
                    throw Refusal.badRequest("invalid-request", "?start is a time such as 2026-12-01T18:00.");
                }
            }
            return Typed.of(fields);
        }
    }

    /** The form, with what is known already. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> form(@BeanParam Spot spot) {
        var reader = spot.reader();
        var workplace = desk.own(spot.centre);
        var sheet = sheets.plan(workplace, spot.typed(), null, reader);
        return spot.answer(desk.answer(desk.page(sheet, workplace, reader), reader));
    }

    /** The events that the search finds, as choices. */
    @POST
    @Path("/events")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> events(MultivaluedMap<String, String> form, @BeanParam Visit visit) {
        var reader = visit.reader();
        var typed = Typed.of(form);
        var workplace = desk.own(typed.orNull("centre"));
        var found = sheets.events(workplace.centre().id(), typed, reader);
        return desk.answer(rendering.events(found, reader), reader).build();
    }

    /** What would come of it; without scripts the form again, with what was taken instead. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> check(
            MultivaluedMap<String, String> form,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        var typed = new TimeForm(Typed.of(form), reader).typed();
        var workplace = desk.own(typed.orNull("centre"));
        var html = script == null
                ? desk.page(sheets.plan(workplace, typed, null, reader), workplace, reader)
                : rendering.verdict(sheets.checkPlan(workplace, typed, reader), reader);
        return desk.answer(html, reader).build();
    }

    /** Plans it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> plan(MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = new TimeForm(Typed.of(fields), reader);
        var workplace = desk.own(form.typed().orNull("centre"));
        try {
            return RestResponse.seeOther(planned(form, workplace, reader));
        } catch (Refusal refusal) {
            var sheet = sheets.plan(workplace, form.typed(), refusal, reader);
            return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                    .build();
        }
    }

    private URI planned(TimeForm form, Workplace workplace, Reader reader) {
        var typed = form.typed();
        if (!typed.has("event")) {
            throw Refusal.badRequest("no-event", "Choose what is on.");
        }
        var id = typed.id("key");
        var draft = form.draft(typed.id("event"));
        var version = planning.plan(id, desk.asked(draft, reader));
        return Done.of(Done.PLANNED, id, version).on(form.day(), workplace);
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return desk.refused(refusal, request);
    }
}
