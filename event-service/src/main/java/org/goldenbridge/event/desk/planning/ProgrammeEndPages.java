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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.booking.EventReachView;
import org.goldenbridge.event.booking.Reach;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.PlannedProgramme;
import org.goldenbridge.event.programme.ProgrammeCancellation;
import org.goldenbridge.event.programme.ProgrammePlanning;
import org.goldenbridge.event.programme.ProgrammeTree;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Cancels a programme: alone, which reaches nobody, or with its centre's parts and events in it. */
@Path("/desk/programmes/{programmeId}/cancellation")
class ProgrammeEndPages {
    private final PlanningDesk desk;
    private final ProgrammePlanning planning;
    private final ProgrammeTree tree;
    private final Reach reach;
    private final Caller caller;
    private final RefusedPage refused;
    private final Template cancellation;

    @Inject
    ProgrammeEndPages(
            PlanningDesk desk,
            ProgrammePlanning planning,
            ProgrammeTree tree,
            Reach reach,
            Caller caller,
            RefusedPage refused,
            @Location("desk/planning/programme-end.html") Template cancellation) {
        this.desk = desk;
        this.planning = planning;
        this.tree = tree;
        this.reach = reach;
        this.caller = caller;
        this.refused = refused;
        this.cancellation = cancellation;
    }

    /** Asks, with how many people it reaches when its events end with it. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> question(UUID programmeId, @BeanParam Visit visit) {
        var programme = yours(programmeId);
        var form = Sheet.showing(
                Map.of("version", List.of(String.valueOf(programme.version()))),
                visit.reader().words());
        return desk.shown(question(programme, form, Said.NOTHING, visit.reader()), visit);
    }

    /** Cancels it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> cancel(UUID programmeId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = Sheet.sent(typed, reader.words());
        var programme = yours(programmeId);
        var reason = Tongues.typed("reason", EventPages.LONGEST_REASON, form);
        if (form.has("deed", "language")) {
            return desk.shown(question(programme, form, Said.NOTHING, reader), visit);
        }
        if (form.isFaulty()) {
            return desk.faulty(question(programme, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            planning.cancel(
                    programmeId,
                    PlanningDesk.ifMatch(form),
                    new ProgrammeCancellation(reason, form.has("withEvents", "true")));
            return RestResponse.seeOther(URI.create("/desk/programmes/" + programmeId + "?done=cancelled"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(programmeId);
            form.put("version", String.valueOf(now.version()));
            return desk.refused(refusal, question(now, form, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private PlannedProgramme yours(UUID id) {
        var programme = planning.read(id);
        var centre = programme.content().centreId();
        if (!programme.isYours() || (centre != null && !desk.manages(desk.at(centre)))) {
            throw Refusal.forbidden("not-yours", "Only who answers for a programme cancels it.");
        }
        return programme;
    }

    private TemplateInstance question(PlannedProgramme programme, Sheet form, Said said, Reader reader) {
        var workplace = desk.at(programme.content().centreId());
        var words = reader.words();
        var address = "/desk/programmes/" + programme.id();
        var hasEvents = programme.content().centreId() != null;
        var reached = hasEvents
                ? reach.of(tree.eventsCancelledWith(programme.id(), caller), desk.now())
                : reach.of(List.of(), desk.now());
        var page = Question.of(
                address,
                reader.read(programme.content().title()),
                words.say("deskCancelProgramme"),
                reached.people(),
                hasEvents ? words.say("deskWithEventsReach", numbers(reached, words)) : words.say("no.no-own-events"),
                form,
                said,
                workplace.centre(),
                reader);
        return desk.page(cancellation, words.say("deskCancelProgramme"), address + "/cancellation", workplace, reader)
                .data("page", page)
                .data("sheet", form)
                .data("hasEvents", hasEvents);
    }

    private static String numbers(EventReachView reached, Phrases words) {
        return words.say(
                "deskReached",
                String.valueOf(reached.sessions()),
                String.valueOf(reached.bookings()),
                String.valueOf(reached.waiting()));
    }
}
