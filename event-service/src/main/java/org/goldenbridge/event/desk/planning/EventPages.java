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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.booking.Reach;
import org.goldenbridge.event.desk.Workplace;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventCancellation;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.programme.PlannedEvent;
import org.goldenbridge.event.programme.PublicStatus;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The events of a centre at its desk: found, drafted, written in several languages, announced and cancelled. */
@Path("/desk/events")
class EventPages {
    static final int LONGEST_REASON = 500;
    private static final String EVENTS = "/desk/events";

    private final PlanningDesk desk;
    private final EventPlanning planning;
    private final PlanningReader reading;
    private final Reach reach;
    private final RefusedPage refused;
    private final Template list;
    private final Template sheet;
    private final Template cancellation;

    @Inject
    EventPages(
            PlanningDesk desk,
            EventPlanning planning,
            PlanningReader reading,
            Reach reach,
            RefusedPage refused,
            @Location("desk/planning/events.html") Template list,
            @Location("desk/planning/event.html") Template sheet,
            @Location("desk/planning/cancellation.html") Template cancellation) {
        this.desk = desk;
        this.planning = planning;
        this.reading = reading;
        this.reach = reach;
        this.refused = refused;
        this.list = list;
        this.sheet = sheet;
        this.cancellation = cancellation;
    }

    /** What is looked for in the list. What cannot be understood is left out. */
    static class Search extends Visit {
        @QueryParam("centre")
        @Nullable
        String centre;

        @QueryParam("q")
        @Nullable
        String words;

        @QueryParam("kind")
        @Nullable
        String kind;

        @QueryParam("status")
        @Nullable
        String status;

        @QueryParam("page")
        @Nullable
        String page;

        String kindOrNone() {
            return known(EventKind.values(), kind);
        }

        String statusOrNone() {
            return known(PublicStatus.values(), status);
        }

        private static String known(Enum<?>[] constants, @Nullable String word) {
            return Arrays.stream(constants)
                    .map(Words::of)
                    .filter(one -> one.equals(word))
                    .findFirst()
                    .orElse("");
        }

        int page() {
            return page != null && page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
        }

        List<String> eachWord() {
            return words == null
                    ? List.of()
                    : Arrays.stream(words.replace('\0', ' ').strip().split("\\s+", -1))
                            .filter(word -> !word.isEmpty())
                            .limit(10)
                            .toList();
        }
    }

    /** The events of a centre, what comes next first. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> list(@BeanParam Search asked) {
        var workplace = desk.at(asked.centre);
        var reader = asked.reader();
        var kind = asked.kindOrNone();
        var status = workplace.isOwn() ? asked.statusOrNone() : Words.of(PublicStatus.ANNOUNCED);
        var found = reading.events(
                workplace.centre().id(),
                asked.eachWord(),
                kind.isEmpty() ? null : kind,
                status.isEmpty() ? null : status,
                asked.page(),
                desk.now());
        var page = desk.page(list, reader.words().say("deskEvents"), EVENTS, workplace, reader)
                .data("page", EventList.of(found, asked, workplace.zone(), reader));
        return desk.shown(page, asked);
    }

    /** An empty form. */
    @GET
    @Path("/new")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> fresh(@QueryParam("centre") @Nullable String centre, @BeanParam Visit visit) {
        var workplace = desk.own(centre);
        var form = Sheet.showing(
                Map.of("kind", List.of("workshop"), "audience", List.of("everyone")),
                visit.reader().words());
        return desk.shown(fresh(form, Said.NOTHING, Ids.next().toString(), workplace, visit.reader()), visit);
    }

