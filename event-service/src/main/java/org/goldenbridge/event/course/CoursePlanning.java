package org.goldenbridge.event.course;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.event.programme.EventAnnounced;
import org.goldenbridge.event.programme.EventRenamed;
import org.goldenbridge.event.programme.EventsCancelled;
import org.goldenbridge.event.programme.EventsRestored;
import org.goldenbridge.event.programme.MadeOnce;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Plans, edits and cancels courses, each in the caller's transaction and whole: the course, its lessons, all their places, the
 * audit and the word to the others. A course is locked before its lessons, and those before any places.
 */
@ApplicationScoped
public class CoursePlanning {
    static final String COURSES = "courses";

    private final Places places;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final EntityManager entities;
    private final jakarta.enterprise.event.Event<CourseResized> resized;
    private final jakarta.enterprise.event.Event<CourseCancelled> cancelled;
    private final jakarta.enterprise.event.Event<CourseRestored> restored;

    @Inject
    CoursePlanning(
            Places places,
            Audit audit,
            Outbox outbox,
            Caller caller,
            EntityManager entities,
            jakarta.enterprise.event.Event<CourseResized> resized,
            jakarta.enterprise.event.Event<CourseCancelled> cancelled,
            jakarta.enterprise.event.Event<CourseRestored> restored) {
        this.places = places;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.entities = entities;
        this.resized = resized;
        this.cancelled = cancelled;
        this.restored = restored;
    }

    /** Whoever may know of its event may know of it. */
    @Transactional
    public PlannedCourse read(UUID id) {
        var course = Course.required(id);
        if (!course.event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such course.");
        }
        return PlannedCourse.of(course, Lessons.of(entities, id), places.of(id));
    }

    /**
     * Plans a course. When it was planned of that event under that id already, that is the one.
     *
     * @throws Refusal as {@code POST /v1/courses} says
     */
    @Transactional
    public Course plan(UUID id, CourseDraft draft, Instant now) {
        var event = Event.toSchedule(draft.eventId());
        caller.mustActFor(event.centreId(), Roles.desk());
        MadeOnce.hold(entities, id);
        var made = Course.<Course>findByIdOptional(id);
        if (made.isPresent()) {
            caller.mustActFor(made.get().centreId, Roles.desk());
            return made.get();
        }
        var course = Course.plan(id, event, draft.terms(), caller.name(), now);
        course.persistAndFlush();
        places.open(course.id, Places.Size.open(course.capacity));
        changed(course, "planned", now, Map.of("capacity", course.capacity));
        return course;
    }

    /**
     * Edits a course and all lessons still to come, whole or not at all.
     *
     * @throws Refusal as {@code PUT /v1/courses/{courseId}} says; 412, 428
     */
    @Transactional
    public Course edit(UUID id, @Nullable String ifMatch, CourseTerms terms, Instant now) {
        var course = toChange(id, ifMatch);
        edit(course, terms, now);
        return course;
    }

    /**
     * Cancels a course with all lessons that are not over.
     *
     * @throws Refusal 409 {@code course-cancelled}; 412, 428
     */
    @Transactional
    public Course cancel(UUID id, @Nullable String ifMatch, CourseCancellation draft, Instant now) {
        var course = toChange(id, ifMatch);
        cancel(course, draft, now);
        return course;
    }

    /**
     * Takes a cancellation back with all lessons that ended with it and are still to come, or not at all.
     *
     * @throws Refusal 409 as {@code POST /v1/courses/{courseId}/restoration} says; 412, 428
     */
    @Transactional
    public Course restore(UUID id, @Nullable String ifMatch, Instant now) {
        var course = toChange(id, ifMatch);
        restore(course, now);
        return course;
    }

    private Course toChange(UUID id, @Nullable String ifMatch) {
        caller.mustActFor(Course.centreOf(id), Roles.desk());
        var course = toChange(id);
        EntityTags.requireMatch(ifMatch, course.version);
        return course;
    }

    /** Locks the series of its lessons and then the course: in this order whoever changes either. */
    private Course toChange(UUID id) {
        entities.createNativeQuery(
                        "select id from series where course_id = :course order by id for no key update", UUID.class)
                .setParameter("course", id)
                .getResultList();
        return Course.toChange(id);
    }

    /** The lessons come first: their places are locked in the same order whoever changes them. */
    private void edit(Course course, CourseTerms terms, Instant now) {
        course.edit(terms);
        course.persistAndFlush();
        entities.createNativeQuery(
                        "update series set capacity_limit = :limit, version = version + 1 where course_id = :course")
                .setParameter("limit", course.limit(null))
                .setParameter("course", course.id)
                .executeUpdate();
        resized.fire(new CourseResized(course, now));
        places.resize(course.id, Places.Size.open(course.capacity), now);
        changed(course, "edited", now, Map.of("capacity", course.capacity, "extraPlaces", course.extraPlaces));
    }

    private void cancel(Course course, CourseCancellation draft, Instant when) {
        var now = when.truncatedTo(ChronoUnit.MICROS); // as the database keeps it: a restoration finds by it what ended
        course.cancel(draft.reason(), now);
        course.persistAndFlush();
        cancelled.fire(new CourseCancelled(course.id, draft.reason(), now));
        close(course, now);
    }

    private void close(Course course, Instant now) {
        changed(course, "cancelled", now, Map.of("bookingsCancelled", places.close(course.id, now)));
    }

    private void restore(Course course, Instant now) {
        Event.toSchedule(course.event.id());
        var cancelledAt = course.restore();
        course.persistAndFlush();
        restored.fire(new CourseRestored(course.id, cancelledAt, now));
        var reached = places.reopen(course.id, cancelledAt, now);
        changed(course, "restored", now, Map.of("bookingsRestored", reached));
    }

    private void changed(Course course, String action, Instant now, Map<String, Object> detail) {
        audit.record(now, caller.subject(), action, course.id, detail);
        tell(course);
    }

    private void tell(Course course) {
        outbox.append(CourseChanged.of(course), FeedItem.changed(COURSES, course.id));
    }

    /** Its courses end before its sessions do, among which are their lessons. */
    void eventsCancelled(@Observes @Priority(1) EventsCancelled ended) {
        var now = ended.at().truncatedTo(ChronoUnit.MICROS);
        for (var course : Course.of(ended.eventIds())) {
            course.cancel(ended.reason(), now);
            course.persistAndFlush();
            close(course, now);
        }
    }

    /** Its courses stand again before their lessons do. */
    void eventsRestored(@Observes @Priority(1) EventsRestored back) {
        for (var course : Course.cancelledWith(back.eventIds(), back.cancelledAt())) {
            var cancelledAt = course.restore();
            course.persistAndFlush();
            var reached = places.reopen(course.id, cancelledAt, back.at());
            changed(course, "restored", back.at(), Map.of("bookingsRestored", reached));
        }
    }

    /** From now on the public sees its courses; until now nothing was told of them. */
    void eventAnnounced(@Observes EventAnnounced announced) {
        List<Course> courses = Course.list("event.id = ?1 order by id", announced.eventId());
        for (var course : courses) {
            tell(course);
            places.tellHowMany(course.id);
        }
    }

    void eventRenamed(@Observes EventRenamed change) {
        List<Course> courses = Course.list("event.id = ?1 order by id", change.eventId());
        outbox.move(courses.stream()
                .map(course -> FeedItem.changed(COURSES, course.id))
                .toList());
    }

    @Produces
    @Singleton
    Topic courses() {
        return Topic.ofFacts(CourseChanged.TOPIC);
    }
}
