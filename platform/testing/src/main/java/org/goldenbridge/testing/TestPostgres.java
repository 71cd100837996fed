package org.goldenbridge.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL of its own for the tests of a service, with the extensions, a role and a schema as deployed. */
public final class TestPostgres {
    private static EmbeddedPostgres server;
    private static Connection queries;

    private TestPostgres() {}

    /** Starts it with one service's role and schema, and tells the service's settings. */
    public static synchronized Map<String, String> start(String schema) {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "120")
                    // Nobody restarts this server: what is written for that is left out.
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "und")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema extensions");
            for (var extension : new String[] {"btree_gist", "pg_trgm", "unaccent", "pgcrypto"}) {
                statement.execute("create extension " + extension + " schema extensions");
            }
            statement.execute("create role " + schema + " login password 'test'");
            statement.execute("grant usage on schema extensions to " + schema);
            statement.execute("create schema " + schema + " authorization " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var url = url(schema);
        System.setProperty("goldenbridge.test.jdbc-url", url);
        System.setProperty("goldenbridge.test.jdbc-user", schema);
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", schema,
                "quarkus.datasource.password", "test");
    }

    private static String url(String schema) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?currentSchema=" + schema + ",extensions";
    }

    /** A connection as the service has them, for a test to look at what was written. */
    public static Connection connect() throws SQLException {
        return java.sql.DriverManager.getConnection(
                System.getProperty("goldenbridge.test.jdbc-url"),
                System.getProperty("goldenbridge.test.jdbc-user"),
                "test");
    }

    /** How many rows a query finds. */
    public static long count(String sql) {
        return Long.parseLong(value("select count(*) from (" + sql + ") as found"));
    }

    /**
     * The first column of the first row that a query finds, as text; null when it finds none. All queries go over one
     * connection: to open one costs more than most of them.
     */
    public static synchronized String value(String sql) {
        try {
            if (queries == null || queries.isClosed()) {
                queries = connect();
            }
            try (var statement = queries.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it, when it runs. */
    public static synchronized void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                server = null;
            }
        }
    }
}
