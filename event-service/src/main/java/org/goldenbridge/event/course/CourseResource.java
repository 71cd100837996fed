package org.goldenbridge.event.course;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Insight;
import org.goldenbridge.event.programme.Parameters;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Courses: read by anyone; planned and changed by the desk of the centre. */
@Path("/v1/courses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Courses", description = "One enrolment for all lessons.")
class CourseResource {
    private final CoursePlanning planning;
    private final Places places;
    private final IdempotentExecutor idempotent;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Lists lists;
    private final EntityManager entities;
    private final Clock clock;

    CourseResource(
            CoursePlanning planning,
            Places places,
            IdempotentExecutor idempotent,
            Caller caller,
            ReaderLanguage reader,
            Lists lists,
            EntityManager entities,
            Clock clock) {
        this.planning = planning;
        this.places = places;
        this.idempotent = idempotent;
        this.caller = caller;
        this.reader = reader;
        this.lists = lists;
        this.entities = entities;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List courses",
            description = "Courses of the network, of one centre or of one event, in the order in which they were"
                    + " planned. The desk of a centre finds those of its drafts among them.")
    @APIResponseSchema(value = CoursePage.class, responseDescription = "A page of courses")
    public RestResponse<byte[]> list(
            @Schema(description = "Only courses of these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "Only courses of this event.", format = "uuid") @QueryParam("event") @Nullable
                    String event,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var of = event == null ? null : Parameters.id(event, "event");
        return lists.page(
                new Lists.Wish("courses " + centre + " " + of, cursor, limit, ifNoneMatch),
                (after, most) -> views(
                        Course.listed(CentreParameter.several(centre), of, Insight.of(caller), Lists.id(after), most)),
                course -> course.id().toString(),
                course -> course);
    }

    @GET
    @Path("/{courseId}")
    @PermitAll
    @Operation(summary = "Read a course", description = "One course, in the reader's language or in all with lang=*.")
    @APIResponseSchema(value = CourseView.class, responseDescription = "The course")
    public RestResponse<CourseView> read(
            UUID courseId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var course = Course.required(courseId);
        if (!course.event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such course.");
        }
        var shown = show(course);
        return Answers.read(shown::view, shown.tag(), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Plan a course",
            description =
                    "One enrolment for all lessons of an event. Plan the lessons afterwards with its courseId, as a"
                            + " series or one by one; each then keeps a place for everybody who enrols. It is bookable once"
                            + " there is a lesson.")
    @APIResponseSchema(value = CourseView.class, responseCode = "201", responseDescription = "The course")
    @APIResponse(responseCode = "409", description = "`event-cancelled`: the event is cancelled; `in-progress`")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-event`; `minimum-out-of-order`: it is above the capacity; `drop-in-without-places`;"
                    + " `idempotency-key-reused`")
    public RestResponse<CourseView> plan(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid CourseDraft draft) {
        var shown = show(Course.required(idempotent.make(
                "plan-course",
                idempotencyKey,
                draft,
                () -> planning.plan(Ids.next(), draft, clock.instant()).id())));
        return Answers.created(URI.create("/v1/courses/" + shown.view().id()), shown.view(), shown.tag());
    }

    @PUT
    @Path("/{courseId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Edit a course",
            description =
                    "Changes how many may enrol and who may come to a single lesson, for the course and all lessons"
                            + " still to come: whole or not at all.")
    @APIResponseSchema(value = CourseView.class, responseDescription = "The course as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`too-many-booked`: more places of the course or of a lesson are booked; `course-cancelled`")
    @APIResponse(
            responseCode = "422",
            description = "`smaller-than-the-course`: a lesson has not so much room; `minimum-out-of-order`;"
                    + " `drop-in-without-places`")
    public RestResponse<CourseView> edit(
            UUID courseId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid CourseTerms terms) {
        return shown(planning.edit(courseId, ifMatch, terms, clock.instant()));
    }

    @POST
    @Path("/{courseId}/cancellation")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Cancel a course",
            description =
                    "With all lessons that are not over, their rooms, teachers and bookings, and everybody enrolled:"
                            + " whole or not at all. It stays visible as cancelled.")
    @APIResponseSchema(value = CourseView.class, responseDescription = "The course as it is now")
    @APIResponse(responseCode = "409", description = "`course-cancelled`: it is cancelled already")
    public RestResponse<CourseView> cancel(
            UUID courseId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CourseCancellation draft) {
        return shown(planning.cancel(courseId, ifMatch, draft, clock.instant()));
    }

    @POST
    @Path("/{courseId}/restoration")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Take the cancellation of a course back",
            description =
                    "With all lessons that ended with it and are still to come, while what they need is free;"
                            + " enrolments and waiting list stand again, and everybody is put on the call list. Whole or not at all.")
    @APIResponseSchema(value = CourseView.class, responseDescription = "The course as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`not-cancelled`; `space-taken`: something has the space of a lesson by now; `teacher-taken`;"
                    + " `equipment-taken`; `event-cancelled`")
    public RestResponse<CourseView> restore(UUID courseId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(planning.restore(courseId, ifMatch, clock.instant()));
    }

    /** All of them with one question about their lessons and one about their places. */
    private List<CourseView> views(List<Course> courses) {
        var ids = courses.stream().map(course -> course.id).toList();
        var lessons = Lessons.of(entities, ids);
        var counts = places.of(ids);
        return courses.stream()
                .map(course -> CourseView.of(
                        course, requireNonNull(lessons.get(course.id)), requireNonNull(counts.get(course.id)), reader))
                .toList();
    }

    /** A course as it is shown, and the tag of that. */
    private record Shown(CourseView view, String tag) {}

    private Shown show(Course course) {
        var lessons = Lessons.of(entities, course.id);
        var count = places.of(course.id);
        var tag = EntityTags.of(
                course.version,
                reader,
                count.taken(),
                count.capacity(),
                count.waiting(),
                course.event.version(),
                lessons.count(),
                Integer.toHexString(lessons.hashCode()));
        return new Shown(CourseView.of(course, lessons, count, reader), tag);
    }

    private RestResponse<CourseView> shown(Course course) {
        var shown = show(course);
        return Answers.ok(shown.view(), shown.tag());
    }
}
