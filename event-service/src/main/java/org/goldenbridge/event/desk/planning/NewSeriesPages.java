package org.goldenbridge.event.desk.planning;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.CentreHours;
import org.goldenbridge.event.desk.Workplace;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.programme.PlannedEvent;
import org.goldenbridge.event.series.SeriesDesk;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Plans a series of an event, or the lessons of its course: what would come of it is seen before. */
@Path("/desk/events/{eventId}/series")
class NewSeriesPages {
    private final PlanningDesk desk;
    private final EventPlanning events;
    private final SeriesDesk planning;
    private final PlanningReader reading;
    private final RefusedPage refused;
    private final Template sheet;
    private final Template part;

    @Inject
    NewSeriesPages(
            PlanningDesk desk,
            EventPlanning events,
            SeriesDesk planning,
            PlanningReader reading,
            RefusedPage refused,
            @Location("desk/planning/series-new.html") Template sheet,
            @Location("desk/planning/coming.html") Template part) {
        this.desk = desk;
        this.events = events;
        this.planning = planning;
        this.reading = reading;
        this.refused = refused;
        this.sheet = sheet;
        this.part = part;
    }

    /** The form, as most series are; a lesson by itself is a series of one. */
    @GET
    @Path("/new")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> fresh(
            UUID eventId, @QueryParam("course") @Nullable String course, @BeanParam Visit visit) {
        var reader = visit.reader();
        var event = events.read(eventId);
        var workplace = desk.own(event.content().centreId());
        var usual = reading.usual(eventId);
        var form = Sheet.showing(SeriesForm.fresh(firstDay(workplace, usual), usual, course), reader.words());
        return desk.shown(page(event, workplace, form, Said.NOTHING, Ids.next().toString(), null, reader), visit);
    }

    /** The first day from a week on at which the place is open at that time; in a week where it never is. */
    private LocalDate firstDay(Workplace workplace, SeriesForm.Usual usual) {
        var from = desk.now().atZone(workplace.zone()).toLocalDate().plusDays(7);
        var space = usual.space() != null
                ? usual.space()
                : reading.halls(workplace.centre().id()).stream()
                        .map(PlanningReader.Hall::id)
                        .findFirst()
                        .orElse(null);
        if (space == null) {
            return from;
        }
        var hours = CentreHours.of(Centre.<Centre>findById(workplace.centre().id()), space);
        return Stream.iterate(from, day -> day.plusDays(1))
                .limit(14)
                .filter(day -> {
                    var start =
                            day.atTime(usual.time()).atZone(workplace.zone()).toInstant();
                    return hours.isOpen(space, start, start.plus(Duration.ofMinutes(usual.minutes())));
                })
                .findFirst()
                .orElse(from);
    }

    /** What would come of it; a click on an occurrence leaves it out. Nothing is planned. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> preview(
            UUID eventId,
            MultivaluedMap<String, String> typed,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        var event = events.read(eventId);
        var workplace = desk.own(event.content().centreId());
        var form = Sheet.sent(typed, reader.words());
        var key = EventForm.key(form).toString();
        if (!form.value("toggle").isEmpty()) {
            SeriesForm.toggle(form, form.value("toggle"));
        }
        var coming = coming(eventId, form, reader);
        var page = SeriesSheet.of(
                eventId,
                reader.read(event.content().title()),
                key,
                desk.manages(workplace),
                form,
                Said.NOTHING,
                reading.halls(workplace.centre().id()),
                coming,
                reader);
        return script == null
                ? desk.shown(page(event, workplace, form, Said.NOTHING, key, coming, reader), visit)
                : desk.shown(
                        part.data("page", page)
                                .data("sheet", form)
                                .data("beside", true)
                                .data("w", reader.words())
                                .data("lang", reader.language()),
                        visit);
    }

    /** Plans it; sent twice, it is one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> plan(UUID eventId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var event = events.read(eventId);
        var workplace = desk.own(event.content().centreId());
        var form = Sheet.sent(typed, reader.words());
        var key = EventForm.key(form);
        var draft = SeriesForm.draft(form, eventId);
        if (draft == null) {
            var faulty = Said.faulty(reader.words());
            return desk.faulty(page(event, workplace, form, faulty, key.toString(), null, reader), reader);
        }
        try {
            planning.plan(key, draft);
            return RestResponse.seeOther(URI.create("/desk/series/" + key + "?done=planned"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            var coming = coming(eventId, form, reader);
            return desk.refused(refusal, page(event, workplace, form, said, key.toString(), coming, reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private Coming coming(UUID event, Sheet form, Reader reader) {
        var draft = SeriesForm.draft(form, event);
        if (draft == null) {
            return Coming.faulty(form, reader);
        }
        try {
            return Coming.of(planning.foresee(Ids.next(), draft), true, reader);
        } catch (RuntimeException thrown) {
            return Coming.not(Refusal.behind(thrown), reader);
        }
    }

    private TemplateInstance page(
            PlannedEvent event,
            Workplace workplace,
            Sheet form,
            Said said,
            String key,
            @Nullable Coming coming,
            Reader reader) {
        var page = SeriesSheet.of(
                event.id(),
                reader.read(event.content().title()),
                key,
                desk.manages(workplace),
                form,
                said,
                reading.halls(workplace.centre().id()),
                coming,
                reader);
        var course = page.course().matches("[0-9a-fA-F-]{36}") ? "?course=" + page.course() : "";
        return desk.page(
                        sheet,
                        reader.words().say("deskNewSeries"),
                        "/desk/events/" + event.id() + "/series/new" + course,
                        workplace,
                        reader)
                .data("page", page)
                .data("sheet", form)
                .data("beside", false);
    }
}
