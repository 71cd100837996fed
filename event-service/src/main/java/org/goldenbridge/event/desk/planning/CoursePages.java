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
import org.goldenbridge.event.course.CourseCancellation;
import org.goldenbridge.event.course.CoursePlanning;
import org.goldenbridge.event.course.PlannedCourse;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.programme.EventPlanning;
import org.goldenbridge.event.programme.PublicStatus;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A course at the desk: how many are enrolled, its lessons, and what it lets people do; cancelled, and brought back. */
@Path("/desk/courses/{courseId}")
class CoursePages {
    private static final String COURSES = "/desk/courses/";

    private final PlanningDesk desk;
    private final EventPlanning events;
    private final CoursePlanning planning;
    private final PlanningReader reading;
    private final RefusedPage refused;
    private final Template sheet;
    private final Template cancellation;

    @Inject
    CoursePages(
            PlanningDesk desk,
            EventPlanning events,
            CoursePlanning planning,
            PlanningReader reading,
            RefusedPage refused,
            @Location("desk/planning/course.html") Template sheet,
            @Location("desk/planning/cancellation.html") Template cancellation) {
        this.desk = desk;
        this.events = events;
        this.planning = planning;
        this.reading = reading;
        this.refused = refused;
        this.sheet = sheet;
        this.cancellation = cancellation;
    }

    /** The course with its lessons. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> course(
            UUID courseId, @QueryParam("done") @Nullable String done, @BeanParam Visit visit) {
        var words = visit.reader().words();
        var course = planning.read(courseId);
        var form = Sheet.showing(CourseForm.fields(course.terms()), words);
        return desk.shown(page(course, form, Said.done(done, words), visit.reader()), visit);
    }

    /** Edits it, with all lessons still to come. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> edit(UUID courseId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var course = own(courseId);
        var form = Sheet.sent(typed, reader.words());
        var terms = CourseForm.terms(form);
        if (terms == null) {
            return desk.faulty(page(course, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            planning.edit(courseId, PlanningDesk.ifMatch(form), terms, desk.now());
            return done(courseId, "saved");
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var said = Said.no(refusal, reader);
            form.blame(refusal, String.valueOf(said.words()));
            var now = planning.read(courseId);
            if (refusal.code().equals("stale")) {
                form.compare(CourseForm.fields(now.terms()), value -> value);
                form.put("version", String.valueOf(now.version()));
            }
            return desk.refused(refusal, page(now, form, said, reader), reader);
        }
    }

    /** Asks whether it is to be cancelled, and says how many people that reaches. */
    @GET
    @Path("/cancellation")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> question(UUID courseId, @BeanParam Visit visit) {
        var course = own(courseId);
        var form = Sheet.showing(
                Map.of("version", List.of(String.valueOf(course.version()))),
                visit.reader().words());
        return desk.shown(question(course, form, Said.NOTHING, visit.reader()), visit);
    }

    /** Cancels it with its lessons, and everybody enrolled. */
    @POST
    @Path("/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> cancel(UUID courseId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        var course = own(courseId);
        var form = Sheet.sent(typed, reader.words());
        var reason = Tongues.typed("reason", EventPages.LONGEST_REASON, form);
        if (form.has("deed", "language")) {
            return desk.shown(question(course, form, Said.NOTHING, reader), visit);
        }
        if (form.isFaulty()) {
            return desk.faulty(question(course, form, Said.faulty(reader.words()), reader), reader);
        }
        try {
            planning.cancel(courseId, PlanningDesk.ifMatch(form), new CourseCancellation(reason), desk.now());
            return done(courseId, "cancelled");
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(courseId);
            form.put("version", String.valueOf(now.version()));
            return desk.refused(refusal, question(now, form, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Takes its cancellation back. */
    @POST
    @Path("/restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> restore(UUID courseId, MultivaluedMap<String, String> typed, @BeanParam Visit visit) {
        var reader = visit.reader();
        own(courseId);
        try {
            planning.restore(courseId, PlanningDesk.ifMatch(Sheet.sent(typed, reader.words())), desk.now());
            return done(courseId, "restored");
        } catch (RuntimeException thrown) {
            var refusal = Refusal.behind(thrown);
            var now = planning.read(courseId);
            var form = Sheet.showing(CourseForm.fields(now.terms()), reader.words());
            return desk.refused(refusal, page(now, form, Said.no(refusal, reader), reader), reader);
        }
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private static RestResponse<byte[]> done(UUID course, String what) {
        return RestResponse.seeOther(URI.create(COURSES + course + "?done=" + what));
    }

    private PlannedCourse own(UUID id) {
        var course = planning.read(id);
        desk.own(course.centre());
        return course;
    }

    private Reader.Text title(PlannedCourse course, Reader reader) {
        return reader.read(events.read(course.event()).content().title());
    }

    private TemplateInstance page(PlannedCourse course, Sheet form, Said said, Reader reader) {
        var event = events.read(course.event());
        var title = reader.read(event.content().title());
        var dates = Planned.dates(reading.sessions(course.event(), course.id()), reader, desk.now());
        return desk.page(sheet, title.text(), COURSES + course.id(), desk.at(course.centre()), reader)
                .data(
                        "page",
                        CourseSheet.of(
                                course, event.status() != PublicStatus.CANCELLED, title, form, said, dates, reader))
                .data("sheet", form);
    }

    private TemplateInstance question(PlannedCourse course, Sheet form, Said said, Reader reader) {
        var workplace = desk.at(course.centre());
        var words = reader.words();
        var address = COURSES + course.id();
        var page = Question.of(
                address,
                title(course, reader),
                words.say("deskCancelCourse"),
                reading.reachedBy(course.id(), desk.now()),
                words.count("deskLessonsAre", course.lessons()),
                form,
                said,
                workplace.centre(),
                reader);
        return desk.page(cancellation, words.say("deskCancelCourse"), address + "/cancellation", workplace, reader)
                .data("page", page)
                .data("sheet", form);
    }
}
