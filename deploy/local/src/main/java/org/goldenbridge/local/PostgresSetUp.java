package org.goldenbridge.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The database of a new cluster: extensions for all, and for each service a role and a schema of its own. */
final class PostgresSetUp {

    static final List<String> ROLES = List.of("centre", "event", "catalogue", "keycloak");

    /** Who may connect how, once the passwords are set: everybody with a password, from this machine only. */
    static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    private PostgresSetUp() {}

    static void run(LocalPostgres postgres) throws SQLException {
        var maintenance = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
        try (var connection = superuser(maintenance, postgres)) {
            execute(connection, "alter role postgres password '%s'".formatted(postgres.password("postgres")));
            execute(connection, "create database " + LocalPostgres.DATABASE);
            for (var database : List.of(LocalPostgres.DATABASE, "postgres", "template1")) {
                execute(connection, "revoke all on database " + database + " from public");
            }
        }
        try (var connection = superuser(postgres.jdbcUrl(), postgres)) {
            execute(connection, "revoke all on schema public from public");
            execute(connection, "create schema extensions");
            execute(connection, "grant usage on schema extensions to public");
            for (var extension : List.of("btree_gist", "pg_trgm", "unaccent", "pgcrypto")) {
                execute(connection, "create extension " + extension + " schema extensions");
            }
            for (var role : ROLES) {
                execute(connection, "create role %s login password '%s'".formatted(role, postgres.password(role)));
                execute(connection, "grant connect on database %s to %s".formatted(LocalPostgres.DATABASE, role));
                execute(connection, "create schema %s authorization %s".formatted(role, role));
                execute(connection, "alter role %s set search_path = %s, extensions".formatted(role, role));
            }
        }
    }

    private static Connection superuser(String url, LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(url, LocalPostgres.SUPERUSER, postgres.password(LocalPostgres.SUPERUSER));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
