package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.words.Words;

/** Reads what the desk looks at. Each question is one statement, whatever the schedule holds besides. */
@Singleton
class DeskReader {
    /** It could not claim its space again, or stands in a closure that nobody has decided about. */
    private static final String CLASHES = """
            (s.clashing or exists (select from session_in_closure i where i.session_id = s.id))""";

    private static final String SLOTS = """
            select s.id, s.version, s.centre_id, s.event_id, e.programme_id, e.kind, e.title, s.starts_at, s.ends_at, s.zone, s.space_id,
                   coalesce(sp.name, s.venue -> 'name') as place, s.set_up_minutes, s.clearing_minutes, p.capacity,
                   p.taken, p.waiting, s.status, e.announced_at is not null as announced,\s""" + CLASHES + """
             as clashing, s.short_of_equipment
            from session s
            join centre c on c.id = s.centre_id
            join event e on e.id = s.event_id
            join places p on p.opportunity_id = s.id
            left join space sp on sp.id = s.space_id
            where\s""";

    /** A session lasts at most 31 days, which lets the index on the start serve a question about the end. */
    private static final String DURING = """
            s.centre_id = ? and s.starts_at < ? and s.starts_at > cast(? as timestamptz) - interval '31 days' and s.ends_at > ?
            order by s.starts_at, s.id""";

    private static final String BLOCKS = """
            select b.id, b.centre_id, b.space_id, sp.name as space, b.starts_at, b.ends_at, b.reason, b.blocked_by, c.zone
            from space_block b join space sp on sp.id = b.space_id join centre c on c.id = b.centre_id
            where\s""";

    private static final String NEEDS = """
            select 'CLASH' as what, s.id as session, e.title, s.starts_at as at, 0 as missing, null as visitor, null as contact
            from session s join event e on e.id = s.event_id join centre c on c.id = s.centre_id
            where s.centre_id = ? and s.status = 'scheduled' and s.ends_at > ? and\s""" + CLASHES + """
            union all
            select 'SHORTAGE', s.id, e.title, s.starts_at, 0, null, null
            from session s join event e on e.id = s.event_id
            where s.centre_id = ? and s.short_of_equipment and s.status = 'scheduled' and s.ends_at > ?
            union all
            select 'OFFER', s.id, e.title, o.expires_at, 0, v.name, v.contact
            from offer o
            join waiting_list_entry w on w.id = o.entry_id
            join visitor v on v.id = w.visitor_id
            join lateral (
                select s.id, s.event_id, s.centre_id from session s
                where (s.id = o.opportunity_id or s.course_id = o.opportunity_id) and s.status = 'scheduled'
                order by s.starts_at, s.id limit 1) s on true
            join event e on e.id = s.event_id
            where s.centre_id = ? and o.status = 'open' and o.expires_at between ? and cast(? as timestamptz) + interval '1 day'
            union all
            select 'BELOW_MINIMUM', first.id, e.title, first.starts_at, c.minimum - p.taken, null, null
            from course c
            join event e on e.id = c.event_id
            join places p on p.opportunity_id = c.id
            join lateral (
                select s.id, s.starts_at from session s
                where s.course_id = c.id and s.status = 'scheduled' order by s.starts_at, s.id limit 1) first on true
            where c.centre_id = ? and c.status = 'scheduled' and p.taken < c.minimum
              and first.starts_at between ? and cast(? as timestamptz) + interval '14 days'
            order by at, session""";

    private final Rows rows;
    private final TextColumns texts;

