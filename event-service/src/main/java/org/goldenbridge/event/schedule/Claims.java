package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.Space;

/**
 * What sessions take of rooms: each cell for [start - set-up, end + clearing). Cells are locked in the order of their ids
 * before anything is claimed; the exclusion constraint stays behind as the referee. Native SQL, so that old claims are
 * gone before new ones are made.
 */
@ApplicationScoped
class Claims {
    private final EntityManager entities;

    @Inject
    Claims(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes everybody else who wants one of the cells wait until this transaction ends. */
    void lock(UUID... cells) {
        entities.createNativeQuery(
                        "select id from space_cell where id = any(:cells) order by id for no key update", UUID.class)
                .setParameter("cells", cells)
                .getResultList();
    }

    /** The sessions, other than this one, that have one of the space's cells in the interval. */
    List<Session> clashes(Space space, Interval interval, UUID except) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = entities.createNativeQuery("""
                        select distinct session_id from space_claim
                        where cell_id = any(:cells) and session_id <> :except
                          and during && tstzrange(:start, :end)""", UUID.class)
                .setParameter("cells", space.cells())
                .setParameter("except", except)
                .setParameter("start", interval.start())
                .setParameter("end", interval.end())
                .getResultList();
        return Session.<Session>list("from Session s join fetch s.event where s.id in ?1", ids).stream()
                .sorted(Comparator.comparing((Session session) -> session.startsAt))
                .toList();
    }

    /** Claims the session's room for its time; nothing when it has none. */
    void claim(Session session) {
        var space = session.space;
        if (space == null) {
            return;
        }
        var interval = session.claimed();
        entities.createNativeQuery("""
                        insert into space_claim (session_id, cell_id, during)
                        select :session, cell, tstzrange(:start, :end) from unnest(:cells) as cell""")
                .setParameter("session", session.id)
                .setParameter("start", interval.start())
                .setParameter("end", interval.end())
                .setParameter("cells", space.cells())
                .executeUpdate();
    }

    /** Gives back all that the session has claimed. */
    void release(Session session) {
        entities.createNativeQuery("delete from space_claim where session_id = :session")
                .setParameter("session", session.id)
                .executeUpdate();
    }

    /**
     * Claims again what the session needs of a space that was divided anew, as far as it is free.
     *
     * @return whether it has all of it
     */
    boolean claimAgain(Session session, Space space) {
        release(session);
        var interval = session.claimed();
        var made = entities.createNativeQuery("""
                        insert into space_claim (session_id, cell_id, during)
                        select :session, cell, tstzrange(:start, :end) from unnest(:cells) as cell
                        on conflict do nothing""")
                .setParameter("session", session.id)
                .setParameter("start", interval.start())
                .setParameter("end", interval.end())
                .setParameter("cells", space.cells())
                .executeUpdate();
        return made == space.cells().length;
    }

    /** When one of the space's cells is taken, between two instants, in order. */
    @SuppressWarnings("unchecked")
    List<Interval> taken(Space space, Instant from, Instant to, UUID except) {
        return ((List<Tuple>) entities.createNativeQuery("""
                                select lower(during) as "from", upper(during) as "to" from space_claim
                                where cell_id = any(:cells) and session_id <> :except
                                  and during && tstzrange(:start, :end) order by during""", Tuple.class)
                        .setParameter("cells", space.cells())
                        .setParameter("except", except)
                        .setParameter("start", from)
                        .setParameter("end", to)
                        .getResultList())
                .stream()
                        .map(row -> new Interval(row.get("from", Instant.class), row.get("to", Instant.class)))
                        .toList();
    }

    /** The cells of both, each once. */
    static UUID[] cellsOf(Space... spaces) {
        return Arrays.stream(spaces)
                .flatMap(space -> Arrays.stream(space.cells()))
                .distinct()
                .toArray(UUID[]::new);
    }
}
