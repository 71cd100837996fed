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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.programme.PlannedEvent;
import org.goldenbridge.event.programme.PublicStatus;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Announces an event, after a page that says what is still missing. */
@Path("/desk/events/{eventId}/announcement")
class EventAnnouncementPages {
    private final PlanningDesk desk;
    private final EventPlanning planning;
    private final PlanningReader reading;
    private final RefusedPage refused;
    private final Template announcement;

    @Inject
    EventAnnouncementPages(
            PlanningDesk desk,
            EventPlanning planning,
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
    public RestResponse<byte[]> preview(UUID eventId, @BeanParam Visit visit) {
        var event = yours(eventId);
        return event.status() == PublicStatus.DRAFT
                ? desk.shown(preview(event, Said.NOTHING, visit.reader()), visit)
                : RestResponse.seeOther(URI.create(address(event)));
    }

    /** Tells the public of it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> announce(UUID eventId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var event = yours(eventId);
        try {
            planning.announce(eventId, PlanningDesk.ifMatch(Sheet.sent(typed, reader.words())));
            return RestResponse.seeOther(URI.create(address(event) + "?done=announced"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(eventId);
            return desk.refused(refusal, preview(now, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private PlannedEvent yours(UUID id) {
        var event = planning.read(id);
        desk.own(event.content().centreId());
        return event;
    }

    private static String address(PlannedEvent event) {
        return "/desk/events/" + event.id();
    }

    private TemplateInstance preview(PlannedEvent event, Said said, Reader reader) {
        var content = event.content();
        var workplace = desk.at(content.centreId());
        var words = reader.words();
        var missing = AnnouncementPreview.texts(workplace.centre(), content.title(), content.description(), reader);
        if (Planned.dates(reading.sessions(event.id(), null), reader, desk.now()).stream()
                .allMatch(date -> date.cancelled() || date.over())) {
            missing.add(words.say("deskNothingPlanned"));
        }
        var title = reader.read(content.title());
        var page = new AnnouncementPreview(
                address(event),
                title,
                String.valueOf(event.version()),
                event.status() == PublicStatus.DRAFT,
                said,
                missing);
        return desk.page(announcement, words.say("deskAnnounce"), address(event) + "/announcement", workplace, reader)
                .data("page", page);
    }
}
