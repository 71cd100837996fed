package org.goldenbridge.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is in the outbox to the change feeds and to Kafka: one relay for each service and database leads, elected
 * by an advisory lock; the others stand by. Numbering and sending are two threads, so that the feeds never wait for
 * Kafka.
 */
@Singleton
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 2_000;
    private static final long POLL_MILLIS = 100;
    private static final long TICK_NANOS = 1_000_000_000L;
    private static final long RETRY_MILLIS = 1_000;
    private static final int NOBODY = 0;

    private final RelayAlarm alarm;
    private final AgroalDataSource database;
    private final Sender sender;
    private final Properties login;
    private final String url;
    private final AtomicBoolean running = new AtomicBoolean(true);
    /** The database backend that holds the lead for this relay; {@value #NOBODY} while it does not lead. */
    private final AtomicInteger leading = new AtomicInteger(NOBODY);

    private final RelayAlarm numbered = new RelayAlarm();
    private @Nullable Thread numbering;
    private @Nullable Thread sending;

    Relay(
            RelayAlarm alarm,
            AgroalDataSource database,
            OutboxProducers producers,
            CloudEventWriter writer,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.alarm = alarm;
        this.database = database;
        this.sender = new Sender(database, producers::open, writer, this::isLeading);
        this.url = url;
        login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "relay");
        login.setProperty("socketTimeout", "30");
        // A paused leader is silent: the database ends its connection and with it the lock, and another one leads.
        login.setProperty("options", "-c idle_session_timeout=10s -c statement_timeout=20s");
    }

    void start(@Observes StartupEvent event) {
        numbering = daemon("relay-number", this::numberWhileRunning);
        sending = daemon("relay-send", this::sendWhileLeading);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running.set(false);
        alarm.ring();
        numbered.ring();
        for (var thread : new Thread[] {numbering, sending}) {
            if (thread != null) {
                thread.join(3_000);
            }
        }
        sender.close();
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    void numberWhileRunning() {
        while (running.get()) {
            try (var connection = connect()) {
                number(new Sequencer(connection));
            } catch (SQLException e) {
                LOG.warnf("The relay lost its database connection and will lead again when it can: %s", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("Numbering failed and begins anew", e);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                leading.set(NOBODY);
            }
        }
    }

    /** Not from the pool: the lock belongs to this connection, and must end with it. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    private void number(Sequencer sequencer) throws SQLException, InterruptedException {
        while (running.get() && !sequencer.lead()) {
            alarm.await(RETRY_MILLIS);
        }
        leading.set(sequencer.backend());
        numbered.ring(); // rows that an earlier leader numbered and did not send
        long lastTick = System.nanoTime() - TICK_NANOS;
        while (running.get()) {
            if (sequencer.isWaiting()) {
                sequencer.number(BATCH);
                numbered.ring();
            } else if (System.nanoTime() - lastTick >= TICK_NANOS) {
                sequencer.number(BATCH); // moves the clock on, so that readers by time see the idle seconds closed
                lastTick = System.nanoTime();
            } else {
                alarm.await(POLL_MILLIS);
            }
        }
    }

    /** Asked on another connection than the one that holds the lead, which may be dead already. */
    private boolean isLeading() throws SQLException {
        int backend = leading.get();
        if (backend == NOBODY) {
            return false;
        }
        try (var connection = database.getConnection()) {
            return Sequencer.leads(connection, backend);
        }
    }

    private void sendWhileLeading() {
        while (running.get()) {
            try {
                if (leading.get() == NOBODY || sender.send(BATCH) == 0) {
                    numbered.await(POLL_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("Facts wait in the outbox until they can be sent: %s", e.getMessage());
                sender.close();
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(running.get() ? RETRY_MILLIS : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
