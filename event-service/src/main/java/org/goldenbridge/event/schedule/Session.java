package org.goldenbridge.event.schedule;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.course.Course;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.event.resource.Teacher;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An event at a time and place. Its places are counted apart from it, in {@link org.goldenbridge.event.places.Places}. */
@Entity
class Session extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Event event;

    String centreId;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Space space;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Venue venue;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Online online;

    Instant startsAt;
    Instant endsAt;
    String zone;

    /** When somebody last let it stand outside the hours: a closure that is known only since then asks again. */
    @Nullable
    Instant hoursOverriddenAt;

    /** Copied from the space when it is claimed: a later change of the space does not move what is planned. */
    int setUpMinutes;

    int clearingMinutes;

    @Nullable
    Integer capacityLimit;

    SessionStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText cancelReason;

    /** When it was cancelled; what ended with it is known by this moment. */
    @Nullable
    Instant cancelledAt;

    @Nullable
    String hoursOverride;

    /** Whether it lost a part of its room when the room was divided anew, and needs a person to look. */
    boolean clashing;

    /** The series that it is an occurrence of. */
    @Nullable
    UUID seriesId;

    /** The wall time of that occurrence, which stays when the session alone is moved: its RECURRENCE-ID. */
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Nullable
    LocalDateTime seriesStart;

    /** Whether it was edited by itself, so that a change of the series leaves it where it is. */
    boolean seriesOverride;

    /** The course of which it is a lesson. */
    @Nullable
    UUID courseId;

    /** What it needs beside its room; it stays while the session is cancelled and has no claims. */
    UUID[] teacherIds = {};

    @JdbcTypeCode(SqlTypes.JSON)
    EquipmentNeeds equipment = EquipmentNeeds.NONE;

    /** Whether a stock was cut below what it has claimed, and a person needs to look. */
    boolean shortOfEquipment;

    String plannedBy;
    Instant createdAt;

    static Session plan(UUID id, Event event, @Nullable UUID courseId, Planned planned, String plannedBy, Instant now) {
        var session = new Session();
        session.id = id;
        session.event = event;
        session.courseId = courseId;
        session.centreId = event.centreId();
        session.status = SessionStatus.SCHEDULED;
        session.plannedBy = plannedBy;
        session.createdAt = now;
        session.stand(planned, now);
        return session;
    }

    /** A session that is only asked about, and never kept. */
    static Session foreseen(UUID id, String centreId, Planned planned) {
        var session = new Session();
        session.id = id;
        session.centreId = centreId;
        session.stand(planned, Instant.EPOCH);
        return session;
    }

    /** Moves it whole: time, place, and what it claims there. */
    void move(Planned planned, Instant now) {
        mustBeAhead(now);
        stand(planned, now);
        clashing = false;
        shortOfEquipment = false;
        seriesOverride = seriesId != null;
    }

    /** Takes its place as an occurrence of a series, as the series has it. */
    void follow(UUID series, LocalDateTime start, Planned planned, Instant now) {
        occur(series, start, false);
        stand(planned, now);
        clashing = false;
    }

    /** Is this occurrence of that series from now on; time and place stay. */
    void occur(UUID series, LocalDateTime start, boolean override) {
        seriesId = series;
        seriesStart = start;
        seriesOverride = override;
    }

    /** The same wall time under other rules of its zone; it lasts as long as before. */
    void shift(Instant start) {
        endsAt = start.plus(Duration.between(startsAt, endsAt));
        startsAt = start;
    }

    /**
     * Takes up whom and what it needs beside its room, to be claimed afterwards.
     *
     * @param teachers who teaches; null leaves it as it is
     * @param needs which equipment; null leaves it as it is
     */
    void need(Centre centre, @Nullable List<UUID> teachers, @Nullable List<EquipmentNeed> needs) {
        if (teachers != null) {
            teacherIds = Teacher.toPlanWith(teachers.stream().distinct().toList(), centre).stream()
                    .map(Teacher::id)
                    .toArray(UUID[]::new);
        }
        if (needs != null) {
            equipment = EquipmentNeeds.asked(needs, centre);
            shortOfEquipment = false;
        }
    }

    private void stand(Planned planned, Instant now) {
        space = planned.space();
        venue = planned.venue();
        online = planned.online();
        startsAt = planned.when().start();
        endsAt = planned.when().end();
        zone = planned.zone().getId();
        setUpMinutes = planned.space() == null ? 0 : planned.space().setUpMinutes();
        clearingMinutes = planned.space() == null ? 0 : planned.space().clearingMinutes();
        capacityLimit = planned.capacityLimit();
        hoursOverride = planned.hoursOverride();
        hoursOverriddenAt = hoursOverride == null ? null : now;
        if (space == null && capacityLimit == null) {
            throw capacityNeeded();
        }
    }

    private static Refusal capacityNeeded() {
        return Refusal.unprocessable("capacity-needed", "At a venue or online say how many people may come.")
                .at("/capacity", "is needed at a venue and online");
    }

    void limit(@Nullable Integer asked, Instant now) {
        mustBeAhead(now);
        var capacity = courseId == null ? asked : Course.toTeach(courseId).limit(asked);
        if (space == null && capacity == null) {
            throw capacityNeeded();
        }
        capacityLimit = capacity;
        seriesOverride = seriesId != null;
    }

    /** Lets it stand where it is, whatever the hours and the closures say by now. */
    void confirm(String reason, Instant now) {
        mustBeAhead(now);
        hoursOverride = reason;
        hoursOverriddenAt = now;
    }

    void cancel(@Nullable LocalizedText reason, Instant now) {
        mustBeAhead(now);
        status = SessionStatus.CANCELLED;
        cancelledAt = now;
        cancelReason = reason;
        clashing = false;
        shortOfEquipment = false;
        seriesOverride = seriesId != null;
    }

    /**
     * Takes its cancellation back.
     *
     * @return when it had been cancelled
     */
    Instant restore(Instant now) {
        if (cancelledAt == null) {
            throw Refusal.conflict("not-cancelled", "The session is not cancelled.");
        }
        if (!startsAt.isAfter(now)) {
            throw Refusal.conflict("session-over", "The session would have begun already. Plan a new one.");
        }
        var since = cancelledAt;
        status = SessionStatus.SCHEDULED;
        cancelledAt = null;
        cancelReason = null;
        return since;
    }

    void mustBeAhead(Instant now) {
        if (status == SessionStatus.CANCELLED) {
            throw Refusal.conflict("session-cancelled", "The session is cancelled. Plan a new one.");
        }
        if (!endsAt.isAfter(now)) {
            throw Refusal.conflict(
                    "session-over",
                    "The session ended on " + endsAt.atZone(ZoneId.of(zone)).toLocalDate() + ".");
        }
    }

    /** How many may come: the least of its own limit, the room, and the people for whom its equipment is enough. */
    int capacity() {
        if (space == null) {
            return equipment.limit(Objects.requireNonNull(capacityLimit));
        }
        return equipment.limit(capacityLimit == null ? space.capacity() : Math.min(capacityLimit, space.capacity()));
    }

    /** Its places; those of a lesson as the course says, which then stays as it is until the transaction ends. */
    Places.Size places() {
        return courseId == null
                ? Places.Size.open(capacity())
                : Course.toTeach(courseId).lesson(capacity());
    }

    /** Makes everybody else who changes its course wait; before the session itself is written. */
    void lockCourse() {
        if (courseId != null) {
            Course.toTeach(courseId, event);
        }
    }

    /** Whether it lost something that it was promised, and a person has to decide. */
    boolean needsALook() {
        return clashing || shortOfEquipment;
    }

    Interval when() {
        return new Interval(startsAt, endsAt);
    }

    /** What it takes of its room: set-up and clearing counted. */
    Interval claimed() {
        return when().widened(setUpMinutes, clearingMinutes);
    }

    @Nullable
    UUID spaceId() {
        return space == null ? null : space.id();
    }

    static Session required(UUID id) {
        return Session.<Session>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such session."));
    }

    /**
     * Makes it this transaction's alone to change, its course and its space before it, and reads it as it is then. An edit that leaves everything as it was writes no
     * row, and would otherwise tell what it has read after somebody else has told what is newer.
     */
    void holdStill(@Nullable UUID... otherSpaces) {
        lockCourse();
        var spaces = new ArrayList<@Nullable UUID>(Arrays.asList(otherSpaces));
        var known = spaceId();
        spaces.add(known);
        Space.lock(spaces);
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        if (!Objects.equals(known, spaceId())) {
            Space.lock(Collections.singleton(spaceId())); // moved in the meantime
        }
    }

    /** Locks the spaces of the sessions of events, of a course or of a series; before the sessions themselves. */
    static void lockSpaces(String whose, Object ids) {
        Space.lock(spaces(whose, ids));
    }

    /** In which spaces they are; with a null when some are elsewhere. */
    static List<@Nullable UUID> spaces(String whose, Object ids) {
        return getEntityManager()
                .createQuery("select distinct s.space.id from Session s where " + whose, UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
