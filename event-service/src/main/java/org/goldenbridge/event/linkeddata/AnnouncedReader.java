package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.centre.Access;
import org.goldenbridge.event.programme.ProgrammeKind;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Reads events and programmes that are announced, and which sessions of theirs are still to come. */
@Singleton
class AnnouncedReader {
    private static final String SHOWN = """
            x.title, x.description, x.status = 'cancelled' as cancelled, x.centre_id, c.name as centre_name, c.city, c.country,
            c.address, c.postal_code, c.latitude, c.longitude, c.access, parent.id as parent_id, parent.title as parent_title
            """;

    private static final String EVENT = "select null as kind, null as starts_on, null as ends_on, " + SHOWN + """
            from event x join centre c on c.id = x.centre_id
            left join programme parent on parent.id = x.programme_id and parent.announced_at is not null
            where x.id = ? and x.announced_at is not null""";

    private static final String PROGRAMME = "select x.kind, x.starts_on, x.ends_on, " + SHOWN + """
            from programme x left join centre c on c.id = x.centre_id
            left join programme parent on parent.id = x.parent_id and parent.announced_at is not null
            where x.id = ? and x.announced_at is not null""";

    private static final String CENTRE = """
            select c.id as centre_id, c.name as centre_name, c.city, c.country, c.address, c.postal_code, c.latitude, c.longitude,
                   c.access from centre c where c.id = ?""";

    private static final String SPACE = """
            select c.id as centre_id, c.name as centre_name, c.city, c.country, c.address, c.postal_code, c.latitude, c.longitude,
                   c.access, s.id, s.name from space s join centre c on c.id = s.centre_id where s.id = ?""";

    private static final String OF_EVENT = """
            select id from session where event_id = ? and ends_at > ? order by starts_at, id limit ?""";

    private static final String UNDER_PROGRAMME = """
            with recursive tree (id) as (
                select p.id from programme p where p.id = ? and p.announced_at is not null
                union all
                select p.id from programme p join tree on p.parent_id = tree.id and p.announced_at is not null)
            select s.id from session s join event e on e.id = s.event_id and e.announced_at is not null
            where e.programme_id in (select id from tree) and s.ends_at > ? order by s.starts_at, s.id limit ?""";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    AnnouncedReader(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Announced> event(UUID id) throws SQLException {
        return one(EVENT, id);
    }

    Optional<Announced> programme(UUID id) throws SQLException {
        return one(PROGRAMME, id);
    }

    /** A centre, also one that has closed for good: what took place there still names it. */
    Optional<ScheduleEntry.AtCentre> centre(String id) throws SQLException {
        return read(CENTRE, id, this::centre);
    }

    Optional<Room> space(UUID id) throws SQLException {
        return read(SPACE, id, row -> new Room(new ScheduleEntry.InSpace(id, required(row, "name")), centre(row)));
    }

    /** A space of a centre. */
    record Room(ScheduleEntry.InSpace space, ScheduleEntry.AtCentre centre) {}

    /** Makes something of a row. */
    @FunctionalInterface
    private interface Making<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> read(String sql, Object id, Making<T> making) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(making.of(row)) : Optional.empty();
            }
        }
    }

    List<UUID> sessionsOf(UUID event, Instant now, int most) throws SQLException {
        return sessions(OF_EVENT, event, now, most);
    }

    List<UUID> sessionsUnder(UUID programme, Instant now, int most) throws SQLException {
        return sessions(UNDER_PROGRAMME, programme, now, most);
    }

    private List<UUID> sessions(String sql, UUID of, Instant now, int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, of);
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            query.setInt(3, most);
            try (var row = query.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private Optional<Announced> one(String sql, UUID id) throws SQLException {
        return read(sql, id, row -> announced(id, row));
    }

    private Announced announced(UUID id, ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var parent = row.getObject("parent_id", UUID.class);
        return new Announced(
                id,
                kind == null ? null : Words.parameter(ProgrammeKind.class, kind, "kind"),
                required(row, "title"),
                text(row, "description"),
                row.getBoolean("cancelled"),
                row.getString("centre_id") == null ? null : centre(row),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                parent == null ? null : new ScheduleEntry.UnderProgramme(parent, required(row, "parent_title")));
    }

    private @Nullable Access access(ResultSet row) throws SQLException {
        return column(row, "access", Access.class);
    }

    private ScheduleEntry.AtCentre centre(ResultSet row) throws SQLException {
        return new ScheduleEntry.AtCentre(
                row.getString("centre_id"),
                required(row, "centre_name"),
                text(row, "city"),
                row.getString("country"),
                text(row, "address"),
                row.getString("postal_code"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                access(row));
    }

    private LocalizedText required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(text(row, column));
    }

    private @Nullable LocalizedText text(ResultSet row, String column) throws SQLException {
        return column(row, column, LocalizedText.class);
    }

    private <T> @Nullable T column(ResultSet row, String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote ourselves in " + column + " can be read", e);
        }
    }
}
