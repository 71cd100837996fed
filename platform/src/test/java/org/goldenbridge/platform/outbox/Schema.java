package org.goldenbridge.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.goldenbridge.testing.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** The platform's tables on a real PostgreSQL, started once for these tests. */
public final class Schema {
    private static PGSimpleDataSource source;

    private Schema() {}

    static synchronized DataSource ready() {
        if (source == null) {
            var settings = TestPostgres.start("relay");
            source = new PGSimpleDataSource();
            source.setURL(settings.get("quarkus.datasource.jdbc.url"));
            source.setUser("relay");
            source.setPassword("test");
            Flyway.configure()
                    .dataSource(source)
                    .schemas("relay")
                    .locations("db/platform")
                    .load()
                    .migrate();
            Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::stop));
        }
        return source;
    }

    public static Connection connect() throws SQLException {
        return ready().getConnection();
    }

    public static void empty() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate outbox, feed_item restart identity");
        }
    }

    /** Writes a fact about an item in the connection's own transaction. */
    static void append(Connection connection, String item) throws SQLException {
        append(connection, item, false);
    }

    static void append(Connection connection, String item, boolean deleted) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into outbox (topic, type, key, data, feed_items)
                values ('things', 'org.goldenbridge.thing.changed.v1', ?, jsonb_build_object('id', ?),
                        jsonb_build_array(jsonb_build_object('feed', 'things', 'item', ?, 'deleted', ?)))""")) {
            insert.setString(1, item);
            insert.setString(2, item);
            insert.setString(3, item);
            insert.setBoolean(4, deleted);
            insert.executeUpdate();
        }
    }

    public static long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
