package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
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
    private final Caller caller;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SessionPlanning(Planning planning, Blocking blocking, Caller caller, EntityManager entities, Clock clock) {
        this.planning = planning;
        this.blocking = blocking;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Plans a session once: a form that is sent again finds what it has planned.
     *
     * @param id of the session, known to the form before it is sent
     * @throws Refusal as {@code POST /v1/sessions}
     */
    @Transactional
    public void plan(UUID id, SessionDraft draft) {
        if (isNew(Session.class, id)) {
            planning.plan(id, draft, clock.instant());
        }
    }

    /**
     * Changes a session as a form shows it: it is moved when it would stand elsewhere or at another time, which tells everybody
     * who booked; otherwise it is edited.
     *
     * @param version that who changes it has seen
     * @param capacity its own limit; null leaves it to the room
     * @throws Refusal as {@code POST /v1/sessions/{sessionId}/moves} and {@code PUT /v1/sessions/{sessionId}}
     */
    @Transactional
    public void change(UUID id, long version, SessionMove to, @Nullable Integer capacity) {
        var session = toChange(id, version, to.spaceId());
        var stays = isWhere(session, to);
        if (!stays) {
            planning.move(session, to, clock.instant());
        }
        if (stays || !Objects.equals(capacity, session.capacityLimit)) {
            planning.edit(session, new SessionEdit(capacity, to.teacherIds(), to.equipment()), clock.instant());
        }
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
     * @throws Refusal as {@code POST /v1/sessions/{sessionId}/cancellation}
     */
    @Transactional
    public void cancel(UUID id, Cancellation draft) {
        var session = toChange(id, (UUID) null);
        if (session.status != SessionStatus.CANCELLED) {
            planning.cancel(session, draft, clock.instant());
        }
    }

    /**
     * Takes the cancellation of a session back; one that stands stays so.
     *
     * @throws Refusal as {@code POST /v1/sessions/{sessionId}/restoration}
     */
    @Transactional
    public void restore(UUID id) {
        var session = Session.required(id); // not locked yet: the event is locked before its sessions
        caller.mustActFor(session.centreId, Roles.desk());
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
        }
    }

    /**
     * Gives the space of a block back.
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
                && to.hoursOverride() == null
                && WallTime.instant(to.startsAt(), zone, "/startsAt").equals(session.startsAt)
                && WallTime.instant(to.endsAt(), zone, "/endsAt").equals(session.endsAt);
    }

    private Session toChange(UUID id, long version, @Nullable UUID otherSpace) {
        var session = toChange(id, otherSpace);
        if (session.version != version) {
            throw Refusal.stale("It was changed since you read it. Read it again and repeat the edit.");
        }
        return session;
    }

    private Session toChange(UUID id, @Nullable UUID otherSpace) {
        var session = Session.required(id);
        caller.mustActFor(session.centreId, Roles.desk());
        session.holdStill(otherSpace);
        return session;
    }
}
