package org.goldenbridge.event.page;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows that the question of a page finds, without the entities: a page shows, and changes nothing. */
@Singleton
public class Rows {
    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** What a row becomes. */
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * What the rows become, in their order.
     *
     * @param values of the question's parameters, in their order: instants, arrays of texts, and what JDBC takes by itself
     * @throws UnreadablePage when the database cannot be asked
     */
    public <T> List<T> read(String sql, Reading<T> reading, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (var nth = 0; nth < values.length; nth++) {
                set(query, nth + 1, values[nth]);
            }
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

    /** The instant of a column that is never empty. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void set(PreparedStatement query, int nth, @Nullable Object value) throws SQLException {
        if (value instanceof String[] texts) {
            query.setArray(nth, query.getConnection().createArrayOf("text", texts));
        } else {
            query.setObject(nth, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
