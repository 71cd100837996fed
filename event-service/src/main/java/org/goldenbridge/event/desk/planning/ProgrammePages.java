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
import org.goldenbridge.event.desk.Workplace;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.programme.PlannedProgramme;
import org.goldenbridge.event.programme.ProgrammePlanning;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Programmes at the desk: those of the centre, and for administrators those of the network. */
@Path("/desk/programmes")
class ProgrammePages {
    private static final String PROGRAMMES = "/desk/programmes";

    private final PlanningDesk desk;
    private final ProgrammePlanning planning;
    private final EventPlanning events;
    private final PlanningReader reading;
    private final RefusedPage refused;
    private final Template list;
    private final Template sheet;

    @Inject
    ProgrammePages(
            PlanningDesk desk,
            ProgrammePlanning planning,
            EventPlanning events,
            PlanningReader reading,
            RefusedPage refused,
            @Location("desk/planning/programmes.html") Template list,
            @Location("desk/planning/programme.html") Template sheet) {
        this.desk = desk;
        this.planning = planning;
        this.events = events;
        this.reading = reading;
        this.refused = refused;
        this.list = list;
        this.sheet = sheet;
    }

    /** All that the desk may know of, the newest first. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> list(@QueryParam("centre") @Nullable String centre, @BeanParam Visit visit) {
        var workplace = desk.at(centre);
        var reader = visit.reader();
        var seen = reading.programmesSeen(workplace.isOwn() ? workplace.centre().id() : "", desk.isNetwork());
        var page = desk.page(list, reader.words().say("deskProgrammes"), PROGRAMMES, workplace, reader)
                .data(
                        "lines",
                        seen.stream()
                                .map(one -> ProgrammeSheet.Line.of(one, reader))
                                .toList());
        return desk.shown(page, visit);
    }

    /** An empty form. */
    @GET
    @Path("/new")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> fresh(@QueryParam("centre") @Nullable String centre, @BeanParam Visit visit) {
        var workplace = desk.own(centre);
        var form = Sheet.showing(
                Map.of("kind", List.of("festival")), visit.reader().words());
        return desk.shown(fresh(form, Said.NOTHING, Ids.next().toString(), workplace, visit.reader()), visit);
    }

    /** Drafts a programme; sent twice, it is one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> draft(
            @QueryParam("centre") @Nullable String centre,
            MultivaluedMap<String, String> typed,
            @BeanParam Visit visit) {
        var workplace = desk.own(centre);
        var reader = visit.reader();
        var form = Sheet.sent(typed, reader.words());
        var key = EventForm.key(form);
        if (form.has("deed", "language")) {
            return desk.shown(fresh(form, Said.NOTHING, key.toString(), workplace, reader), visit);
        }
        var draft = ProgrammeForm.draft(
                form, form.has("answers", "network") ? null : workplace.centre().id());
        if (draft == null) {
            return desk.faulty(fresh(form, Said.faulty(reader.words()), key.toString(), workplace, reader), reader);
        }
        try {
            planning.draft(key, draft);
            return RestResponse.seeOther(URI.create(PROGRAMMES + "/" + key + "?done=drafted"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            return desk.refused(refusal, fresh(form, said, key.toString(), workplace, reader), reader);
        }
    }

    /** A programme with its parts and events. */
    @GET
    @Path("/{programmeId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> programme(
            UUID programmeId, @QueryParam("done") @Nullable String done, @BeanParam Visit visit) {
        var words = visit.reader().words();
        var programme = planning.read(programmeId);
        var form = Sheet.showing(ProgrammeForm.fields(programme.content()), words);
        return desk.shown(page(programme, form, Said.done(done, words), visit.reader()), visit);
    }

