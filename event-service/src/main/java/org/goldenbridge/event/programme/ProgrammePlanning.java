package org.goldenbridge.event.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What a desk, or for the network an administrator, does with programmes, in the API and on the pages alike. */
@ApplicationScoped
public class ProgrammePlanning {
    private final ProgrammeTree tree;
    private final Announcements announcements;
    private final Caller caller;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    ProgrammePlanning(
            ProgrammeTree tree, Announcements announcements, Caller caller, EntityManager entities, Clock clock) {
        this.tree = tree;
        this.announcements = announcements;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * The programme, for who may know of it.
     *
     * @throws Refusal 404
     */
    @Transactional
    public PlannedProgramme read(UUID id) {
        var programme = Programme.visible(id, caller);
        return new PlannedProgramme(
                id,
                programme.version,
                programme.status,
                programme.isOf(caller),
                programme.cancelReason,
                programme.content());
    }

    /**
     * Drafts a programme. When it was made under that id already, that is the one.
     *
     * @throws Refusal as {@code POST /v1/programmes} says
     */
    @Transactional
    public Programme draft(UUID id, ProgrammeDraft draft) {
        Programme.mustActFor(caller, draft.centreId());
        MadeOnce.hold(entities, id);
        var made = Programme.<Programme>findByIdOptional(id);
        if (made.isPresent()) {
            Programme.mustActFor(caller, made.get().centreId);
            return made.get();
        }
        var now = clock.instant();
        var programme = Programme.draft(id, draft, parent(id, draft, null), now);
        programme.persistAndFlush();
        announcements.record(programme, "drafted", Map.of("content", draft), now);
        return programme;
    }

    /**
     * Replaces its content and where it stands in the tree.
     *
     * @throws Refusal as {@code PUT /v1/programmes/{programmeId}} says; 412 {@code stale}, 428
     */
    @Transactional
    public Programme edit(UUID id, @Nullable String ifMatch, ProgrammeDraft draft) {
        var programme = toChange(id, ifMatch);
        programme.edit(draft, parent(id, draft, programme.parent), Leg.of(programme));
        programme.persistAndFlush();
        announcements.tellRenamed(programme);
        announcements.record(programme, "edited", Map.of("content", draft), clock.instant());
        return programme;
    }

    /**
     * Tells the public of it.
     *
     * @throws Refusal 409 {@code already-announced} or {@code programme-cancelled}; 422 {@code title-for-nobody}; 412, 428
     */
    @Transactional
    public Programme announce(UUID id, @Nullable String ifMatch) {
        tree.lock();
        var programme = toChange(id, ifMatch);
        announcements.announce(programme, clock.instant());
        return programme;
    }

    /**
     * Cancels it, and with events also what its centre has in it.
     *
     * @throws Refusal 409 {@code programme-cancelled}; 422 {@code no-own-events}; 412, 428
     */
    @Transactional
    public Programme cancel(UUID id, @Nullable String ifMatch, ProgrammeCancellation draft) {
        tree.lock();
        Programme.mustAnswerFor(caller, Programme.required(id).centreId);
        var programme = toChange(id, ifMatch);
        announcements.cancel(programme, draft, clock.instant());
        return programme;
    }

    /**
     * Takes its cancellation back, with what of its centre ended with it and is still to come.
     *
     * @throws Refusal 409 as {@code POST /v1/programmes/{programmeId}/restoration} says; 412, 428
     */
    @Transactional
    public Programme restore(UUID id, @Nullable String ifMatch) {
        tree.lock();
        Programme.mustAnswerFor(caller, Programme.required(id).centreId);
        var programme = toChange(id, ifMatch);
        announcements.restore(programme, clock.instant());
        return programme;
    }

    private Programme toChange(UUID id, @Nullable String ifMatch) {
        var programme = Programme.required(id);
        Programme.mustActFor(caller, programme.centreId);
        EntityTags.requireMatch(ifMatch, programme.version);
        return programme;
    }

    /** The parent that was asked for, once the tree allows it; the one that it has already is not asked for again. */
    private @Nullable Programme parent(UUID programme, ProgrammeDraft draft, @Nullable Programme now) {
        if (draft.parentId() == null) {
            return null;
        }
        if (now != null && now.id.equals(draft.parentId())) {
            return now;
        }
        tree.lock();
        var parent = Programme.toHold(draft.parentId(), caller, "/parentId");
        tree.mustFit(programme, parent.id);
        return parent;
    }
}
