package org.goldenbridge.event.places;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * The places of a session, in a row of their own that whoever takes or gives back locks. What is taken counts bookings, live
 * holds, open offers and live allocations. Every method works in the caller's transaction.
 */
@ApplicationScoped
public class Places {
    private static final String ROW =
            "select capacity, taken, waiting, next_expiry, closed from session_places where session_id = :session";

    private final EntityManager entities;
    private final ObjectMapper json;

    @Inject
    Places(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /**
     * How many places there are, and who has them.
     *
     * @param taken booked, held, offered or allocated
     * @param waiting how many groups wait for places and have no offer yet
     * @param nextExpiry when the first hold, offer or allocation ends
     * @param closed whether the session is cancelled
     */
    public record Count(
            int capacity, int taken, int waiting, @Nullable Instant nextExpiry, boolean closed) {
        /** How many are free. */
        public int left() {
            return capacity - taken;
        }
    }

    /** Opens the places of a new session. */
    public void open(UUID session, int capacity) {
        entities.flush();
        query("insert into session_places (session_id, capacity) values (:session, :capacity)", session)
                .setParameter("capacity", capacity)
                .executeUpdate();
        tell(session, capacity, 0);
    }

    /**
     * Makes the capacity what it is now; what becomes free goes to the waiting list first.
     *
     * @throws Refusal 409 {@code too-many-booked} when more places are taken already
     */
    public void resize(UUID session, int capacity, Instant now) {
        var before = lock(session, now);
        if (before.capacity() == capacity) {
            return;
        }
        if (before.taken() > capacity) {
            throw Refusal.conflict(
                    "too-many-booked",
                    before.taken() + " places are booked, held or offered and there would be only " + capacity
                            + ". Choose a larger space, or cancel bookings first.");
        }
        query("update session_places set capacity = :capacity where session_id = :session", session)
                .setParameter("capacity", capacity)
                .executeUpdate();
        settle(session, now);
    }

    /**
     * Closes the places of a cancelled session: its bookings, holds, offers, allocations and its waiting list end with it.
     *
     * @return how many bookings that reaches
     */
    public int close(UUID session, Instant now) {
        entities.flush();
        return number(query("select close_places(:session, :now, :traceparent)", session)
                .setParameter("now", now)
                .setParameter("traceparent", TraceParent.current()));
    }

    /**
     * Opens the places of a session again whose cancellation is taken back, with all that ended with it.
     *
     * @return how many bookings that reaches
     */
    public int reopen(UUID session, Instant cancelledAt, Instant now) {
        entities.flush();
        return number(query("select reopen_places(:session, :cancelledAt, :now, :traceparent)", session)
                .setParameter("cancelledAt", cancelledAt)
                .setParameter("now", now)
                .setParameter("traceparent", TraceParent.current()));
    }

    /**
     * Leaves word for everybody who has a place or waits for one.
     *
     * @param kind what they are told of, for instance {@code session-moved}
     * @return how many that are
     */
    public int tellEverybody(UUID session, String kind, Map<String, ?> detail, Instant now) {
        return number(query("select tell_everybody(:session, :kind, cast(:detail as jsonb), :now)", session)
                .setParameter("kind", kind)
                .setParameter("detail", write(detail))
                .setParameter("now", now));
    }

    /** How they stand now. */
    public Count of(UUID session) {
        return count(query(ROW, session, Count.class));
    }

    /** Makes everybody else who wants places of the session wait, gives back what has expired, and says how they stand then. */
    public Count lock(UUID session, Instant now) {
        entities.flush();
        var locked = count(query(ROW + " for no key update", session, Count.class));
        return locked.nextExpiry() != null && !locked.nextExpiry().isAfter(now) ? settle(session, now) : locked;
    }

    /** Takes places, or gives them back when it is a negative number; the caller holds the lock and has seen that it may. */
    public void take(UUID session, int places) {
        query("update session_places set taken = taken + :places where session_id = :session", session)
                .setParameter("places", places)
                .executeUpdate();
    }

    /** Serves the waiting list from what is free, notes what expires next, and tells how many are left; under the lock. */
    public Count settle(UUID session, Instant now) {
        entities.flush();
        var settled = count(query("""
                        select capacity, taken, waiting, next_expiry, closed from settle_places(:session, :now)""", session, Count.class).setParameter("now", now));
        tell(session, settled.capacity(), settled.taken());
        return settled;
    }

    private void tell(UUID session, int capacity, int taken) {
        query("select 1 from tell_availability(:session, :capacity, :taken, :traceparent)", session)
                .setParameter("capacity", capacity)
                .setParameter("taken", taken)
                .setParameter("traceparent", TraceParent.current())
                .getResultList();
    }

    private Query query(String sql, UUID session) {
        return entities.createNativeQuery(sql).setParameter("session", session);
    }

    private Query query(String sql, UUID session, Class<?> result) {
        return entities.createNativeQuery(sql, result).setParameter("session", session);
    }

    private static Count count(Query query) {
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound("There is no such session.");
        }
        return (Count) rows.get(0);
    }

    private static int number(Query query) {
        return ((Number) query.getSingleResult()).intValue();
    }

    private String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The detail of a notice must be writable as JSON", e);
        }
    }
}
