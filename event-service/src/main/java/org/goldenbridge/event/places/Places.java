package org.goldenbridge.event.places;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * The places of a session or a course, in a row of their own that whoever takes or gives back locks. What is taken counts
 * bookings, live holds, open offers, live allocations, and what a lesson keeps for its course. Every method works in the
 * caller's transaction.
 */
@ApplicationScoped
public class Places {
    private static final String ROW = "select capacity, taken, waiting, next_expiry, closed, make_up_only from ";
    private static final String TABLE = "places where opportunity_id = :opportunity";

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
     * @param taken booked, held, offered, allocated, or kept for a course
     * @param waiting how many groups wait for places and have no offer yet
     * @param nextExpiry when the first hold, offer or allocation ends
     * @param closed whether the session or course is cancelled
     * @param makeUpOnly whether what is free is for those alone who make up for a lesson they missed
     */
    public record Count(
            int capacity, int taken, int waiting, @Nullable Instant nextExpiry, boolean closed, boolean makeUpOnly) {
        /** How many are free. */
        public int left() {
            return capacity - taken;
        }

        /** How many of them anybody may have. */
        public int open() {
            return makeUpOnly ? 0 : left();
        }
    }

    /**
     * How many places there shall be.
     *
     * @param kept how many of them a lesson keeps for those enrolled in its course
     * @param makeUpOnly whether the others are for those alone who make up for a lesson they missed
     */
    public record Size(int capacity, int kept, boolean makeUpOnly) {
        /** All of them for anybody. */
        public static Size open(int capacity) {
            return new Size(capacity, 0, false);
        }
    }

    /** Opens the places of a new session or course. */
    public void open(UUID opportunity, Size size) {
        entities.flush();
        query("""
                        insert into places (opportunity_id, capacity, taken, kept, make_up_only)
                        values (:opportunity, :capacity, :kept, :kept, :makeUpOnly)""", opportunity)
                .setParameter("capacity", size.capacity())
                .setParameter("kept", size.kept())
                .setParameter("makeUpOnly", size.makeUpOnly())
                .executeUpdate();
        tellHowMany(opportunity);
    }

    /**
     * Makes the places so many as there are now; what becomes free goes to the waiting list first. Also when only the time has
     * changed: nothing is offered beyond the start.
     *
     * @throws Refusal 409 {@code too-many-booked} when more places are taken already
     */
    public void resize(UUID opportunity, Size size, Instant now) {
        lock(opportunity, now);
        List<?> taken = query("""
                        select taken - kept from places where opportunity_id = :opportunity and
                        (waiting > 0 or next_expiry is not null
                         or (capacity, kept, make_up_only) is distinct from (:capacity, :kept, :makeUpOnly))""", opportunity)
                .setParameter("capacity", size.capacity())
                .setParameter("kept", size.kept())
                .setParameter("makeUpOnly", size.makeUpOnly())
                .getResultList();
        if (taken.isEmpty()) {
            return;
        }
        int then = ((Number) taken.get(0)).intValue() + size.kept();
        if (then > size.capacity()) {
            throw Refusal.conflict(
                    "too-many-booked",
                    then + " places are booked, held, offered or kept and there would be only " + size.capacity()
                            + ". Choose a larger space, or cancel bookings first.");
        }
        query("""
                        update places set capacity = :capacity, taken = :taken, kept = :kept, make_up_only = :makeUpOnly
                        where opportunity_id = :opportunity""", opportunity)
                .setParameter("capacity", size.capacity())
                .setParameter("taken", then)
                .setParameter("kept", size.kept())
                .setParameter("makeUpOnly", size.makeUpOnly())
                .executeUpdate();
        settle(opportunity, now);
    }

    /** The same for who has so many places as before, and another time: a course whose lessons have changed. */
    public void retime(UUID opportunity, Instant now) {
        var count = lock(opportunity, now);
        if (!count.closed() && (count.waiting() > 0 || count.nextExpiry() != null)) {
            settle(opportunity, now);
        }
    }

