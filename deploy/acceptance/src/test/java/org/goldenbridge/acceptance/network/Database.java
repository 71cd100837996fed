package org.goldenbridge.acceptance.network;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenbridge.local.LocalPostgres;

/** The network's database as its superuser sees it: every schema. */
public final class Database {
    private final LocalPostgres postgres;
    private Connection shared;

    public Database(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    public Connection connect() {
        try {
            return postgres.connect(LocalPostgres.SUPERUSER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection for all questions, for to open one costs more than most of them; another one after a restart. */
    private Connection shared() throws SQLException {
        if (shared == null || !shared.isValid(1)) {
            shared = connect();
        }
        return shared;
    }

    /** The rows of a question, each by the names of its columns. */
    public synchronized List<Map<String, Object>> rows(String sql, Object... values) {
        try (var statement = prepare(shared(), sql, values);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<Map<String, Object>>();
            var columns = rows.getMetaData();
            while (rows.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (var column = 1; column <= columns.getColumnCount(); column++) {
                    row.put(columns.getColumnLabel(column), rows.getObject(column));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one number that a question has as its answer. */
    public long number(String sql, Object... values) {
        return ((Number) rows(sql, values).get(0).values().iterator().next()).longValue();
    }

    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** All tables of the services, as schema.table. */
    public List<String> tables(String... schemas) {
        return rows(
                        "select format('%I.%I', schemaname, tablename) as name from pg_tables"
                                + " where schemaname = any(?) order by 1",
                        (Object) schemas)
                .stream()
                .map(row -> row.get("name").toString())
                .toList();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1, values[i] instanceof String[] texts ? connection.createArrayOf("text", texts) : values[i]);
        }
        return statement;
    }
}
