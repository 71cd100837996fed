package org.goldenbridge.event.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Announces and cancels, and tells the others: nothing of a draft, everything from its announcement on. Locks are taken in one
 * order everywhere: the tree, programmes, series, events, sessions, cells, equipment, places, bookings.
 */
@ApplicationScoped
class Announcements {
    private final ProgrammeTree tree;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final EntityManager entities;
    private final jakarta.enterprise.event.Event<EventAnnounced> announced;
    private final jakarta.enterprise.event.Event<EventsCancelled> cancelled;
    private final jakarta.enterprise.event.Event<ProgrammeRenamed> renamed;
    private final jakarta.enterprise.event.Event<EventsRestored> restored;

    @Inject
    Announcements(
            ProgrammeTree tree,
            Outbox outbox,
            Audit audit,
            Caller caller,
            EntityManager entities,
            jakarta.enterprise.event.Event<EventAnnounced> announced,
            jakarta.enterprise.event.Event<EventsCancelled> cancelled,
            jakarta.enterprise.event.Event<ProgrammeRenamed> renamed,
            jakarta.enterprise.event.Event<EventsRestored> restored) {
        this.tree = tree;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.entities = entities;
        this.announced = announced;
        this.cancelled = cancelled;
        this.renamed = renamed;
        this.restored = restored;
    }

    void tell(Event event) {
        if (event.isPublic()) {
            outbox.append(EventChanged.of(event), FeedItem.changed("events", event.id));
        }
    }

    void tell(Programme programme) {
        if (programme.isPublic()) {
            outbox.append(
                    ProgrammeChanged.of(programme, Leg.of(programme)), FeedItem.changed("programmes", programme.id));
        }
    }

    /** Writes down what the caller has done to an event. */
    void record(Event event, String action, Map<String, ?> detail, Instant now) {
        audit.recordOfEvent(now, caller.subject(), action, event.id, detail);
    }

    /** The same of a programme. */
    void record(Programme programme, String action, Map<String, ?> detail, Instant now) {
        audit.recordOfProgramme(now, caller.subject(), action, programme.id, detail);
    }

    /** The same when its title may be another: the sessions under it show that. */
    void tellRenamed(Programme programme) {
        tell(programme);
        renamed.fire(new ProgrammeRenamed(programme.id));
    }

    void announce(Event event, Instant now) {
        event.announce(now);
        event.persistAndFlush();
        tell(event);
        record(event, "announced", Map.of(), now);
        announced.fire(new EventAnnounced(event.id));
    }

    /** What was public in it before is from now on seen to be in it, which is a change of its own. */
    void announce(Programme programme, Instant now) {
        programme.announce(now);
        programme.persistAndFlush();
        tellRenamed(programme);
        record(programme, "announced", Map.of(), now);
        for (var part : Programme.<Programme>list("parent = ?1 and announcedAt is not null order by id", programme)) {
            touch(part);
            tell(part);
        }
        for (var event : Event.<Event>list("programme = ?1 and announcedAt is not null order by id", programme)) {
            touch(event);
            tell(event);
        }
    }

    /** Makes it a new version, though nothing of its own has changed. */
    void touch(Object entity) {
        entities.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    void cancel(Event event, @Nullable LocalizedText reason, Instant now) {
        cancel(List.of(event), reason, because(reason), now);
    }

    /** All at once, so that their sessions, rooms and places are locked in one order. */
    private void cancel(List<Event> events, @Nullable LocalizedText reason, Map<String, ?> detail, Instant when) {
        var now = when.truncatedTo(ChronoUnit.MICROS); // as the database keeps it: a restoration finds by it what ended
        events.forEach(event -> event.cancel(reason, now));
        entities.flush();
        events.forEach(this::tell);
        events.forEach(event -> record(event, "cancelled", detail, now));
        cancelled.fire(
                new EventsCancelled(events.stream().map(event -> event.id).toList(), reason, now));
    }

    /**
     * Cancels a programme, and with events also what its centre has in it.
     *
     * @throws Refusal 422 {@code no-own-events} when it is the network's, which has no events of its own
     */
    void cancel(Programme programme, ProgrammeCancellation draft, Instant when) {
        var now = when.truncatedTo(ChronoUnit.MICROS); // as the database keeps it: a restoration finds by it what ended
        if (!draft.withEvents()) {
            programme.cancel(draft.reason(), now);
            programme.persistAndFlush();
            tell(programme);
            record(programme, "cancelled", because(draft.reason()), now);
            return;
        }
        var centre = programme.ownCentre();
        programme.mustNotBeCancelled();
        var own = tree.own(programme);
        var programmes = Programme.<Programme>find("id in ?1 order by id", own)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        programmes.stream().filter(one -> one.status != PublicStatus.CANCELLED).forEach(one -> {
            one.cancel(draft.reason(), now);
            one.persistAndFlush();
            tell(one);
            record(one, "cancelled", one.id.equals(programme.id) ? because(draft.reason()) : with(programme), now);
        });
        var events = Event.ownIn(centre, own)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        cancel(events, draft.reason(), with(programme), now);
    }

    /** Takes the cancellation of an event back with what ended with it, whole or not at all. */
    void restore(Event event, Instant now) {
        var cancelledAt = event.restore();
        restored(List.of(event), cancelledAt, Map.of(), now);
    }

    /** Takes the cancellation of a programme back with the parts and events of its centre that ended with it, whole or not at all. */
    void restore(Programme programme, Instant now) {
        var cancelledAt = programme.restore();
        restored(programme, Map.of(), now);
        if (programme.centreId == null) {
            return;
        }
        var own = tree.own(programme);
        Programme.<Programme>find("id in ?1 and cancelledAt = ?2 order by id", own, cancelledAt)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(part -> {
                    part.restore();
                    restored(part, with(programme), now);
                });
        var events = Event.<Event>find(
                        "centreId = ?1 and programme.id in ?2 and cancelledAt = ?3 order by id",
                        programme.centreId,
                        own,
                        cancelledAt)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        if (!events.isEmpty()) {
            events.forEach(Event::restore);
            restored(events, cancelledAt, with(programme), now);
        }
    }

    private void restored(Programme programme, Map<String, ?> detail, Instant now) {
        programme.persistAndFlush();
        tell(programme);
        record(programme, "restored", detail, now);
    }

    /** All at once, so that their sessions, rooms and places are locked in one order. */
    private void restored(List<Event> events, Instant cancelledAt, Map<String, ?> detail, Instant now) {
        entities.flush();
        events.forEach(this::tell);
        events.forEach(event -> record(event, "restored", detail, now));
        restored.fire(new EventsRestored(events.stream().map(event -> event.id).toList(), cancelledAt, now));
    }

    private static Map<String, ?> because(@Nullable LocalizedText reason) {
        return reason == null ? Map.of() : Map.of("reason", reason);
    }

    private static Map<String, ?> with(Programme programme) {
        return Map.of("withProgramme", programme.id);
    }

    @Produces
    @Singleton
    Topic programmes() {
        return Topic.ofFacts(ProgrammeChanged.TOPIC);
    }
}
