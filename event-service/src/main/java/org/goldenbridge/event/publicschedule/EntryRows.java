package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.centre.Access;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a row. */
@Singleton
class EntryRows {
    private final ObjectMapper json;

    EntryRows(ObjectMapper json) {
        this.json = json;
    }

    ScheduleEntry entry(ResultSet row) throws SQLException {
        var cancelled = row.getString("status").equals("cancelled");
        var open = cancelled ? 0 : row.getInt("open");
        var capacity = row.getInt("capacity");
        return new ScheduleEntry(
                id(row, "id"),
                row.getLong("change_number"),
                instant(row, "changed_at"),
                instant(row, "announced_at"),
                row.getInt("sequence"),
                id(row, "event_id"),
                word(EventKind.class, row, "kind"),
                text(row, "title"),
                nullable(row, "description", LocalizedText.class),
                word(Audience.class, row, "audience"),
                row.getString("level") == null ? null : word(Level.class, row, "level"),
                row.getObject("minimum_age", Integer.class),
                row.getObject("maximum_age", Integer.class),
                texts(row, "languages"),
                price(row, "price"),
                cancelled,
                nullable(row, "cancel_reason", LocalizedText.class),
                instants(row, "earlier_starts"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                ZoneId.of(row.getString("zone")),
                new ScheduleEntry.AtCentre(
                        row.getString("centre_id"),
                        text(row, "centre_name"),
                        nullable(row, "city", LocalizedText.class),
                        row.getString("country"),
                        nullable(row, "address", LocalizedText.class),
                        row.getString("postal_code"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class),
                        nullable(row, "access", Access.class)),
                row.getString("space_id") == null
                        ? null
                        : new ScheduleEntry.InSpace(id(row, "space_id"), text(row, "space_name")),
                nullable(row, "venue", Venue.class),
                online(row),
                texts(row, "teachers"),
                Availability.of(open, capacity, row.getInt("waiting")),
                open,
                capacity,
                course(row),
                row.getObject("series_id", UUID.class),
                row.getString("programme_id") == null
                        ? null
                        : new ScheduleEntry.UnderProgramme(id(row, "programme_id"), text(row, "programme_title")),
                row.getString("image_id") == null
                        ? null
                        : new ScheduleEntry.EventImage(
                                id(row, "image_id"),
                                row.getInt("image_width"),
                                row.getInt("image_height"),
                                nullable(row, "image_alt", LocalizedText.class)));
    }

    private static @Nullable Price price(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column + "_amount");
        return amount == null ? null : new Price(amount, row.getString(column + "_currency"));
    }

    private static ScheduleEntry.@Nullable OfCourse course(ResultSet row) throws SQLException {
        if (row.getString("course_id") == null) {
            return null;
        }
        var open = row.getString("course_status").equals("cancelled") ? 0 : row.getInt("course_open");
        return new ScheduleEntry.OfCourse(
                id(row, "course_id"),
                price(row, "course_price"),
                Availability.of(open, row.getInt("course_capacity"), row.getInt("course_waiting")),
                open,
                row.getInt("course_lessons"),
                instant(row, "course_starts_at"),
                instant(row, "course_ends_at"),
                row.getBoolean("course_drop_in"));
    }

    /** The link stays with those who booked, unless the centre has said that it is public. */
    private ScheduleEntry.@Nullable OnlineAt online(ResultSet row) throws SQLException {
        var online = nullable(row, "online", JsonNode.class);
        if (online == null) {
            return null;
        }
        return new ScheduleEntry.OnlineAt(
                online.path("linkForBooked").asBoolean(true)
                        ? null
                        : online.path("link").asText());
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Instant> instants(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(instant -> ((Timestamp) instant).toInstant())
                .toList();
    }

    private static <E extends Enum<E>> E word(Class<E> words, ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Words.parameter(words, row.getString(column), column));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private LocalizedText text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(nullable(row, column, LocalizedText.class));
    }

    private <T> @Nullable T nullable(ResultSet row, String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote ourselves in " + column + " can be read", e);
        }
    }
}
