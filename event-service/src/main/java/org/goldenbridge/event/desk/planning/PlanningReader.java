package org.goldenbridge.event.desk.planning;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads what is planned at a centre. Each question is one statement. */
@Singleton
class PlanningReader {
    static final int PAGE = 50;
    private static final int MOST = 500;

    private final Rows rows;
    private final TextColumns texts;

    PlanningReader(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** An event in the list of its centre; {@code next} is when its next session begins. */
    record Listed(
            UUID id,
            String kind,
            String status,
            LocalizedText title,
            @Nullable Instant next,
            int ahead,
            int all) {}

    /** A session of an event. */
    record Date(
            UUID id,
            Instant startsAt,
            Instant endsAt,
            String zone,
            @Nullable LocalizedText place,
            boolean isCancelled,
            int capacity,
            int taken,
            @Nullable UUID series,
            @Nullable UUID course) {}

    /** A series of an event. */
    record Repeated(
            UUID id,
            String rule,
            boolean isCancelled,
            @Nullable LocalizedText place,
            int ahead,
            @Nullable Instant next,
            @Nullable UUID course) {}

    /** A course of an event. */
    record Taught(
            UUID id,
            boolean isCancelled,
            int capacity,
            int taken,
            int lessons,
            @Nullable Instant next) {}

    /** A programme; without a centre it is the network's. */
    record Umbrella(
            UUID id,
            String kind,
            String status,
            @Nullable LocalizedText centre,
            LocalizedText title,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable UUID parent) {}

    /** A space of the centre. */
    record Hall(UUID id, LocalizedText name, int capacity) {}

    /**
     * A centre's events, what comes next first, then what has no date ahead, the newest first.
     *
     * @param words each must be found in the title or the description
     * @param kind null for all
     * @param status null for all
     * @param page counted from 0; one more is read than is shown, to know whether there is a next page
     */
    List<Listed> events(
            String centre, List<String> words, @Nullable String kind, @Nullable String status, int page, Instant now) {
        return rows.read(
                """
                select e.id, e.kind, e.status, e.title, d.next, d.ahead, d.planned
                from event e
                cross join lateral (
                    select min(s.starts_at) filter (where s.ends_at > ?) as next,
                           cast(count(*) filter (where s.ends_at > ?) as integer) as ahead,
                           cast(count(*) as integer) as planned
                    from session s where s.event_id = e.id and s.status = 'scheduled') d
                where e.centre_id = ?
                  and (cast(? as text) is null or e.kind = ?) and (cast(? as text) is null or e.status = ?)
                  and (select coalesce(bool_and(e.searched like
                          '%' || regexp_replace(folded(w), '([\\\\%_])', '\\\\\\1', 'g') || '%'), true)
                       from unnest(?) as w)
                order by d.next nulls last, e.id desc
                limit ? offset ?""",
                row -> new Listed(
                        uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("status"),
                        texts.text(row, "title"),
                        Rows.instantOrNull(row, "next"),
                        row.getInt("ahead"),
                        row.getInt("planned")),
                now,
                now,
                centre,
                kind,
                kind,
                status,
                status,
                words.toArray(String[]::new),
                PAGE + 1,
                page * PAGE);
    }

    /** The sessions of an event in their order; of many the last. */
    List<Date> sessions(UUID event, @Nullable UUID course) {
        return rows.read(
                """
                select * from (
                    select s.id, s.starts_at, s.ends_at, s.zone, coalesce(sp.name, s.venue -> 'name') as place, s.status,
                           p.capacity, p.taken, s.series_id, s.course_id
                    from session s join places p on p.opportunity_id = s.id left join space sp on sp.id = s.space_id
                    where s.event_id = ? and (cast(? as uuid) is null or s.course_id = ?)
                    order by s.starts_at desc, s.id limit ?) latest
                order by starts_at, id""",
                row -> new Date(
                        uuid(row, "id"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("zone"),
                        texts.nullable(row, "place"),
                        row.getString("status").equals("cancelled"),
                        row.getInt("capacity"),
                        row.getInt("taken"),
                        row.getObject("series_id", UUID.class),
                        row.getObject("course_id", UUID.class)),
                event,
                course,
                course,
                MOST);
    }

    /** The series of an event, the newest last. */
    List<Repeated> series(UUID event, Instant now) {
        return rows.read(
                """
                select r.id, r.rule, r.status, coalesce(sp.name, r.venue -> 'name') as place, d.ahead, d.next, r.course_id
                from series r left join space sp on sp.id = r.space_id
                cross join lateral (
                    select cast(count(*) as integer) as ahead, min(s.starts_at) as next from session s
                    where s.series_id = r.id and s.status = 'scheduled' and s.ends_at > ?) d
                where r.event_id = ? order by r.id limit ?""",
                row -> new Repeated(
                        uuid(row, "id"),
                        row.getString("rule"),
                        row.getString("status").equals("cancelled"),
                        texts.nullable(row, "place"),
                        row.getInt("ahead"),
                        Rows.instantOrNull(row, "next"),
                        row.getObject("course_id", UUID.class)),
                now,
                event,
                MOST);
    }

    /** The courses of an event, the newest last. */
    List<Taught> courses(UUID event, Instant now) {
        return rows.read(
                """
                select c.id, c.status, c.capacity, p.taken, d.lessons, d.next
                from course c join places p on p.opportunity_id = c.id
                cross join lateral (
                    select cast(count(*) as integer) as lessons, min(s.starts_at) filter (where s.ends_at > ?) as next
                    from session s where s.course_id = c.id and s.status = 'scheduled') d
                where c.event_id = ? order by c.id limit ?""",
                row -> new Taught(
                        uuid(row, "id"),
                        row.getString("status").equals("cancelled"),
                        row.getInt("capacity"),
                        row.getInt("taken"),
                        row.getInt("lessons"),
                        Rows.instantOrNull(row, "next")),
                now,
                event,
                MOST);
    }

    /** How many people the end of a course would reach: the places of enrolments, of bookings of its lessons, and of who waits. */
    int reachedBy(UUID course, Instant now) {
        return rows.read("""
                        with ahead as (
                            select cast(? as uuid) as id
                            union all select id from session where course_id = ? and status = 'scheduled' and ends_at > ?)
                        select cast((select coalesce(sum(b.places), 0) from booking b join ahead on ahead.id = b.opportunity_id
                                     where b.status = 'confirmed')
                                  + (select coalesce(sum(w.places), 0) from waiting_list_entry w join ahead on ahead.id = w.opportunity_id
                                     where w.status in ('waiting', 'offered')) as integer) as reached""", row -> row.getInt("reached"), course, course, now).get(0);
    }

    /** How many people those sessions reach: the places that are booked in them, and of who waits. */
    int peopleOf(List<UUID> sessions) {
        return rows.read("""
                        with named as (select cast(id as uuid) as id from unnest(?) as id)
                        select cast((select coalesce(sum(b.places), 0) from booking b join named on named.id = b.opportunity_id
                                     where b.status = 'confirmed')
                                  + (select coalesce(sum(w.places), 0) from waiting_list_entry w join named on named.id = w.opportunity_id
                                     where w.status in ('waiting', 'offered')) as integer) as people""", row -> row.getInt("people"), (Object)
                        sessions.stream().map(UUID::toString).toArray(String[]::new))
                .get(0);
    }

    /** What the desk of a centre may put events into: announced programmes and its own; newest first. */
    List<Umbrella> programmes(String centre, boolean isNetwork, @Nullable UUID also) {
        return programmes(
                "p.status <> 'cancelled' and (p.announced_at is not null or p.centre_id = ?"
                        + " or (cast(? as boolean) and p.centre_id is null)) or p.id = ?",
                centre,
                isNetwork,
                also);
    }

    /** Those that the centre, and for an administrator the network, answers for, and all that are announced. */
    List<Umbrella> programmesSeen(String centre, boolean isNetwork) {
        return programmes(
                "p.announced_at is not null or p.centre_id = ? or (cast(? as boolean) and p.centre_id is null)",
                centre,
                isNetwork);
    }

    /** The parts of a programme. */
    List<Umbrella> parts(UUID programme, String centre, boolean isNetwork) {
        return programmes(
                "p.parent_id = ? and (p.announced_at is not null or p.centre_id = ?"
                        + " or (cast(? as boolean) and p.centre_id is null))",
                programme,
                centre,
                isNetwork);
    }

    Optional<Umbrella> programme(UUID id) {
        return programmes("p.id = ?", id).stream().findFirst();
    }

    private List<Umbrella> programmes(String which, @Nullable Object... values) {
        return rows.read(
                "select p.id, p.kind, p.status, coalesce(c.city, c.name) as centre, p.title, p.starts_on, p.ends_on, p.parent_id"
                        + " from programme p left join centre c on c.id = p.centre_id where " + which
                        + " order by p.starts_on desc, p.id limit " + MOST,
                row -> new Umbrella(
                        uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("status"),
                        texts.nullable(row, "centre"),
                        texts.text(row, "title"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("parent_id", UUID.class)),
                values);
    }

    /** The events in a programme that the desk of that centre may know of. */
    List<Listed> eventsOf(UUID programme, String centre) {
        return rows.read(
                "select id, kind, status, title from event where programme_id = ?"
                        + " and (announced_at is not null or centre_id = ?) order by id desc limit " + MOST,
                row -> new Listed(
                        uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("status"),
                        texts.text(row, "title"),
                        null,
                        0,
                        0),
                programme,
                centre);
    }

    /** How the event took place the last time; as most do where it never has. */
    SeriesForm.Usual usual(UUID event) {
        return rows
                .read(
                        """
                        select cast(starts_at at time zone zone as time) as begins,
                               cast(extract(epoch from ends_at - starts_at) / 60 as integer) as minutes, space_id
                        from session where event_id = ? and status = 'scheduled' and ends_at - starts_at < interval '1 day'
                        order by starts_at desc, id limit 1""",
                        row -> new SeriesForm.Usual(
                                row.getObject("begins", LocalTime.class), row.getInt("minutes"), uuid(row, "space_id")),
                        event)
                .stream()
                .findFirst()
                .orElse(SeriesForm.Usual.UNKNOWN);
    }

    /** The events of a centre that stand in no programme and take place, the newest first. */
    List<Listed> eventsWithoutProgramme(String centre) {
        return rows.read(
                "select id, kind, status, title from event where centre_id = ? and programme_id is null"
                        + " and status <> 'cancelled' order by id desc limit " + MOST,
                row -> new Listed(
                        uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("status"),
                        texts.text(row, "title"),
                        null,
                        0,
                        0),
                centre);
    }

    /** The spaces of a centre, the largest first. */
    List<Hall> halls(String centre) {
        return rows.read(
                "select id, name, capacity from space where centre_id = ? and not withdrawn order by capacity desc, id",
                row -> new Hall(uuid(row, "id"), texts.text(row, "name"), row.getInt("capacity")),
                centre);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
