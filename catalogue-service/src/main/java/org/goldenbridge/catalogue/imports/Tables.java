package org.goldenbridge.catalogue.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL, in the caller's transaction if there is one: imports move thousands of rows at a time, which entities would
 * have to carry one by one.
 */
@Singleton
class Tables {
    private final AgroalDataSource database;

    Tables(AgroalDataSource database) {
        this.database = database;
    }

    /** Sets the parameters of a statement. */
    interface Binder {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Reads a row of what was found. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The parameters of a statement, in their order. */
    static final class Parameters {
        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Parameters add(@Nullable Object value) throws SQLException {
            statement.setObject(next++, value);
            return this;
        }

        /** One column of many rows, as an array. */
        <T> Parameters column(String type, Collection<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, rows.stream().map(value).toArray()));
            return this;
        }
    }

    /** How many rows the statement wrote. */
    int update(String sql, Binder binder) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(new Parameters(connection, statement));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }

    /** What the question finds, in its order. */
    <T> List<T> list(String sql, Binder binder, Reader<T> reader) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(new Parameters(connection, statement));
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new StoreFault(e);
        }
    }
}