    /** Edits it; where somebody else has changed it meanwhile, shows both. */
    @POST
    @Path("/{programmeId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> edit(UUID programmeId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = Sheet.sent(typed, reader.words());
        var programme = yours(programmeId);
        if (form.has("deed", "language")) {
            return desk.shown(page(programme, form, Said.NOTHING, reader), visit);
        }
        var draft = ProgrammeForm.draft(form, programme.content().centreId());
        if (draft == null) {
            return desk.faulty(page(programme, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            planning.edit(programmeId, PlanningDesk.ifMatch(form), draft);
            return RestResponse.seeOther(URI.create(PROGRAMMES + "/" + programmeId + "?done=saved"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            var now = planning.read(programmeId);
            if (refusal.code().equals("stale")) {
                form.compare(ProgrammeForm.fields(now.content()), value -> EventForm.inWords(value, reader.words()));
                form.put("version", String.valueOf(now.version()));
            }
            return desk.refused(refusal, page(now, form, said, reader), reader);
        }
    }

    /** Puts an event of the centre into it. */
    @POST
    @Path("/{programmeId}/events")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> add(UUID programmeId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var programme = planning.read(programmeId);
        var form = Sheet.sent(typed, reader.words());
        var event = form.needed("eventId", form.id("eventId"));
        if (event == null) {
            return desk.faulty(page(programme, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            var now = events.read(event);
            events.edit(event, "\"" + now.version() + "\"", EventForm.under(now.content(), programmeId));
            return RestResponse.seeOther(URI.create(PROGRAMMES + "/" + programmeId + "?done=saved"));
        } catch (RuntimeException thrown) {
            return refused(programmeId, Refusal.behind(thrown), reader);
        }
    }

    /** Takes its cancellation back, with what ended with it. */
    @POST
    @Path("/{programmeId}/restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> restore(
            UUID programmeId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        yours(programmeId);
        try {
            planning.restore(programmeId, PlanningDesk.ifMatch(Sheet.sent(typed, reader.words())));
            return RestResponse.seeOther(URI.create(PROGRAMMES + "/" + programmeId + "?done=restored"));
        } catch (RuntimeException thrown) {
            return refused(programmeId, Refusal.behind(thrown), reader);
        }
    }

    /** The programme as it is now, and why it was not changed. */
    private RestResponse<byte[]> refused(UUID programmeId, Refusal refusal, Reader reader) {
        var now = planning.read(programmeId);
        var form = Sheet.showing(ProgrammeForm.fields(now.content()), reader.words());
        return desk.refused(refusal, page(now, form, Said.no(refusal, reader), reader), reader);
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private PlannedProgramme yours(UUID id) {
        var programme = planning.read(id);
        if (!programme.isYours()) {
            throw Refusal.forbidden("not-yours", "Only who answers for a programme changes it.");
        }
        return programme;
    }

    private TemplateInstance fresh(Sheet form, Said said, String key, Workplace workplace, Reader reader) {
        var page = ProgrammeSheet.of(
                null,
                form,
                said,
                key,
                workplace.centre(),
                desk.isNetwork(),
                reading.programmes(workplace.centre().id(), desk.isNetwork(), null),
                new ProgrammeSheet.Inside(List.of(), List.of(), List.of()),
                reader);
        return desk.page(sheet, reader.words().say("deskNewProgramme"), PROGRAMMES + "/new", workplace, reader)
                .data("page", page)
                .data("manages", desk.manages(workplace))
                .data("sheet", form);
    }

    private TemplateInstance page(PlannedProgramme programme, Sheet form, Said said, Reader reader) {
        var workplace = desk.at(programme.content().centreId());
        var own = workplace.isOwn() ? workplace.centre().id() : "";
        var page = ProgrammeSheet.of(
                programme,
                form,
                said,
                "",
                workplace.centre(),
                desk.isNetwork(),
                reading.programmes(own, desk.isNetwork(), programme.content().parentId()),
                new ProgrammeSheet.Inside(
                        reading.parts(programme.id(), own, desk.isNetwork()),
                        reading.eventsOf(programme.id(), own),
                        own.isEmpty() ? List.of() : reading.eventsWithoutProgramme(own)),
                reader);
        return desk.page(
                        sheet,
                        reader.read(programme.content().title()).text(),
                        PROGRAMMES + "/" + programme.id(),
                        workplace,
                        reader)
                .data("page", page)
                .data("manages", desk.manages(workplace))
                .data("sheet", form);
    }
}
