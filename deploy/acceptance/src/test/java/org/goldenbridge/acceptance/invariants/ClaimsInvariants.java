package org.goldenbridge.acceptance.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenbridge.acceptance.network.Database;

/**
 * What must be true of rooms, teachers and instruments at every moment at which nobody plans: told by the sessions, and not by
 * the constraints that referee their claims.
 */
public final class ClaimsInvariants {
    /** What the sessions of the schedule take, and what they need of it. */
    private static final String WANTED = """
            with planned as (
                select s.*, tstzrange(s.starts_at, s.ends_at) as held,
                    tstzrange(s.starts_at - make_interval(mins => s.set_up_minutes),
                              s.ends_at + make_interval(mins => s.clearing_minutes)) as during
                from event.session s where s.status = 'scheduled' and not s.clashing and not s.short_of_equipment
            ), cell as (
                select p.id as session_id, c as cell_id, p.during
                from planned p join event.space r on r.id = p.space_id, unnest(r.cells) c
                union all
                select p.id, t, p.held from planned p, unnest(p.teacher_ids) t
            ), instrument as (
                select p.id as session_id, e."equipmentId" as equipment_id, e.quantity, p.during
                from planned p, jsonb_to_recordset(p.equipment) as e ("equipmentId" uuid, quantity integer)
            )
            """;

    /** Each finds what breaks the rule; none must find anything. */
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("I3: no two sessions have one room or teacher at a time", """
                select a.session_id, b.session_id as other, a.during from cell a
                join cell b on b.cell_id = a.cell_id and b.session_id > a.session_id and b.during && a.during""");
        RULES.put("rooms and teachers are claimed by the sessions that take place in them, and by nobody else", """
                select * from (select session_id, cell_id, during from cell
                               except select session_id, cell_id, during from event.space_claim) unclaimed
                union all
                select c.session_id, c.cell_id, c.during from event.space_claim c join event.session s on s.id = c.session_id
                where not s.clashing and not s.short_of_equipment
                  and (c.session_id, c.cell_id, c.during) not in (select session_id, cell_id, during from cell)""");
        RULES.put("instruments are claimed by the sessions that need them, and by nobody else", """
                select * from (select session_id, equipment_id, quantity, during from instrument
                               except select session_id, equipment_id, quantity, during from event.equipment_claim) unclaimed
                union all
                select c.session_id, c.equipment_id, c.quantity, c.during
                from event.equipment_claim c join event.session s on s.id = c.session_id
                where not s.clashing and not s.short_of_equipment
                  and (c.session_id, c.equipment_id, c.quantity, c.during) not in
                      (select session_id, equipment_id, quantity, during from instrument)""");
        // Most are in use when somebody begins.
        RULES.put("no stock is promised beyond what there is of it", """
                select i.equipment_id, lower(i.during) as at, sum(o.quantity) as promised, e.quantity as there
                from (select distinct equipment_id, during from instrument) i
                join instrument o on o.equipment_id = i.equipment_id and o.during @> lower(i.during)
                join event.equipment e on e.id = i.equipment_id
                group by i.equipment_id, i.during, e.quantity having sum(o.quantity) > e.quantity""");
    }

    private final Database database;

    public ClaimsInvariants(Database database) {
        this.database = database;
    }

    /** Holds the whole schedule against every rule. */
    public void hold(String moment) {
        RULES.forEach((rule, question) ->
                assertEquals(List.of(), database.rows(WANTED + question), () -> rule + ", " + moment));
    }

    /** The most of a stock that sessions need at one moment. */
    public long peak(String stock) {
        return database.number(WANTED + """
                        select coalesce(max(at_once), 0) from (
                            select sum(o.quantity) as at_once from instrument i
                            join instrument o on o.equipment_id = i.equipment_id and o.during @> lower(i.during)
                            where i.equipment_id = ?::uuid group by i.session_id, i.during) moment""", stock);
    }
}
