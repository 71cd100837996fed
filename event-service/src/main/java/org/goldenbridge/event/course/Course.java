package org.goldenbridge.event.course;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.event.programme.Insight;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One enrolment for all lessons; a lesson is a session of the course. Each lesson keeps the places of the course, and has
 * some more for who comes to that lesson alone.
 */
@Entity
public class Course extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Event event;

    String centreId;
    int capacity;

    /** Below how many the centre looks whether it takes place at all. */
    @Nullable
    Integer minimum;

    /** Places of each lesson beyond those of the course. */
    int extraPlaces;

    /** Whether anybody may take those for one lesson; otherwise they are for who makes up for a missed one. */
    boolean dropIn;

    @Nullable
    BigDecimal lessonPriceAmount;

    @Nullable
    String lessonPriceCurrency;

    CourseStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText cancelReason;

    /** When it was cancelled; the lessons that ended with it are known by this moment. */
    @Nullable
    Instant cancelledAt;

    String plannedBy;
    Instant createdAt;

    static Course plan(UUID id, Event event, CourseTerms terms, String plannedBy, Instant now) {
        var course = new Course();
        course.id = id;
        course.event = event;
        course.centreId = event.centreId();
        course.status = CourseStatus.SCHEDULED;
        course.plannedBy = plannedBy;
        course.createdAt = now;
        course.agree(terms);
        return course;
    }

    void edit(CourseTerms terms) {
        mustBeScheduled();
        agree(terms);
    }

    private void agree(CourseTerms terms) {
        if (terms.minimum() != null && terms.minimum() > terms.capacity()) {
            throw Refusal.unprocessable("minimum-out-of-order", "The minimum is above the number of places.")
                    .at("/minimum", "must not be above capacity");
        }
        if (terms.takesDropIns() && terms.extra() == 0) {
            throw Refusal.unprocessable(
                            "drop-in-without-places", "Say how many places each lesson has beyond those of the course.")
                    .at("/extraPlaces", "must be at least 1 where visitors may drop in");
        }
        capacity = terms.capacity();
        minimum = terms.minimum();
        extraPlaces = terms.extra();
        dropIn = terms.takesDropIns();
        var price = terms.lessonPrice();
        lessonPriceAmount = price == null ? null : price.amount();
        lessonPriceCurrency = price == null ? null : price.currency();
    }

    void cancel(@Nullable LocalizedText reason, Instant now) {
        mustBeScheduled();
        status = CourseStatus.CANCELLED;
        cancelReason = reason;
        cancelledAt = now;
    }

    /**
     * Takes its cancellation back.
     *
     * @return when it had been cancelled
     */
    Instant restore() {
        if (cancelledAt == null) {
            throw Refusal.conflict("not-cancelled", "The course is not cancelled.");
        }
        var since = cancelledAt;
        status = CourseStatus.SCHEDULED;
        cancelledAt = null;
        cancelReason = null;
        return since;
    }

    private void mustBeScheduled() {
        if (status == CourseStatus.CANCELLED) {
            throw Refusal.conflict("course-cancelled", "The course is cancelled. Plan a new one.");
        }
    }

    /** What a visitor pays for one lesson. */
    @Nullable
    Price lessonPrice() {
        return lessonPriceAmount == null || lessonPriceCurrency == null
                ? null
                : new Price(lessonPriceAmount, lessonPriceCurrency);
    }

    /**
     * The limit of each lesson: the course decides it.
     *
     * @param asked what was asked for the lesson itself
     * @throws Refusal 422 {@code set-by-the-course} when that is something else
     */
    public Integer limit(@Nullable Integer asked) {
        var limit = capacity + extraPlaces;
        if (asked != null && asked != limit) {
            throw Refusal.unprocessable(
                            "set-by-the-course",
                            "A lesson has the " + capacity + " places of its course and " + extraPlaces
                                    + " more. Change the course instead.")
                    .at("/capacity", "must be left out, or " + limit);
        }
        return limit;
    }

    /**
     * The places of a lesson for which there is so much room.
     *
     * @throws Refusal 422 {@code smaller-than-the-course} when not everybody in the course would fit
     */
    public Places.Size lesson(int room) {
        if (room < capacity) {
            throw Refusal.unprocessable(
                            "smaller-than-the-course",
                            "There would be room for " + room + " people, and the course has " + capacity + " places.")
                    .at("/spaceId", "must have room for everybody in the course");
        }
        return new Places.Size(room, capacity, !dropIn);
    }

    public UUID id() {
        return id;
    }

    static Course required(UUID id) {
        return Course.<Course>findByIdOptional(id).orElseThrow(Course::unknown);
    }

    /** The centre that teaches it; nothing else is read, so that who changes it reads it under its lock. */
    static String centreOf(UUID id) {
        return getEntityManager()
                .createQuery("select c.centreId from Course c where c.id = :id", String.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(Course::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such course.");
    }

    /** The course for this transaction alone to change; its lessons wait. */
    static Course toChange(UUID id) {
        return Objects.requireNonNullElseGet(Course.<Course>findById(id, LockModeType.PESSIMISTIC_WRITE), () -> {
            throw unknown();
        });
    }

    /** The course, as it stays until a transaction ends that changes one of its lessons. */
    public static Course toTeach(UUID id) {
        return Objects.requireNonNull(Course.<Course>findById(id, LockModeType.PESSIMISTIC_READ));
    }

    /**
     * The course for which a lesson is planned.
     *
     * @throws Refusal 422 {@code unknown-course}; 409 {@code course-cancelled}
     */
    public static Course toTeach(UUID id, Event event) {
        var course = Course.<Course>findById(id, LockModeType.PESSIMISTIC_READ);
        if (course == null || !course.event.id().equals(event.id())) {
            throw Refusal.unprocessable("unknown-course", "The event has no such course.")
                    .at("/courseId", "is not a course of the event");
        }
        course.mustBeScheduled();
        return course;
    }

    /** The courses after the given one that the reader may know of, in the order in which they were made. */
    static List<Course> listed(List<String> centres, @Nullable UUID event, Insight insight, UUID after, int most) {
        return Course.<Course>find(
                        "from Course c join fetch c.event e where c.id > ?1 and (?6 = true or c.centreId in ?2)"
                                + " and (?3 is null or e.id = ?3)"
                                + " and (?4 = true or e.announcedAt is not null or c.centreId in ?5) order by c.id",
                        after,
                        centres,
                        event,
                        insight.everywhere(),
                        insight.centres(),
                        centres.isEmpty())
                .page(0, most)
                .list();
    }

    /** The courses of events that ended with them, in one order. */
    static List<Course> cancelledWith(List<UUID> events, Instant cancelledAt) {
        return Course.<Course>find("event.id in ?1 and cancelledAt = ?2 order by id", events, cancelledAt)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The courses of events that are cancelled, held still in one order. */
    static List<Course> of(List<UUID> events) {
        return Course.<Course>find("event.id in ?1 and status = ?2 order by id", events, CourseStatus.SCHEDULED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
