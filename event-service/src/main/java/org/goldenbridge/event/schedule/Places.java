package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.tracing.TraceParent;

/** The places of a session, in a row of their own that bookings lock. */
@ApplicationScoped
class Places {
    private final EntityManager entities;

    @Inject
    Places(EntityManager entities) {
        this.entities = entities;
    }

    /** Opens the places of a new session. */
    void open(Session session) {
        entities.flush();
        entities.createNativeQuery("insert into session_places (session_id, capacity) values (:session, :capacity)")
                .setParameter("session", session.id)
                .setParameter("capacity", session.capacity())
                .executeUpdate();
        tell(session.id, session.capacity(), 0);
    }

    /**
     * Makes the capacity what it is now.
     *
     * @throws Refusal 409 when more places are taken already
     */
    void resize(Session session) {
        var before = lock(session.id);
        if (before.capacity() == session.capacity()) {
            return;
        }
        if (before.taken() > session.capacity()) {
            throw Refusal.conflict(
                    "too-many-booked",
                    before.taken() + " places are booked and there would be only " + session.capacity()
                            + ". Choose a larger space, or cancel bookings first.");
        }
        entities.createNativeQuery("update session_places set capacity = :capacity where session_id = :session")
                .setParameter("capacity", session.capacity())
                .setParameter("session", session.id)
                .executeUpdate();
        tell(session.id, session.capacity(), before.taken());
    }

    /**
     * Closes the places of a cancelled session and cancels its bookings with it.
     *
     * @return how many bookings that reaches
     */
    int close(Session session, Instant now) {
        var before = lock(session.id);
        var cancelled = entities.createNativeQuery("""
                        update booking set status = 'cancelled', cancelled_at = :now
                        where session_id = :session and status = 'confirmed'""")
                .setParameter("now", now)
                .setParameter("session", session.id)
                .executeUpdate();
        entities.createNativeQuery("update session_places set closed = true, taken = 0 where session_id = :session")
                .setParameter("session", session.id)
                .executeUpdate();
        tell(session.id, before.capacity(), 0);
        return cancelled;
    }

    /** How many there are and how many are taken now. */
    Count of(UUID session) {
        return (Count) entities.createNativeQuery(
                        "select capacity, taken from session_places where session_id = :session", Count.class)
                .setParameter("session", session)
                .getSingleResult();
    }

    private Count lock(UUID session) {
        return (Count) entities.createNativeQuery(
                        "select capacity, taken from session_places where session_id = :session for no key update",
                        Count.class)
                .setParameter("session", session)
                .getSingleResult();
    }

    private void tell(UUID session, int capacity, int taken) {
        entities.createNativeQuery("select 1 from tell_availability(:session, :capacity, :taken, :traceparent)")
                .setParameter("session", session)
                .setParameter("capacity", capacity)
                .setParameter("taken", taken)
                .setParameter("traceparent", TraceParent.current())
                .getResultList();
    }

    /** How many places there are, and how many of them are taken. */
    record Count(int capacity, int taken) {}
}