    /** Drafts an event; sent twice, it is one. */
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
        var draft = EventForm.draft(form, workplace.centre().id());
        if (draft == null) {
            return desk.faulty(fresh(form, Said.faulty(reader.words()), key.toString(), workplace, reader), reader);
        }
        try {
            planning.draft(key, EventForm.unannounced(draft));
            return RestResponse.seeOther(URI.create(EVENTS + "/" + key + "?done=drafted"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            return desk.refused(refusal, fresh(form, said, key.toString(), workplace, reader), reader);
        }
    }

    /** An event with all that is planned of it. */
    @GET
    @Path("/{eventId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> event(UUID eventId, @QueryParam("done") @Nullable String done, @BeanParam Visit visit) {
        var words = visit.reader().words();
        var event = planning.read(eventId);
        var form = Sheet.showing(EventForm.fields(event.content()), words);
        return desk.shown(page(event, form, Said.done(done, words), visit.reader()), visit);
    }

    /** Edits an event; where somebody else has changed it meanwhile, shows both. */
    @POST
    @Path("/{eventId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> edit(UUID eventId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = Sheet.sent(typed, reader.words());
        var event = own(eventId);
        if (form.has("deed", "language")) {
            return desk.shown(page(event, form, Said.NOTHING, reader), visit);
        }
        var draft = EventForm.draft(form, event.content().centreId());
        if (draft == null) {
            return desk.faulty(page(event, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            planning.edit(eventId, PlanningDesk.ifMatch(form), draft);
            return RestResponse.seeOther(URI.create(EVENTS + "/" + eventId + "?done=saved"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            var now = planning.read(eventId);
            if (refusal.code().equals("stale")) {
                form.compare(EventForm.fields(now.content()), value -> name(value, now, reader));
                form.put("version", String.valueOf(now.version()));
            }
            return desk.refused(refusal, page(now, form, said, reader), reader);
        }
    }

    /** Asks whether it is to be cancelled, and says how many people that reaches. */
    @GET
    @Path("/{eventId}/cancellation")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> question(UUID eventId, @BeanParam Visit visit) {
        var words = visit.reader().words();
        var event = answered(eventId);
        var form = Sheet.showing(Map.of("version", List.of(String.valueOf(event.version()))), words);
        return desk.shown(question(event, form, Said.NOTHING, visit.reader()), visit);
    }

    /** Cancels it with its sessions and their bookings. */
    @POST
    @Path("/{eventId}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> cancel(UUID eventId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = Sheet.sent(typed, reader.words());
        var event = answered(eventId);
        var reason = Tongues.typed("reason", LONGEST_REASON, form);
        if (form.has("deed", "language")) {
            return desk.shown(question(event, form, Said.NOTHING, reader), visit);
        }
        if (form.isFaulty()) {
            return desk.faulty(question(event, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            planning.cancel(eventId, PlanningDesk.ifMatch(form), new EventCancellation(reason));
            return RestResponse.seeOther(URI.create(EVENTS + "/" + eventId + "?done=cancelled"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(eventId);
            form.put("version", String.valueOf(now.version()));
            return desk.refused(refusal, question(now, form, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Takes the cancellation back, with what ended with it. */
    @POST
    @Path("/{eventId}/restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> restore(UUID eventId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var sent = Sheet.sent(typed, reader.words());
        answered(eventId);
        try {
            planning.restore(eventId, PlanningDesk.ifMatch(sent));
            return RestResponse.seeOther(URI.create(EVENTS + "/" + eventId + "?done=restored"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(eventId);
            var form = Sheet.showing(EventForm.fields(now.content()), reader.words());
            return desk.refused(refusal, page(now, form, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private PlannedEvent own(UUID id) {
        var event = planning.read(id);
        desk.own(event.content().centreId());
        return event;
    }

    /** The same for what only a manager does. */
    private PlannedEvent answered(UUID id) {
        var event = planning.read(id);
        if (!desk.manages(desk.own(event.content().centreId()))) {
            throw Refusal.forbidden("not-yours", "Only a manager cancels an event.");
        }
        return event;
    }

    private TemplateInstance fresh(Sheet form, Said said, String key, Workplace workplace, Reader reader) {
        var centre = workplace.centre();
        var programmes = reading.programmes(centre.id(), desk.isNetwork(), null);
        var page = EventSheet.of(null, form, said, key, centre, programmes, Planned.NOTHING, reader);
        return desk.page(sheet, reader.words().say("deskNewEvent"), EVENTS + "/new", workplace, reader)
                .data("page", page)
                .data("manages", desk.manages(workplace))
                .data("sheet", form);
    }

    private TemplateInstance page(PlannedEvent event, Sheet form, Said said, Reader reader) {
        var workplace = desk.at(event.content().centreId());
        var programmes = reading.programmes(
                workplace.centre().id(), desk.isNetwork(), event.content().programmeId());
        var planned = Planned.of(event.id(), reading, workplace.zone(), reader, desk.now());
        var page = EventSheet.of(event, form, said, "", workplace.centre(), programmes, planned, reader);
        return desk.page(
                        sheet,
                        reader.read(event.content().title()).text(),
                        EVENTS + "/" + event.id(),
                        workplace,
                        reader)
                .data("page", page)
                .data("manages", desk.manages(workplace))
                .data("sheet", form);
    }

    private TemplateInstance question(PlannedEvent event, Sheet form, Said said, Reader reader) {
        var workplace = desk.at(event.content().centreId());
        var reached = reach.of(List.of(event.id()), desk.now());
        var address = EVENTS + "/" + event.id();
        var words = reader.words();
        var page = Question.of(
                address,
                reader.read(event.content().title()),
                words.say("deskCancelEvent"),
                reached.people(),
                words.say(
                        "deskReached",
                        String.valueOf(reached.sessions()),
                        String.valueOf(reached.bookings()),
                        String.valueOf(reached.waiting())),
                form,
                said,
                workplace.centre(),
                reader);
        return desk.page(cancellation, words.say("deskCancelEvent"), address + "/cancellation", workplace, reader)
                .data("page", page)
                .data("manages", desk.manages(workplace))
                .data("sheet", form);
    }

    private String name(String value, PlannedEvent event, Reader reader) {
        var programme = event.content().programmeId();
        return programme != null && programme.toString().equals(value)
                ? reading.programme(programme)
                        .map(one -> reader.read(one.title()).text())
                        .orElse(value)
                : EventForm.inWords(value, reader.words());
    }
}
