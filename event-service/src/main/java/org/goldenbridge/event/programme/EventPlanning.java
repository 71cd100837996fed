package org.goldenbridge.event.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the desk of a centre does with its events, in the API and on its pages alike. */
@ApplicationScoped
public class EventPlanning {
    private final Announcements announcements;
    private final Caller caller;
    private final EntityManager entities;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<EventRenamed> renamed;

    @Inject
    EventPlanning(
            Announcements announcements,
            Caller caller,
            EntityManager entities,
            Clock clock,
            jakarta.enterprise.event.Event<EventRenamed> renamed) {
        this.announcements = announcements;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
        this.renamed = renamed;
    }

    /**
     * The event, for who may know of it.
     *
     * @throws Refusal 404
     */
    @Transactional
    public PlannedEvent read(UUID id) {
        return PlannedEvent.of(Event.visible(id, caller));
    }

    /**
     * Makes an event, announced at once unless it is a draft. When its centre has made it under that id already, that is the one.
     *
     * @throws Refusal as {@code POST /v1/events} says
     */
    @Transactional
    public Event draft(UUID id, EventDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.desk());
        MadeOnce.hold(entities, id);
        var made = Event.<Event>findByIdOptional(id);
        if (made.isPresent()) {
            caller.mustActFor(made.get().centreId, Roles.desk());
            return made.get();
        }
        var now = clock.instant();
        var event = Event.draft(id, draft, programme(draft, null), now);
        if (!Boolean.TRUE.equals(draft.draft())) {
            event.announce(now);
        }
        event.persistAndFlush();
        announcements.tell(event);
        announcements.record(event, event.isPublic() ? "announced" : "drafted", Map.of("content", draft), now);
        return event;
    }

    /**
     * Replaces the content of an event.
     *
     * @throws Refusal as {@code PUT /v1/events/{eventId}} says; 412 {@code stale}, 428
     */
    @Transactional
    public Event edit(UUID id, @Nullable String ifMatch, EventDraft draft) {
        var event = toChange(id, ifMatch);
        event.edit(draft, programme(draft, event.programme));
        event.persistAndFlush();
        announcements.tell(event);
        announcements.record(event, "edited", Map.of("content", draft), clock.instant());
        renamed.fire(new EventRenamed(event.id));
        return event;
    }

    /**
     * Tells the public of a draft.
     *
     * @throws Refusal 409 {@code already-announced} or {@code event-cancelled}; 422 {@code title-for-nobody}; 412, 428
     */
    @Transactional
    public Event announce(UUID id, @Nullable String ifMatch) {
        var event = toChange(id, ifMatch);
        announcements.announce(event, clock.instant());
        return event;
    }

    /**
     * Cancels an event with all its sessions that are not over, and their bookings.
     *
     * @throws Refusal 409 {@code event-cancelled}; 412, 428
     */
    @Transactional
    public Event cancel(UUID id, @Nullable String ifMatch, EventCancellation draft) {
        caller.mustActFor(Event.required(id).centreId, Roles.management());
        var event = toChange(id, ifMatch);
        announcements.cancel(event, draft.reason(), clock.instant());
        return event;
    }

    /**
     * Takes the cancellation of an event back, with the courses and sessions that ended with it and are still to come.
     *
     * @throws Refusal 409 as {@code POST /v1/events/{eventId}/restoration} says; 412, 428
     */
    @Transactional
    public Event restore(UUID id, @Nullable String ifMatch) {
        caller.mustActFor(Event.required(id).centreId, Roles.management());
        var event = toChange(id, ifMatch);
        announcements.restore(event, clock.instant());
        return event;
    }

    private Event toChange(UUID id, @Nullable String ifMatch) {
        var event = Event.required(id);
        caller.mustActFor(event.centreId, Roles.desk());
        EntityTags.requireMatch(ifMatch, event.version);
        return event;
    }

    /** The programme that was asked for; the one where it stands already is not asked for again. */
    private @Nullable Programme programme(EventDraft draft, @Nullable Programme now) {
        if (draft.programmeId() == null || (now != null && now.id.equals(draft.programmeId()))) {
            return draft.programmeId() == null ? null : now;
        }
        return Programme.toHold(draft.programmeId(), caller, "/programmeId");
    }
}
