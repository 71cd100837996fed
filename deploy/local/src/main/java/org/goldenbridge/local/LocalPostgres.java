package org.goldenbridge.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with durable settings, the database {@value #DATABASE}, and for each service a role that owns the schema of
 * the same name and sees no other. Its data survive a restart and a kill.
 */
public final class LocalPostgres implements AutoCloseable {

    public static final String DATABASE = "goldenbridge";
    public static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataFolder data;
    private final Secrets secrets;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private boolean closed;

    LocalPostgres(DataFolder data, Secrets secrets, int port) {
        this.data = data;
        this.secrets = secrets;
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** The address for a role: its schema first, then the extensions. */
    public String jdbcUrl(String schema) {
        return jdbcUrl() + "?currentSchema=" + schema + ",extensions";
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The password of {@code centre}, {@code event}, {@code catalogue}, {@code keycloak} or {@value #SUPERUSER}. */
    public String password(String role) {
        return secrets.of("postgres." + role);
    }

    /** A connection of that role, with its own schema as the current one. */
    public Connection connect(String role) throws SQLException {
        var url = role.equals(SUPERUSER) ? jdbcUrl() : jdbcUrl(role);
        return DriverManager.getConnection(url, role, password(role));
    }

    public Path log() {
        return data.logs().resolve("postgres.log");
    }

    /** Starts the server and waits until it takes connections; makes database, roles and schemas the first time. */
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("PostgreSQL belongs to a closed network");
        }
        endLeftOver();
        release(); // what is left of a server that somebody else killed
        var prepared = data.postgres().resolve("goldenbridge-prepared");
        if (!Files.exists(prepared)) {
            DataFolder.delete(data.postgres()); // a first start that was cut off left half a cluster
        }
        try {
            server = builder().start();
            if (!Files.exists(prepared)) {
                PostgresSetUp.run(this);
                Files.writeString(data.postgres().resolve("pg_hba.conf"), PostgresSetUp.ACCESS);
                reload();
                Files.createFile(prepared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start; its log is " + log(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not be prepared; its log is " + log(), e);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        var output = ProcessBuilder.Redirect.appendTo(log().toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // the network stops its processes in an order of its own
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setConnectConfig("password", password(SUPERUSER))
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // A large import writes gigabytes: with the defaults it would wait for a checkpoint every few seconds.
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("logging_collector", "off");
    }

    private void reload() throws SQLException {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    public synchronized boolean isRunning() {
        return postmaster().isPresent();
    }

    /** Ends all connections and stops, having written everything down. */
    public synchronized void stop() {
        postmaster().ifPresent(LocalPostgres::stopFast);
        release();
    }

    /** Ends the server as a power cut would (SIGKILL). */
    public synchronized void kill() {
        postmaster().ifPresent(postmaster -> {
            var workers = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            ProcessRecord.endsWithin(postmaster, PATIENCE);
            // They notice and end; until then they hold the shared memory that the next start needs.
            workers.forEach(worker -> ProcessRecord.endsWithin(worker, PATIENCE));
        });
        release();
    }

    /** Stops the clock of the server and of all it started (SIGSTOP). */
    public synchronized void pause() {
        postmaster().ifPresent(postmaster -> signalAll(postmaster, "STOP"));
    }

    /** Lets a paused server go on (SIGCONT). */
    public synchronized void resume() {
        postmaster().ifPresent(postmaster -> signalAll(postmaster, "CONT"));
    }

    /** Stops it for good. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    private static void signalAll(ProcessHandle postmaster, String signal) {
        Signals.send(signal, postmaster.pid());
        postmaster.descendants().forEach(worker -> Signals.send(signal, worker.pid()));
    }

    /** The library holds a lock on the folder; its own stop finds the server gone. */
    private void release() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = null;
        }
    }

    /** A server that outlived its network would be taken over with its old settings, so it is stopped. */
    void endLeftOver() {
        postmaster().ifPresent(LocalPostgres::stopFast);
    }

    private static void stopFast(ProcessHandle postmaster) {
        signalAll(postmaster, "CONT");
        Signals.send("INT", postmaster.pid()); // SIGTERM would wait until the last client has gone
        if (!ProcessRecord.endsWithin(postmaster, PATIENCE)) {
            Signals.send("QUIT", postmaster.pid());
            ProcessRecord.endsWithin(postmaster, PATIENCE);
        }
    }

    /** The running server of this folder, by the file that PostgreSQL itself keeps: pid, folder, start in seconds. */
    private Optional<ProcessHandle> postmaster() {
        var file = data.postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            var startedAt = Long.parseLong(lines.get(2).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .command()
                            .filter(command -> command.endsWith("postgres"))
                            .isPresent())
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(instant -> Math.abs(instant.getEpochSecond() - startedAt) <= 3)
                            .isPresent());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty(); // being written or removed at this moment
        }
    }
}
