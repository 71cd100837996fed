package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.centre.Space;
import org.jspecify.annotations.Nullable;

/**
 * What sessions and blocks take of rooms and teachers: each cell of a room for [start - set-up, end + clearing), each
 * teacher for [start, end). Cells are locked in the order of their ids before anything is claimed; the exclusion
 * constraint stays behind as the referee. Native SQL, so that old claims are gone before new ones are made.
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

    /**
     * The same for all that a session wants, and all that it has still: so two sessions can change places, and nobody finds
     * a room half given back.
     */
    void lock(Session session) {
        entities.createNativeQuery("""
                        select id from space_cell
                        where id = any(cast(:wanted as uuid[]) || array(
                            select cell_id from space_claim where session_id = :session))
                        order by id for no key update""", UUID.class)
                .setParameter("wanted", wanted(session))
                .setParameter("session", session.id)
                .getResultList();
    }

    /**
     * The same for what sessions and blocks in a space have, and what they are to have when it consists of other cells: the
     * sessions and blocks first.
     */
    void lockAll(Space space) {
        lock("select id from session where space_id = :space and status = 'scheduled' and ends_at > now()", space);
        lock("select id from space_block where space_id = :space and removed_at is null and ends_at > now()", space);
        entities.createNativeQuery("""
                        select id from space_cell
                        where id = any(cast(:cells as uuid[])) or id in (
                            select c.cell_id from space_claim c
                            left join session s on s.id = c.session_id
                            left join space_block b on b.id = c.block_id
                            where :space in (s.space_id, b.space_id) and upper(c.during) > now())
                        order by id for no key update""", UUID.class)
                .setParameter("cells", space.cells())
                .setParameter("space", space.id())
                .getResultList();
    }

    private void lock(String rows, Space space) {
        entities.createNativeQuery(rows + " order by id for no key update", UUID.class)
                .setParameter("space", space.id())
                .getResultList();
    }

    private static UUID[] wanted(Session session) {
        return wanted(List.of(session));
    }

    /** The rooms and teachers of sessions, each once. */
    static UUID[] wanted(Collection<Session> sessions) {
        return sessions.stream()
                .flatMap(session -> Stream.concat(
                        session.space == null ? Stream.of() : Stream.of(session.space.cells()),
                        Stream.of(session.teacherIds)))
                .distinct()
                .toArray(UUID[]::new);
    }

    /** Who, other than this session, has one of the cells in the interval; in the order in which they begin. */
    List<Holder> holders(UUID[] cells, Interval interval, UUID except) {
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) entities.createNativeQuery("""
                        select session_id, block_id, min(lower(during)) as "from", max(upper(during)) as "to" from space_claim
                        where cell_id = any(:cells) and coalesce(session_id, block_id) is distinct from :except
                          and during && tstzrange(:start, :end)
                        group by session_id, block_id order by "from", session_id""", Tuple.class)
                .setParameter("cells", cells)
                .setParameter("except", except)
                .setParameter("start", interval.start())
                .setParameter("end", interval.end())
                .getResultList();
        return holders(rows);
    }

    /** Who they are, of rows with {@code session_id}, {@code block_id}, {@code from} and {@code to}, in their order. */
    List<Holder> holders(List<Tuple> rows) {
        var sessions = known(
                Session.<Session>list("from Session s join fetch s.event where s.id in ?1", ids(rows, "session_id")),
                session -> session.id);
        var blocks = known(Block.<Block>list("id in ?1", ids(rows, "block_id")), block -> block.id);
        return rows.stream()
                .map(row -> new Holder(
                        sessions.get(row.get("session_id", UUID.class)),
                        blocks.get(row.get("block_id", UUID.class)),
                        new Interval(row.get("from", Instant.class), row.get("to", Instant.class))))
                .toList();
    }

    private static List<UUID> ids(List<Tuple> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column, UUID.class))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <E> Map<UUID, E> known(Collection<E> found, Function<E, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** Claims the session's room and teachers for its time; nothing when it has none. */
    void claim(Session session) {
        if (session.space != null) {
            claim("session_id", session.id, session.claimed(), "", session.space.cells());
        }
        claim("session_id", session.id, session.when(), "", session.teacherIds);
    }

    /** Claims the space of a block. */
    void claim(Block block) {
        claim("block_id", block.id, block.when(), "", block.space.cells());
    }

    private int claim(String holder, UUID id, Interval interval, String orElse, UUID... cells) {
        return cells.length == 0
                ? 0
                : entities.createNativeQuery("insert into space_claim (" + holder + ", cell_id, during)"
                                + " select :holder, cell, tstzrange(:start, :end) from unnest(:cells) as cell "
                                + orElse)
                        .setParameter("holder", id)
                        .setParameter("start", interval.start())
                        .setParameter("end", interval.end())
                        .setParameter("cells", cells)
                        .executeUpdate();
    }

    /** Gives back all that the session has claimed. */
    void release(Session session) {
        entities.createNativeQuery("delete from space_claim where session_id = :session")
                .setParameter("session", session.id)
                .executeUpdate();
    }

    /** The same of many. */
    void release(UUID... sessions) {
        entities.createNativeQuery("delete from space_claim where session_id = any(:sessions)")
                .setParameter("sessions", sessions)
                .executeUpdate();
    }

    /** Gives back the space of a block. */
    void release(Block block) {
        entities.createNativeQuery("delete from space_claim where block_id = :block")
                .setParameter("block", block.id)
                .executeUpdate();
    }

    /**
     * Claims again what the session needs of a space that was divided anew, as far as it is free; its teachers stay.
     *
     * @return whether it has all of it
     */
    boolean claimAgain(Session session, Space space) {
        entities.createNativeQuery("delete from space_claim where session_id = :session and cell_id <> all(:teachers)")
                .setParameter("session", session.id)
                .setParameter("teachers", session.teacherIds)
                .executeUpdate();
        var cells = space.cells();
        return claim("session_id", session.id, session.claimed(), "on conflict do nothing", cells) == cells.length;
    }

    /**
     * Claims a session's teachers at the time that it has now, as far as they are free.
     *
     * @return whether it has all of them
     */
    boolean claimTeachersAgain(Session session) {
        var teachers = session.teacherIds;
        return claim("session_id", session.id, session.when(), "on conflict do nothing", teachers) == teachers.length;
    }

    /** The same of a block. */
    boolean claimAgain(Block block, Space space) {
        release(block);
        var cells = space.cells();
        return claim("block_id", block.id, block.when(), "on conflict do nothing", cells) == cells.length;
    }

    /** When the cells are taken, within an interval, by anybody but this session. */
    @SuppressWarnings("unchecked")
    List<Tuple> taken(UUID[] cells, Interval within, @Nullable UUID except) {
        return entities.createNativeQuery("""
                        select cell_id, lower(during) as "from", upper(during) as "to" from space_claim
                        where cell_id = any(:cells) and coalesce(session_id, block_id) is distinct from cast(:except as uuid)
                          and during && tstzrange(:start, :end)""", Tuple.class)
                .setParameter("cells", cells)
                .setParameter("except", except)
                .setParameter("start", within.start())
                .setParameter("end", within.end())
                .getResultList();
    }
}
