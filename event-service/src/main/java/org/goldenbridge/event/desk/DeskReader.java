package org.goldenbridge.event.desk;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.event.page.UnreadablePage;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.words.Words;

/** Reads what the desk looks at. Each question is one statement, whatever the schedule holds besides. */
@Singleton
class DeskReader {
    /** It could not claim its space again, or a closure came over it that nobody has overridden. */
    private static final String CLASHES = """
            (s.clashing or (s.hours_override is null and s.space_id is not null and exists (
                select from jsonb_to_recordset(c.closures) as closure ("spaceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
                where (closure."spaceId" is null or closure."spaceId" = s.space_id)
                  and closure."startsAt" < s.ends_at and closure."endsAt" > s.starts_at)))""";

    private static final String SLOTS = """
            select s.id, s.centre_id, s.event_id, e.kind, e.title, s.starts_at, s.ends_at, s.zone, s.space_id,
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

    private static final String NEEDS = """
            select 'CLASH' as what, s.id as session, e.title, s.starts_at as at, 0 as missing
            from session s join event e on e.id = s.event_id join centre c on c.id = s.centre_id
            where s.centre_id = ? and s.status = 'scheduled' and s.ends_at > ? and\s""" + CLASHES + """
            union all
            select 'SHORTAGE', s.id, e.title, s.starts_at, 0
            from session s join event e on e.id = s.event_id
            where s.centre_id = ? and s.short_of_equipment and s.status = 'scheduled' and s.ends_at > ?
            union all
            select 'OFFER', s.id, e.title, o.expires_at, 0
            from offer o
            join lateral (
                select s.id, s.event_id, s.centre_id from session s
                where (s.id = o.opportunity_id or s.course_id = o.opportunity_id) and s.status = 'scheduled'
                order by s.starts_at, s.id limit 1) s on true
            join event e on e.id = s.event_id
            where s.centre_id = ? and o.status = 'open' and o.expires_at between ? and cast(? as timestamptz) + interval '1 day'
            union all
            select 'BELOW_MINIMUM', first.id, e.title, first.starts_at, c.minimum - p.taken
            from course c
            join event e on e.id = c.event_id
            join places p on p.opportunity_id = c.id
            join lateral (
                select s.id, s.starts_at from session s
                where s.course_id = c.id and s.status = 'scheduled' order by s.starts_at, s.id limit 1) first on true
            where c.centre_id = ? and c.status = 'scheduled' and p.taken < c.minimum
              and first.starts_at between ? and cast(? as timestamptz) + interval '14 days'
            order by at, session""";

    private final AgroalDataSource database;
    private final TextColumns texts;

    DeskReader(AgroalDataSource database, TextColumns texts) {
        this.database = database;
        this.texts = texts;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What happens at the centre in that time, in the order in which it begins; what was cancelled is there too. */
    List<Slot> slots(String centre, Instant from, Instant to) {
        return read(SLOTS + DURING, this::slot, centre, to, from, from);
    }

    /** The session of that id. */
    Optional<Slot> slot(UUID session) {
        return read(SLOTS + "s.id = ?", this::slot, session).stream().findFirst();
    }

    /** The spaces of the centre, by their names' order in the house: the largest first. */
    List<Room> rooms(String centre) {
        return read("""
                select id, name, capacity, cells from space where centre_id = ? and not withdrawn
                order by capacity desc, id""", this::room, centre);
    }

    /** What needs a hand at the centre, what is next first. */
    List<Need> needs(String centre, Instant now) {
        return read(NEEDS, this::need, centre, now, centre, now, centre, now, now, centre, now, now);
    }

    private Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getObject("id", UUID.class),
                row.getString("centre_id"),
                row.getObject("event_id", UUID.class),
                Objects.requireNonNull(Words.parameter(EventKind.class, row.getString("kind"), "kind")),
                texts.text(row, "title"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
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
                instant(row, "at"),
                row.getInt("missing"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> List<T> read(String sql, Row<T> reading, Object... values) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            fill(query, values);
            try (var row = query.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reading.of(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }

    private static void fill(PreparedStatement query, Object... values) throws SQLException {
        for (var nth = 0; nth < values.length; nth++) {
            query.setObject(
                    nth + 1, values[nth] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[nth]);
        }
    }
}
