package org.goldenbridge.event.desk.planning;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.series.PlannedSeries;
import org.goldenbridge.event.series.SeriesDesk;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A series at the desk: changed or cancelled, whole or from one of its sessions on, once it was seen what that does. */
@Path("/desk/series/{seriesId}")
class SeriesPages {
    private final PlanningDesk desk;
    private final EventPlanning events;
    private final SeriesDesk planning;
    private final PlanningReader reading;
    private final RefusedPage refused;
    private final Template sheet;

    @Inject
    SeriesPages(
            PlanningDesk desk,
            EventPlanning events,
            SeriesDesk planning,
            PlanningReader reading,
            RefusedPage refused,
            @Location("desk/planning/series.html") Template sheet) {
        this.desk = desk;
        this.events = events;
        this.planning = planning;
        this.reading = reading;
        this.refused = refused;
        this.sheet = sheet;
    }

    /** The series as it is. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> series(
            UUID seriesId,
            @QueryParam("done") @Nullable String done,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("from") @Nullable String from,
            @BeanParam Visit visit) {
        var words = visit.reader().words();
        var series = planning.read(seriesId);
        var isFrom = "from".equals(scope) && from != null;
        var form = Sheet.showing(
                isFrom ? Map.of("scope", List.of("from"), "from", List.of(from)) : Map.of("scope", List.of("all")),
                words);
        return desk.shown(
                page(series, new SeriesChangeSheet.Talk(form, Said.done(done, words), null, null), visit.reader()),
                visit);
    }

    /** Shows what a change would do, asks before a cancellation, or does either. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> change(UUID seriesId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var series = planning.read(seriesId);
        desk.own(series.centre());
        var form = Sheet.sent(typed, reader.words());
        var deed = form.value("deed");
        var cancels = List.of("ask", "cancel", "language").contains(deed);
        var change = SeriesForm.change(form, cancels);
        if (change == null) {
            var faulty = new SeriesChangeSheet.Talk(form, Said.faulty(reader.words()), null, null);
            return desk.faulty(page(series, faulty, reader), reader);
        }
        try {
            if (deed.equals("change") || deed.equals("cancel")) {
                var then = planning.change(seriesId, PlanningDesk.ifMatch(form), change);
                return RestResponse.seeOther(
                        URI.create("/desk/series/" + then + "?done=" + (cancels ? "cancelled" : "saved")));
            }
            var foresight = planning.foresee(seriesId, change);
            var coming = Coming.of(foresight, false, reader);
            var question = cancels ? Question.tells(reading.peopleOf(foresight.reached()), reader) : null;
            return desk.shown(
                    page(series, new SeriesChangeSheet.Talk(form, Said.NOTHING, coming, question), reader), visit);
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            var now = planning.read(seriesId);
            if (refusal.code().equals("stale")) {
                form.put("version", String.valueOf(now.version()));
            }
            var talk = new SeriesChangeSheet.Talk(form, said, null, null);
            return desk.refused(refusal, page(now, talk, reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private TemplateInstance page(PlannedSeries series, SeriesChangeSheet.Talk talk, Reader reader) {
        var workplace = desk.at(series.centre());
        var title = reader.read(events.read(series.event()).content().title());
        var dates = reading.sessions(series.event(), series.course()).stream()
                .filter(date -> series.id().equals(date.series()))
                .toList();
        var page = SeriesChangeSheet.of(
                series,
                title,
                desk.manages(workplace),
                talk,
                reading.halls(series.centre()),
                Planned.dates(dates, reader, desk.now()),
                Tongues.shown(workplace.centre(), talk.sheet(), reader),
                reader,
                desk.now());
        return desk.page(sheet, title.text(), "/desk/series/" + series.id(), workplace, reader)
                .data("page", page)
                .data("sheet", talk.sheet())
                .data("beside", false);
    }
}