    /**
     * Closes the places of a cancelled session or course: its bookings, holds, offers, allocations and its waiting list end with it.
     *
     * @return how many bookings that reaches
     */
    public int close(UUID opportunity, Instant now) {
        entities.flush();
        return number(query("select close_places(:opportunity, :now, :traceparent)", opportunity)
                .setParameter("now", now)
                .setParameter("traceparent", TraceParent.current()));
    }

    /**
     * The same of many, in the order of their ids.
     *
     * @return how many bookings of each that reaches
     */
    @SuppressWarnings("unchecked")
    public Map<UUID, Integer> closeAll(Collection<UUID> opportunities, Instant now) {
        entities.flush();
        var rows = (List<Tuple>) entities.createNativeQuery("""
                        select closing.id as id, close_places(closing.id, :now, :traceparent) as reached
                        from (select id from unnest(cast(:ids as uuid[])) as id order by id) closing""", Tuple.class)
                .setParameter("ids", opportunities.toArray(UUID[]::new))
                .setParameter("now", now)
                .setParameter("traceparent", TraceParent.current())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("reached", Integer.class)));
    }

    /**
     * Opens the places of a session or course again whose cancellation is taken back, with all that ended with it.
     *
     * @return how many bookings that reaches
     */
    public int reopen(UUID opportunity, Instant cancelledAt, Instant now) {
        entities.flush();
        return number(query("select reopen_places(:opportunity, :cancelledAt, :now, :traceparent)", opportunity)
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
    public int tellEverybody(UUID opportunity, String kind, Map<String, ?> detail, Instant now) {
        return number(query("select tell_everybody(:opportunity, :kind, cast(:detail as jsonb), :now)", opportunity)
                .setParameter("kind", kind)
                .setParameter("detail", write(detail))
                .setParameter("now", now));
    }

    /** How they stand now. */
    public Count of(UUID opportunity) {
        return count(query(ROW + TABLE, opportunity, Count.class));
    }

    /** How those of each stand now. */
    public Map<UUID, Count> of(List<UUID> opportunities) {
        List<?> rows = entities.createNativeQuery("""
                        select opportunity_id, capacity, taken, waiting, next_expiry, closed, make_up_only
                        from places where opportunity_id = any(:opportunities)""", Tuple.class)
                .setParameter("opportunities", opportunities.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class),
                        row -> new Count(
                                row.get(1, Integer.class),
                                row.get(2, Integer.class),
                                row.get(3, Integer.class),
                                row.get(4, Instant.class),
                                row.get(5, Boolean.class),
                                row.get(6, Boolean.class))));
    }

    /** Makes everybody else who wants places of it wait, gives back what has expired, and says how they stand then. */
    public Count lock(UUID opportunity, Instant now) {
        entities.flush();
        var locked = count(query(ROW + TABLE + " for no key update", opportunity, Count.class));
        return locked.nextExpiry() != null && !locked.nextExpiry().isAfter(now) ? settle(opportunity, now) : locked;
    }

    /** Takes places, or gives them back when it is a negative number; the caller holds the lock and has seen that it may. */
    public void take(UUID opportunity, int places) {
        query("update places set taken = taken + :places where opportunity_id = :opportunity", opportunity)
                .setParameter("places", places)
                .executeUpdate();
    }

    /** Serves the waiting list from what is free, notes what expires next, and tells how many are left; under the lock. */
    public Count settle(UUID opportunity, Instant now) {
        entities.flush();
        var settled = count(query(ROW + "settle_places(:opportunity, :now)", opportunity, Count.class)
                .setParameter("now", now));
        tellHowMany(opportunity);
        return settled;
    }

    /** Tells the others how many there are and how many are left. */
    public void tellHowMany(UUID opportunity) {
        query("select cast(tell_availability(:opportunity, :traceparent) as text)", opportunity)
                .setParameter("traceparent", TraceParent.current())
                .getResultList();
    }

    private Query query(String sql, UUID opportunity) {
        return entities.createNativeQuery(sql).setParameter("opportunity", opportunity);
    }

    private Query query(String sql, UUID opportunity, Class<?> result) {
        return entities.createNativeQuery(sql, result).setParameter("opportunity", opportunity);
    }

    private static Count count(Query query) {
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound("There is no such session or course.");
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