    DeskReader(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** What happens at the centre in that time, in the order in which it begins; what was cancelled is there too. */
    List<Slot> slots(String centre, Instant from, Instant to) {
        return rows.read(SLOTS + DURING, this::slot, centre, to, from, from);
    }

    /** The session of that id. */
    Optional<Slot> slot(UUID session) {
        return rows.read(SLOTS + "s.id = ?", this::slot, session).stream().findFirst();
    }

    /** The spaces of the centre, by their names' order in the house: the largest first. */
    List<Room> rooms(String centre) {
        return rows.read("""
                select id, name, capacity, cells from space where centre_id = ? and not withdrawn
                order by capacity desc, id""", this::room, centre);
    }

    /** How many people the cancellation of the session reaches: the places of its bookings, enrolments and waiting groups. */
    long reach(UUID session) {
        return rows.read("""
                select (select coalesce(sum(b.places), 0) from booking b
                        where b.opportunity_id in (s.id, s.course_id) and b.status = 'confirmed')
                     + (select coalesce(sum(w.places), 0) from waiting_list_entry w
                        where w.opportunity_id in (s.id, s.course_id) and w.status in ('waiting', 'offered')) as reached
                from session s where s.id = ?""", row -> row.getLong("reached"), session).get(0);
    }

    /** The blocks that stand at the centre in that time, in the order in which they begin. */
    List<Blocked> blocks(String centre, Instant from, Instant to) {
        return rows.read(BLOCKS + """
                b.centre_id = ? and b.removed_at is null and b.starts_at < ? and b.ends_at > ?
                order by b.starts_at, b.id""", this::blocked, centre, to, from);
    }

    /** When spaces of the centre are closed in that time beyond the weekly hours: themselves, or by cells that they share. */
    List<Closing> closings(String centre, Instant from, Instant to) {
        return rows.read(
                """
                select v.space_id, v.starts_at, v.ends_at, closure.reason
                from space_closure v
                join centre c on c.id = v.centre_id
                left join lateral (
                    select known.reason
                    from jsonb_to_recordset(c.closures)
                        as known ("spaceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, reason jsonb)
                    where known."spaceId" is not distinct from v.closed_space_id
                      and known."startsAt" = v.starts_at and known."endsAt" = v.ends_at
                    limit 1) closure on true
                where v.centre_id = ? and v.starts_at < ? and v.ends_at > ?
                order by v.starts_at, v.space_id""",
                row -> new Closing(
                        row.getObject("space_id", UUID.class),
                        Rows.instant(row, "starts_at"),
                        Rows.instant(row, "ends_at"),
                        texts.nullable(row, "reason")),
                centre,
                to,
                from);
    }

    /** Whether the cancellation of a session can be taken back by itself: its event and its course take place, and it is ahead. */
    boolean canBeRestored(UUID session, Instant now) {
        return !rows.read("""
                        select s.id from session s join event e on e.id = s.event_id left join course c on c.id = s.course_id
                        where s.id = ? and s.status = 'cancelled' and s.starts_at > ? and e.status <> 'cancelled'
                          and (c.id is null or c.status <> 'cancelled')""", row -> row.getObject("id", UUID.class), session, now)
                .isEmpty();
    }

    /** The block of that id, a removed one too. */
    Optional<Blocked> block(UUID block) {
        return rows.read(BLOCKS + "b.id = ?", this::blocked, block).stream().findFirst();
    }

    /** The programmes under which the centre has events, by which a board can be looked through. */
    List<Choice> programmes(String centre) {
        return rows.read("""
                select p.id, p.title from programme p
                where p.status <> 'cancelled' and exists (select from event e where e.centre_id = ? and e.programme_id = p.id)
                order by p.starts_on desc, p.id limit 100""", row -> new Choice(row.getObject("id", UUID.class), texts.text(row, "title")), centre);
    }

    /** That programme and all that stand under it. */
    Set<UUID> below(UUID programme) {
        return Set.copyOf(rows.read("""
                with recursive below (id) as (
                    select cast(? as uuid)
                    union
                    select p.id from programme p join below b on p.parent_id = b.id)
                select id from below""", row -> row.getObject("id", UUID.class), programme));
    }

    /** What needs a hand at the centre, what is next first. */
    List<Need> needs(String centre, Instant now) {
        return rows.read(NEEDS, this::need, centre, now, centre, now, centre, now, now, centre, now, now);
    }

    private Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("centre_id"),
                row.getObject("event_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                Objects.requireNonNull(Words.parameter(EventKind.class, row.getString("kind"), "kind")),
                texts.text(row, "title"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"),
                ZoneId.of(row.getString("zone")),
                row.getObject("space_id", UUID.class),
                texts.nullable(row, "place"),
                row.getInt("set_up_minutes"),
                row.getInt("clearing_minutes"),
                row.getInt("capacity"),
                row.getInt("taken"),
                row.getInt("waiting"),
                row.getString("status").equals("cancelled"),
                row.getBoolean("announced"),
                row.getBoolean("clashing"),
                row.getBoolean("short_of_equipment"));
    }

    private Blocked blocked(ResultSet row) throws SQLException {
        return new Blocked(
                row.getObject("id", UUID.class),
                row.getString("centre_id"),
                row.getObject("space_id", UUID.class),
                texts.text(row, "space"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"),
                ZoneId.of(row.getString("zone")),
                row.getString("reason"),
                row.getString("blocked_by"));
    }

    private Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getObject("id", UUID.class), texts.text(row, "name"), row.getInt("capacity"), List.of((UUID[])
                        row.getArray("cells").getArray()));
    }

    private Need need(ResultSet row) throws SQLException {
        return new Need(
                Need.What.valueOf(row.getString("what")),
                row.getObject("session", UUID.class),
                texts.text(row, "title"),
                Rows.instant(row, "at"),
                row.getInt("missing"),
                row.getString("visitor"),
                row.getString("contact"));
    }
}
