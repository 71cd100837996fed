package org.goldenbridge.event.desk;

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
import org.goldenbridge.event.page.UnreadablePage;

/** Reads the rows that a question of the desk finds. */
@Singleton
class Rows {
    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** What a row becomes. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param values of the question's parameters, in their order */
    <T> List<T> read(String sql, Reading<T> reading, Object... values) {
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

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void fill(PreparedStatement query, Object... values) throws SQLException {
        for (var nth = 0; nth < values.length; nth++) {
            query.setObject(
                    nth + 1, values[nth] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[nth]);
        }
    }
}
