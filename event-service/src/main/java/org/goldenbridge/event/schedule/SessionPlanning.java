package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.audit.AuditTrail;
import org.goldenbridge.event.programme.MadeOnce;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.time.WallTime;
import org.jspecify.annotations.Nullable;

/** What a page of the desk does with the schedule, as the API does it. Each is whole or not at all. */
@ApplicationScoped
public class SessionPlanning {
    private final Planning planning;
    private final Blocking blocking;
    private final AuditTrail trail;
    private final Caller caller;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SessionPlanning(
            Planning planning,
            Blocking blocking,
            AuditTrail trail,
            Caller caller,
            EntityManager entities,
            Clock clock) {
        this.planning = planning;
        this.blocking = blocking;
        this.trail = trail;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Plans a session once: a form that is sent again finds what it has planned.
     *
     * @param id of the session, known to the form before it is sent
     * @return its version, by which that can be taken back
     * @throws Refusal as {@code POST /v1/sessions}
     */
    @Transactional
    public long plan(UUID id, SessionDraft draft) {
        if (isNew(Session.class, id)) {
            planning.plan(id, draft, clock.instant());
        }
        return version(Session.required(id));
    }

    /**
     * Changes a session as a form shows it: it is moved when it would stand elsewhere or at another time, which tells everybody
     * who booked; otherwise it is edited.
     *
     * @param version that who changes it has seen
     * @param capacity its own limit; null leaves it to the room
     * @return the session after that, with the version that the change has made
     * @throws Refusal as {@code POST /v1/sessions/{sessionId}/moves} and {@code PUT /v1/sessions/{sessionId}}
     */
    @Transactional
    public AsPlanned change(UUID id, long version, SessionMove to, @Nullable Integer capacity) {
        var session = toChange(id, version, to.spaceId());
        var stays = isWhere(session, to);
        if (!stays) {
            planning.move(session, to, clock.instant());
        }
        if (stays || !Objects.equals(capacity, session.capacityLimit)) {
            planning.edit(
                    session,
                    new SessionEdit(Optional.ofNullable(capacity), to.teacherIds(), to.equipment()),
                    clock.instant());
        }
        entities.flush();
        return AsPlanned.of(session);
    }

    /**
     * Moves a session back to where it stood before its last move.
     *
     * @param version that the move has made: if anybody has changed the session since, nothing is moved
     * @return the session after that
     * @throws Refusal 412 {@code stale}; and as {@code POST /v1/sessions/{sessionId}/moves}
     */
    @Transactional
    public AsPlanned moveBack(UUID id, long version) {
        var last = trail.lastOf(id, "moved").orElseThrow(() -> Refusal.stale("It was not moved. Read it again."));
        var back = MoveBack.of(last);
        var session = toChange(id, version, back.move().spaceId()); // had it been moved since, it had another version
        planning.moveBack(session, back, clock.instant());
        entities.flush();
        return AsPlanned.of(session);
    }

    /**
     * Lets a session stand where it is although its space is closed by now; for managers.
     *
     * @throws Refusal as {@code POST /v1/sessions/{sessionId}/confirmation}
     */
    @Transactional
    public void confirm(UUID id, Confirmation draft) {
        planning.confirm(toChange(id, (UUID) null), draft, clock.instant());
    }

    /** A session as it was planned, for the desk of its centre. */
    @Transactional
    public AsPlanned asPlanned(UUID id) {
        var session = Session.required(id);
        caller.mustActFor(session.centreId, Roles.desk());
        return AsPlanned.of(session);
    }

    /**
     * Cancels a session; one that is cancelled already stays so.
     *
     * @return its version, by which that can be taken back
     * @throws Refusal as {@code POST /v1/sessions/{sessionId}/cancellation}
     */
    @Transactional
    public long cancel(UUID id, Cancellation draft) {
        var session = toChange(id, (UUID) null);
        if (session.status != SessionStatus.CANCELLED) {
            planning.cancel(session, draft, clock.instant());
        }
        return version(session);
    }

    /**
     * Takes back that a session was planned: it is cancelled, as long as nobody is booked or waits.
     *
     * @param version that the planning has made
     * @throws Refusal 412 {@code stale} when it was changed or booked since
     */
    @Transactional
    public void unplan(UUID id, long version) {
        var session = toChange(id, version, null);
        planning.cancel(session, new Cancellation(null), clock.instant());
        if (trail.lastOf(id, "cancelled")
                .filter(detail -> detail.path("bookingsCancelled").asInt() > 0)
                .isPresent()) {
            throw Refusal.stale("Somebody is booked in meanwhile. Cancel it, if it is not to take place.");
        }
    }

    /**
     * Takes the cancellation of a session back; one that stands stays so.
     *
     * @param version that the cancellation has made; null where whatever stands there is taken back
     * @throws Refusal 412 {@code stale} when it is another; and as {@code POST /v1/sessions/{sessionId}/restoration}
     */
    @Transactional
    public void restore(UUID id, @Nullable Long version) {
        var session = Session.required(id); // not locked yet: the event is locked before its sessions
        caller.mustActFor(session.centreId, Roles.desk());
        if (version != null) {
            mustBe(version, session); // whoever commits in between makes the optimistic lock fail
        }
        if (session.status == SessionStatus.CANCELLED) {
            planning.restore(session, clock.instant());
        }
    }

    /**
     * Blocks a space once.
     *
     * @param id of the block, known to the form before it is sent
     * @throws Refusal as {@code POST /v1/blocks}
     */
    @Transactional
    public void block(UUID id, BlockDraft draft) {
        if (isNew(Block.class, id)) {
            blocking.block(id, draft, clock.instant());
        } else if (Block.required(id).removedAt != null) {
            throw Refusal.stale("The block was removed since. Block the space anew.");
        }
    }

    /**
     * Gives the space of a block back; one that was removed already stays so.
     *
     * @throws Refusal as {@code POST /v1/blocks/{blockId}/removal}
     */
    @Transactional
    public void removeBlock(UUID id) {
        blocking.remove(id, clock.instant());
    }

    /** Whether there is nothing of that id yet; whoever sends the same at the same time waits here. */
    private boolean isNew(Class<?> kind, UUID id) {
        MadeOnce.hold(entities, id);
        return entities.find(kind, id) == null;
    }

    private static boolean isWhere(Session session, SessionMove to) {
        var zone = ZoneId.of(session.zone);
        return to.placeOr(session).equals(new Place(session.spaceId(), session.venue, session.online))
                && (to.hoursOverride() == null || to.hoursOverride().equals(session.hoursOverride))
                && WallTime.instant(to.startsAt(), zone, "/startsAt").equals(session.startsAt)
                && WallTime.instant(to.endsAt(), zone, "/endsAt").equals(session.endsAt);
    }

    private Session toChange(UUID id, long version, @Nullable UUID otherSpace) {
        var session = toChange(id, otherSpace);
        mustBe(version, session);
        return session;
    }

    private static void mustBe(long version, Session session) {
        if (session.version != version) {
            throw Refusal.stale("It was changed since you read it. Read it again and repeat the edit.");
        }
    }

    /** The version that this transaction makes. */
    private long version(Session session) {
        entities.flush();
        return session.version;
    }

    private Session toChange(UUID id, @Nullable UUID otherSpace) {
        var session = Session.required(id);
        caller.mustActFor(session.centreId, Roles.desk());
        session.holdStill(otherSpace);
        return session;
    }
}
