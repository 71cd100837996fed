package org.goldenbridge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        data = new DataFolder(folder);
        data.create();
        postgres = onPort(Ports.free(1).of(Ports.POSTGRES));
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static LocalPostgres onPort(int port) {
        return new LocalPostgres(data, new Secrets(data.secrets()), port);
    }

    @Test
    void aRoleOwnsItsSchemaAndFindsTheExtensions() throws SQLException {
        run(
                "event",
                "create table stay (room int, during tstzrange, exclude using gist (room with =, during with &&))");
        assertEquals("true", answer("event", "select (similarity('қобыз', 'қобызшы') > 0.3)::text"));
        assertEquals("Ecole", answer("event", "select unaccent('École')"));
    }

    @Test
    void aRoleCannotSeeAnothersSchema() throws SQLException {
        run("centre", "create table secret_room (id int)");
        assertRefused("event", "select * from centre.secret_room");
        assertRefused("event", "create table centre.intruder (id int)");
        assertRefused("keycloak", "select * from centre.secret_room");
        assertEquals("0", answer("centre", "select count(*) from secret_room"));
    }

    @Test
    void nobodyCreatesInPublicOrASchemaOfTheirOwn() {
        for (var role : PostgresSetUp.ROLES) {
            assertRefused(role, "create table public.stray (id int)");
            assertRefused(role, "create schema stray");
        }
    }

    @Test
    void aPasswordIsNeeded() {
        for (var role : new String[] {"event", "postgres"}) {
            var url = postgres.jdbcUrl("event");
            var refusal = assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(url, role, "guess").close());
            assertEquals("28P01", refusal.getSQLState());
        }
    }

    @Test
    void writesAreDurableAndTextIsUnderstood() throws SQLException {
        assertEquals("on", answer("postgres", "show fsync"));
        assertEquals("on", answer("postgres", "show synchronous_commit"));
        assertEquals("i", answer("postgres", "select datlocprovider from pg_database where datname = 'goldenbridge'"));
    }

    @Test
    void whatWasCommittedSurvivesAKill() throws SQLException {
        run("catalogue", "create table shelf (book text)");
        run("catalogue", "insert into shelf values ('Абай жолы')");
        postgres.kill();
        postgres.start();
        assertEquals("Абай жолы", answer("catalogue", "select book from shelf"));
    }

    @Test
    void aServerThatOutlivedItsNetworkIsReplaced() throws SQLException {
        run("keycloak", "create table door (name text)");
        var before = answer("keycloak", "select pg_postmaster_start_time()::text");
        onPort(postgres.port()).endLeftOver();
        assertFalse(postgres.isRunning());
        postgres.start();
        assertTrue(before.compareTo(answer("keycloak", "select pg_postmaster_start_time()::text")) < 0);
        assertEquals("0", answer("keycloak", "select count(*) from door"));
    }

    @Test
    void onlyTheOwnerReadsThePasswords() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())));
        assertEquals(new Secrets(data.secrets()).of("postgres.event"), postgres.password("event"));
    }

    private static void assertRefused(String role, String sql) {
        var refusal = assertThrows(SQLException.class, () -> run(role, sql));
        assertEquals(INSUFFICIENT_PRIVILEGE, refusal.getSQLState(), refusal.getMessage());
    }

    private static void run(String role, String sql) throws SQLException {
        try (var connection = postgres.connect(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(String role, String sql) throws SQLException {
        try (var connection = postgres.connect(role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
