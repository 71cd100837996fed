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
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.PlannedProgramme;
import org.goldenbridge.event.programme.ProgrammePlanning;
import org.goldenbridge.event.programme.PublicStatus;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Announces a programme, after a page that says what is still missing. */
@Path("/desk/programmes/{programmeId}/announcement")
class ProgrammeAnnouncementPages {
    private final PlanningDesk desk;
    private final ProgrammePlanning planning;
    private final PlanningReader reading;
    private final RefusedPage refused;
    private final Template announcement;

    @Inject
    ProgrammeAnnouncementPages(
            PlanningDesk desk,
            ProgrammePlanning planning,
            PlanningReader reading,
            RefusedPage refused,
            @Location("desk/planning/announcement.html") Template announcement) {
        this.desk = desk;
        this.planning = planning;
        this.reading = reading;
        this.refused = refused;
        this.announcement = announcement;
    }

    /** Asks, with what is missing; of what is no draft its own page tells. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> preview(UUID programmeId, @BeanParam Visit visit) {
        var programme = yours(programmeId);
        return programme.status() == PublicStatus.DRAFT
                ? desk.shown(preview(programme, Said.NOTHING, visit.reader()), visit)
                : RestResponse.seeOther(URI.create(address(programme)));
    }

    /** Tells the public of it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> announce(
            UUID programmeId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var programme = yours(programmeId);
        try {
            planning.announce(programmeId, PlanningDesk.ifMatch(Sheet.sent(typed, reader.words())));
            return RestResponse.seeOther(URI.create(address(programme) + "?done=announced"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(programmeId);
            return desk.refused(refusal, preview(now, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private PlannedProgramme yours(UUID id) {
        var programme = planning.read(id);
        if (!programme.isYours()) {
            throw Refusal.forbidden("not-yours", "Only who answers for a programme announces it.");
        }
        return programme;
    }

    private static String address(PlannedProgramme programme) {
        return "/desk/programmes/" + programme.id();
    }

    private TemplateInstance preview(PlannedProgramme programme, Said said, Reader reader) {
        var content = programme.content();
        var workplace = desk.at(content.centreId());
        var words = reader.words();
        var centre = content.centreId() == null ? null : workplace.centre();
        var missing = AnnouncementPreview.texts(centre, content.title(), content.description(), reader);
        var own = workplace.isOwn() ? workplace.centre().id() : "";
        var inside = Stream.concat(
                        reading.parts(programme.id(), own, desk.isNetwork()).stream()
                                .map(PlanningReader.Umbrella::status),
                        reading.eventsOf(programme.id(), own).stream().map(PlanningReader.Listed::status))
                .toList();
        if (!inside.contains(Words.of(PublicStatus.ANNOUNCED))) {
            missing.add(words.say(inside.isEmpty() ? "deskNoEventsYet" : "deskNoneAnnounced"));
        }
        var title = reader.read(content.title());
        var page = new AnnouncementPreview(
                address(programme),
                title,
                String.valueOf(programme.version()),
                programme.status() == PublicStatus.DRAFT,
                said,
                missing);
        return desk.page(
                        announcement,
                        words.say("deskAnnounce"),
                        address(programme) + "/announcement",
                        workplace,
                        reader)
                .data("page", page);
    }
}
