package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.course.Course;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Plans, moves and cancels, each in the caller's transaction: the session, its claims, its places, the audit and the
 * word to the others change together or not at all. Locks are taken in one order everywhere: cells of rooms and teachers,
 * equipment, places.
 */
@ApplicationScoped
class Planning {
    private final Planner planner;
    private final Places places;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final ClosedSessions closures;

    @Inject
    Planning(
            Planner planner,
            Places places,
            Audit audit,
            Outbox outbox,
            Caller caller,
            ReaderLanguage reader,
            ClosedSessions closures) {
        this.planner = planner;
        this.places = places;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.reader = reader;
        this.closures = closures;
    }

    /** A session with what is shown of it and the tag of that. */
    record Shown(UUID id, SessionView view, String tag) {}

    Shown show(Session session) {
        var count = places.of(session.id);
        var spaceVersion = session.space == null ? 0 : session.space.version();
        var needed = Needed.by(session);
        var inClosure = closures.concern(session);
        var withLink = session.online != null && caller.actsFor(session.centreId, Roles.desk());
        return new Shown(
                session.id,
                SessionView.of(session, count, needed, inClosure, withLink, reader),
                EntityTags.of(
                        session.version,
                        reader,
                        count.taken(),
                        count.capacity(),
                        count.waiting(),
                        count.makeUpOnly() ? "enrolled" : "open",
                        session.event.version(),
                        spaceVersion,
                        needed.version(),
                        inClosure ? "closed" : "open",
                        withLink ? "desk" : "all"));
    }

    Shown plan(UUID id, SessionDraft draft, Instant now) {
        var event = Event.toSchedule(draft.eventId());
        caller.mustActFor(event.centreId(), Roles.desk());
        var centre = Centre.toPlanAt(event.centreId());
        var course = draft.courseId() == null ? null : Course.toTeach(draft.courseId(), event);
        Space.lock(Collections.singleton(draft.spaceId()));
        var capacity = course == null ? draft.capacity() : course.limit(draft.capacity());
        var place = draft.place();
        var when = Interval.asked(draft.startsAt(), draft.endsAt(), place.zone(centre), now);
        var planned = Planned.of(centre, place, when, capacity, override(centre, draft.hoursOverride()), reader);
        var session = Session.plan(id, event, draft.courseId(), planned, caller.name(), now);
        session.need(centre, draft.teacherIds(), draft.equipment());
        session.persistAndFlush();
        planner.take(centre, session);
        places.open(session.id, session.places());
        return changed(session, "planned", now, Map.of("from", when.start(), "to", when.end()));
    }

    Shown move(Session session, SessionMove draft, Instant now) {
        return move(session, draft, override(session, draft.hoursOverride()), now);
    }

    /** Moves it back to where it stood: whoever let it stand there outside the hours has decided that already. */
    Shown moveBack(Session session, MoveBack back, Instant now) {
        return move(session, back.move(), back.hoursOverride(), now);
    }

    private Shown move(Session session, SessionMove draft, @Nullable String override, Instant now) {
        var centre = Centre.toPlanAt(session.centreId);
        var before = MoveBack.detail(session);
        var was = session.when();
        var place = draft.placeOr(session);
        var when = Interval.asked(draft.startsAt(), draft.endsAt(), place.zone(centre), now);
        session.move(Planned.of(centre, place, when, session.capacityLimit, override, reader), now);
        session.need(centre, draft.teacherIds(), draft.equipment());
        session.persistAndFlush();
        planner.take(centre, session);
        places.resize(session.id, session.places(), now);
        var moved = Map.of("wasFrom", was.start(), "from", when.start(), "to", when.end());
        places.tellEverybody(session.id, "session-moved", moved, now);
        tellEnrolled(session, "lesson-moved", moved, now);
        before.putAll(moved);
        return changed(session, "moved", now, before);
    }

    Shown edit(Session session, SessionEdit draft, Instant now) {
        session.limit(draft.limit(session), now);
        if (draft.teacherIds() != null || draft.equipment() != null) {
            var centre = Centre.toPlanAt(session.centreId);
            session.need(centre, draft.teacherIds(), draft.equipment());
            session.persistAndFlush();
            planner.take(centre, session);
        } else if (session.shortOfEquipment) {
            session.persistAndFlush();
            planner.lookAgain(session);
        }
        session.persistAndFlush();
        places.resize(session.id, session.places(), now);
        return changed(session, "edited", now, Map.of("capacity", session.capacity()));
    }

