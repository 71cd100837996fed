package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.resource.Equipment;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What sessions take of the stocks of equipment, for [start - set-up, end + clearing). The rows of the stocks are locked in
 * the order of their ids, after the cells; a trigger in the database locks and counts again, and is the referee.
 */
@ApplicationScoped
class Stocks {
    private final EntityManager entities;
    private final ReaderLanguage reader;

    @Inject
    Stocks(EntityManager entities, ReaderLanguage reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** Makes everybody else who wants of the same stocks wait until this transaction ends. */
    void lock(Session session) {
        lock(List.of(session));
    }

    /** The same for what several sessions need, and for what they have still. */
    void lock(Collection<Session> sessions) {
        entities.createNativeQuery("""
                        select id from equipment
                        where id = any(cast(:needed as uuid[]) || array(
                            select equipment_id from equipment_claim where session_id = any(:sessions)))
                        order by id for no key update""", UUID.class)
                .setParameter(
                        "needed",
                        sessions.stream()
                                .flatMap(session -> Stream.of(session.equipment.ids()))
                                .distinct()
                                .toArray(UUID[]::new))
                .setParameter(
                        "sessions", sessions.stream().map(session -> session.id).toArray(UUID[]::new))
                .getResultList();
    }

    /** Of which stocks too little is free for the session, its own claims not counted. */
    List<Shortage> shortages(Session session) {
        if (session.equipment.all().isEmpty()) {
            return List.of();
        }
        var free = free(session);
        var known = Equipment.byId(free.keySet());
        return session.equipment.all().stream()
                .map(need -> new Shortage(
                        need.equipmentId(),
                        reader.of(Objects.requireNonNull(known.get(need.equipmentId()))
                                .name()),
                        need.quantity(),
                        free.getOrDefault(need.equipmentId(), 0)))
                .filter(shortage -> shortage.wanted() > shortage.free())
                .toList();
    }

    /** How many of each stock that the session needs are free for all of its time. */
    private Map<UUID, Integer> free(Session session) {
        if (session.equipment.all().isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) entities.createNativeQuery("""
                        select id, case when withdrawn then 0 else quantity end
                                   - equipment_peak(id, tstzrange(:start, :end), :except) as free
                        from equipment where id = any(:ids)""", Tuple.class)
                .setParameter("start", session.claimed().start())
                .setParameter("end", session.claimed().end())
                .setParameter("except", session.id)
                .setParameter("ids", session.equipment.ids())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("free", Integer.class)));
    }

    /** Whether too little is free of any stock for the session, its own claims not counted. */
    boolean isShort(Session session) {
        var free = free(session);
        return session.equipment.all().stream()
                .anyMatch(need -> need.quantity() > free.getOrDefault(need.equipmentId(), 0));
    }

    /** Claims the session's equipment; nothing when it needs none. */
    void claim(Session session) {
        var needs = session.equipment.all();
        if (needs.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into equipment_claim (session_id, equipment_id, quantity, per_person, during)
                        select :session, equipment, quantity, per_person, tstzrange(:start, :end)
                        from unnest(cast(:ids as uuid[]), cast(:quantities as integer[]), cast(:perPerson as smallint[]))
                             as need (equipment, quantity, per_person)""")
                .setParameter("session", session.id)
                .setParameter("start", session.claimed().start())
                .setParameter("end", session.claimed().end())
                .setParameter("ids", column(needs, EquipmentNeed::equipmentId).toArray(UUID[]::new))
                .setParameter(
                        "quantities", column(needs, EquipmentNeed::quantity).toArray(Integer[]::new))
                .setParameter(
                        "perPerson", column(needs, EquipmentNeed::perPerson).toArray(Integer[]::new))
                .executeUpdate();
    }

    private static <T> List<T> column(List<EquipmentNeed> needs, Function<EquipmentNeed, T> value) {
        var column = new ArrayList<T>();
        needs.forEach(need -> column.add(value.apply(need)));
        return column;
    }

    /** Gives back all that the sessions have claimed; of which stocks that is. */
    @SuppressWarnings("unchecked")
    Set<UUID> release(UUID... sessions) {
        return new HashSet<>((List<UUID>) entities.createNativeQuery(
                        "delete from equipment_claim where session_id = any(:sessions) returning equipment_id",
                        UUID.class)
                .setParameter("sessions", sessions)
                .getResultList());
    }

    /** Who has how many of the stocks and when, within an interval, but for this session. */
    @SuppressWarnings("unchecked")
    List<Tuple> taken(Collection<UUID> stocks, Interval within, @Nullable UUID except) {
        return entities.createNativeQuery("""
                        select equipment_id, session_id, quantity, lower(during) as "from", upper(during) as "to"
                        from equipment_claim
                        where equipment_id = any(:stocks) and session_id is distinct from cast(:except as uuid)
                          and during && tstzrange(:start, :end)""", Tuple.class)
                .setParameter("stocks", stocks.toArray(UUID[]::new))
                .setParameter("except", except)
                .setParameter("start", within.start())
                .setParameter("end", within.end())
                .getResultList();
    }
}
