package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.event.resource.Equipment;
import org.goldenbridge.event.resource.Teacher;
import org.goldenbridge.platform.text.ReaderLanguage;

/**
 * What the teachers and the equipment of moved sessions of a series would meet, wherever they take place. What the steps
 * themselves leave is free; what an earlier step takes is not.
 */
@ApplicationScoped
class SeriesNeeds {
    private final Claims claims;
    private final Stocks stocks;
    private final Planner planner;
    private final ReaderLanguage reader;
    private final EntityManager entities;

    @Inject
    SeriesNeeds(Claims claims, Stocks stocks, Planner planner, ReaderLanguage reader, EntityManager entities) {
        this.claims = claims;
        this.stocks = stocks;
        this.planner = planner;
        this.reader = reader;
        this.entities = entities;
    }

    /** A session that is moved, and where to. */
    private record Moved(Session session, Interval when, Interval claimed) {}

    /**
     * By the session of the step.
     *
     * @param sessions those that the steps touch
     */
    Map<UUID, List<Obstacle>> obstacles(SeriesPlace place, List<SeriesStep> steps, Map<UUID, Session> sessions) {
        var moved = steps.stream()
                .filter(step -> step.action() == SeriesStep.Action.MOVED)
                .map(step -> new Moved(
                        Objects.requireNonNull(sessions.get(step.session())),
                        new Interval(step.startsAt(), step.endsAt()),
                        place.claimed(step.startsAt(), step.endsAt())))
                .toList();
        var leaving = SeriesSessions.ids(steps, SeriesStep::leavesTime);
        var found = new HashMap<UUID, List<Obstacle>>();
        teachers(place, moved, leaving, found);
        equipment(moved, List.of(leaving), found);
        return found;
    }

    private void teachers(SeriesPlace place, List<Moved> moved, UUID[] leaving, Map<UUID, List<Obstacle>> found) {
        var teaching = moved.stream()
                .filter(each -> each.session().teacherIds.length > 0)
                .toList();
        if (teaching.isEmpty()) {
            return;
        }
        var names = Teacher.byId(teaching.stream()
                .flatMap(each -> Stream.of(each.session().teacherIds))
                .distinct()
                .toList());
        var taken = taken(teaching, leaving);
        var before = new ArrayList<Moved>();
        for (var each : teaching) {
            for (var teacher : each.session().teacherIds) {
                var holders = new ArrayList<>(taken.getOrDefault(new Wanted(each.session().id, teacher), List.of()));
                before.stream()
                        .filter(other -> other.when().overlaps(each.when())
                                && List.of(other.session().teacherIds).contains(teacher))
                        .map(other -> new Holder(other.session(), null, other.when()))
                        .forEach(holders::add);
                if (!holders.isEmpty()) {
                    var name = Objects.requireNonNull(names.get(teacher)).name();
                    add(found, each, planner.teacherTaken(name, holders, place.zone()));
                }
            }
            before.add(each);
        }
    }

    /** A teacher whom a session needs. */
    private record Wanted(UUID session, UUID teacher) {}

    private Map<Wanted, List<Holder>> taken(List<Moved> teaching, UUID[] leaving) {
        var sessions = new ArrayList<UUID>();
        var cells = new ArrayList<UUID>();
        var starts = new ArrayList<String>();
        var ends = new ArrayList<String>();
        for (var each : teaching) {
            for (var teacher : each.session().teacherIds) {
                sessions.add(each.session().id);
                cells.add(teacher);
                starts.add(each.when().start().toString());
                ends.add(each.when().end().toString());
            }
        }
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) entities.createNativeQuery("""
                        select wanted.session as wanted, wanted.cell as cell, c.session_id, c.block_id,
                               min(lower(c.during)) as "from", max(upper(c.during)) as "to"
                        from unnest(cast(:sessions as uuid[]), cast(:cells as uuid[]), cast(:starts as text[]),
                                    cast(:ends as text[])) as wanted (session, cell, start, "end")
                        join space_claim c on c.cell_id = wanted.cell
                             and c.during && tstzrange(cast(start as timestamptz), cast("end" as timestamptz))
                        where c.session_id is null or c.session_id <> all(:leaving)
                        group by wanted.session, wanted.cell, c.session_id, c.block_id order by 5""", Tuple.class)
                .setParameter("sessions", sessions.toArray(UUID[]::new))
                .setParameter("cells", cells.toArray(UUID[]::new))
                .setParameter("starts", starts.toArray(String[]::new))
                .setParameter("ends", ends.toArray(String[]::new))
                .setParameter("leaving", leaving)
                .getResultList();
        var holders = claims.holders(rows);
        var taken = new HashMap<Wanted, List<Holder>>();
        for (int nth = 0; nth < rows.size(); nth++) {
            var row = rows.get(nth);
            taken.computeIfAbsent(
                            new Wanted(row.get("wanted", UUID.class), row.get("cell", UUID.class)),
                            wanted -> new ArrayList<>())
                    .add(holders.get(nth));
        }
        return taken;
    }

    private void equipment(List<Moved> moved, List<UUID> leaving, Map<UUID, List<Obstacle>> found) {
        var needing = moved.stream()
                .filter(each -> !each.session().equipment.all().isEmpty())
                .toList();
        if (needing.isEmpty()) {
            return;
        }
        var known = Equipment.byId(needing.stream()
                .flatMap(each -> Stream.of(each.session().equipment.ids()))
                .distinct()
                .toList());
        var inUse = new HashMap<UUID, InUse>();
        known.keySet().forEach(id -> inUse.put(id, new InUse()));
        var within = needing.stream()
                .map(Moved::claimed)
                .reduce((one, other) -> new Interval(
                        one.start().isBefore(other.start()) ? one.start() : other.start(),
                        one.end().isAfter(other.end()) ? one.end() : other.end()))
                .orElseThrow();
        for (var row : stocks.taken(known.keySet(), within, null)) {
            if (!leaving.contains(row.get("session_id", UUID.class))) {
                use(inUse, row.get("equipment_id", UUID.class))
                        .add(Diaries.during(row), row.get("quantity", Integer.class));
            }
        }
        for (var each : needing) {
            var shortages = each.session().equipment.all().stream()
                    .map(need -> shortage(need, known, use(inUse, need.equipmentId()), each.claimed()))
                    .filter(shortage -> shortage.wanted() > shortage.free())
                    .toList();
            if (shortages.isEmpty()) {
                each.session()
                        .equipment
                        .all()
                        .forEach(need -> use(inUse, need.equipmentId()).add(each.claimed(), need.quantity()));
            } else {
                add(found, each, Planner.tooLittle(shortages));
            }
        }
    }

    private Shortage shortage(EquipmentNeed need, Map<UUID, Equipment> known, InUse inUse, Interval claimed) {
        var equipment = Objects.requireNonNull(known.get(need.equipmentId()));
        return new Shortage(
                need.equipmentId(),
                reader.of(equipment.name()),
                need.quantity(),
                equipment.stock() - inUse.peak(claimed));
    }

    private static InUse use(Map<UUID, InUse> inUse, UUID equipment) {
        return Objects.requireNonNull(inUse.get(equipment));
    }

    private static void add(Map<UUID, List<Obstacle>> found, Moved moved, Obstacle obstacle) {
        found.computeIfAbsent(moved.session().id, id -> new ArrayList<>()).add(obstacle);
    }
}