    /** Lets it stand where and when it is, whatever the hours and the closures say. */
    Shown confirm(Session session, Confirmation draft, Instant now) {
        caller.mustActFor(session.centreId, Roles.management());
        session.confirm(draft.hoursOverride(), now);
        session.persistAndFlush();
        return changed(session, "confirmed", now, Map.of("hoursOverride", draft.hoursOverride()));
    }

    /** Its course has other places; it keeps whom and what it needs. */
    void resize(Session lesson, int limit, Instant now) {
        lesson.capacityLimit = limit;
        lesson.persistAndFlush();
        places.resize(lesson.id, lesson.places(), now);
        changed(lesson, "resized", now, Map.of("capacity", lesson.capacity()));
    }

    Shown cancel(Session session, Cancellation draft, Instant when) {
        var shown = end(session, draft, when);
        tellEnrolled(session, "lesson-cancelled", Map.of("from", session.startsAt), when);
        return shown;
    }

    /**
     * Cancels sessions as parts of a whole, which tells whoever is enrolled: one flush and a few statements for all of them, for
     * there may be thousands. The caller holds the locks of the sessions, their rooms, teachers and equipment.
     */
    void endAll(List<Session> sessions, Cancellation draft, Instant when) {
        var now = when.truncatedTo(ChronoUnit.MICROS); // as the database keeps it: a restoration finds by it what ended
        sessions.forEach(session -> session.cancel(draft.reason(), now));
        planner.giveBack(sessions);
        var details = new HashMap<UUID, Map<String, ?>>();
        places.closeAll(sessions.stream().map(session -> session.id).toList(), now)
                .forEach((id, reached) -> details.put(id, Map.of("bookingsCancelled", reached)));
        audit.recordAll(now, caller.subject(), "cancelled", details);
        outbox.appendAll(sessions.stream()
                .map(session -> new Outbox.Word(
                        SessionChanged.of(session), List.of(FeedItem.changed(ScheduleFeeds.SESSIONS, session.id))))
                .toList());
    }

    private Shown end(Session session, Cancellation draft, Instant when) {
        var now = when.truncatedTo(ChronoUnit.MICROS); // as the database keeps it: a restoration finds by it what ended
        session.cancel(draft.reason(), now);
        session.persistAndFlush();
        planner.giveBack(session);
        var reached = places.close(session.id, now);
        return changed(session, "cancelled", now, Map.of("bookingsCancelled", reached));
    }

    /** Takes a cancellation back, while the room, the teachers and the equipment are still free. */
    Shown restore(Session session, Instant now) {
        var shown = revive(session, now);
        tellEnrolled(session, "lesson-restored", Map.of("from", session.startsAt), now);
        return shown;
    }

    /** Takes it back as part of a whole, which tells whoever is enrolled. */
    Shown revive(Session session, Instant now) {
        Event.toSchedule(session.event.id());
        session.lockCourse();
        Space.lock(Collections.singleton(session.spaceId()));
        var centre = Centre.toPlanAt(session.centreId);
        var cancelledAt = session.restore(now);
        session.persistAndFlush();
        planner.take(centre, session);
        var reached = places.reopen(session.id, cancelledAt, now);
        return changed(session, "restored", now, Map.of("bookingsRestored", reached));
    }

    /** Whoever is enrolled in a course is told of each of its lessons that changes by itself. */
    private void tellEnrolled(Session session, String kind, Map<String, ?> change, Instant now) {
        if (session.courseId != null) {
            var detail = new HashMap<String, Object>(change);
            detail.put("session", session.id);
            places.tellEverybody(session.courseId, kind, detail, now);
            places.retime(session.courseId, now);
        }
    }

    /** Only a manager may let a session stand outside the hours. */
    private @Nullable String override(Session session, @Nullable String reason) {
        return override(Centre.toPlanAt(session.centreId), reason);
    }

    private @Nullable String override(Centre centre, @Nullable String reason) {
        if (reason != null) {
            caller.mustActFor(centre.id(), Roles.management());
        }
        return reason;
    }

    private Shown changed(Session session, String action, Instant now, Map<String, Object> detail) {
        audit.record(now, caller.subject(), action, session.id, detail);
        outbox.append(SessionChanged.of(session), FeedItem.changed(ScheduleFeeds.SESSIONS, session.id));
        return show(session);
    }
}
