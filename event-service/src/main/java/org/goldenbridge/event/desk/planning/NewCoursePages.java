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
import org.goldenbridge.event.course.CourseDraft;
import org.goldenbridge.event.course.CoursePlanning;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.programme.PlannedEvent;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Plans a course of an event; its lessons come afterwards. */
@Path("/desk/events/{eventId}/courses")
class NewCoursePages {
    private final PlanningDesk desk;
    private final EventPlanning events;
    private final CoursePlanning planning;
    private final RefusedPage refused;
    private final Template sheet;

    @Inject
    NewCoursePages(
            PlanningDesk desk,
            EventPlanning events,
            CoursePlanning planning,
            RefusedPage refused,
            @Location("desk/planning/course.html") Template sheet) {
        this.desk = desk;
        this.events = events;
        this.planning = planning;
        this.refused = refused;
        this.sheet = sheet;
    }

    /** An empty form. */
    @GET
    @Path("/new")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> fresh(UUID eventId, @BeanParam Visit visit) {
        var form =
                Sheet.showing(Map.of("capacity", List.of("12")), visit.reader().words());
        return desk.shown(page(own(eventId), form, Said.NOTHING, Ids.next().toString(), visit.reader()), visit);
    }

    /** Plans it; sent twice, it is one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> plan(UUID eventId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var event = own(eventId);
        var form = Sheet.sent(typed, reader.words());
        var key = EventForm.key(form);
        var terms = CourseForm.terms(form);
        if (terms == null) {
            return desk.faulty(page(event, form, Said.faulty(reader.words()), key.toString(), reader), reader);
        }
        try {
            planning.plan(
                    key,
                    new CourseDraft(
                            eventId,
                            terms.capacity(),
                            terms.minimum(),
                            terms.extraPlaces(),
                            terms.dropIn(),
                            terms.lessonPrice()),
                    desk.now());
            return RestResponse.seeOther(URI.create("/desk/courses/" + key + "?done=planned"));
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            return desk.refused(refusal, page(event, form, said, key.toString(), reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private PlannedEvent own(UUID id) {
        var event = events.read(id);
        desk.own(event.content().centreId());
        return event;
    }

    private TemplateInstance page(PlannedEvent event, Sheet form, Said said, String key, Reader reader) {
        var title = reader.read(event.content().title());
        return desk.page(
                        sheet,
                        reader.words().say("deskNewCourse"),
                        "/desk/events/" + event.id() + "/courses/new",
                        desk.at(event.content().centreId()),
                        reader)
                .data("page", CourseSheet.fresh(event.id(), title, key, form, said))
                .data("sheet", form);
    }
}
