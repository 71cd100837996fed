package org.goldenbridge.event.places;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.outbox.RelayAlarm;
import org.jboss.logging.Logger;

/**
 * Gives back what has expired where nobody comes by: a hold, an offer, an allocation. Every instance does it; each row is
 * settled under its own lock, where the second one finds nothing due.
 */
@Singleton
class ExpiredPlaces {
    private static final Logger LOG = Logger.getLogger(ExpiredPlaces.class);
    private static final int AT_ONCE = 500;
    private static final String LONGEST_WAIT = "1s";

    private final AgroalDataSource database;
    private final RelayAlarm relay;
    private final Clock clock;

    ExpiredPlaces(AgroalDataSource database, RelayAlarm relay, Clock clock) {
        this.database = database;
        this.relay = relay;
        this.clock = clock;
    }

    @Scheduled(
            every = "{goldenbridge.expiry-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void giveBack() throws SQLException {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection()) {
            var due = due(connection, now);
            var settled = due.stream()
                    .filter(opportunity -> hasSettled(opportunity, now))
                    .count();
            if (settled > 0) {
                relay.ring();
            }
        }
    }

    /** Each in a transaction of its own that waits for no lock for long: one that fails keeps nobody up, and comes again. */
    private boolean hasSettled(UUID opportunity, OffsetDateTime now) {
        try (var connection = database.getConnection();
                var settle = connection.prepareStatement("select set_config('lock_timeout', '" + LONGEST_WAIT
                        + "', true); select settle_due_places(?, ?, null)")) {
            connection.setAutoCommit(false);
            try {
                settle.setObject(1, opportunity);
                settle.setObject(2, now);
                settle.execute();
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.warnf("The places of %s were not settled, and will be tried again: %s", opportunity, e.getSQLState());
            return false;
        }
    }

    private static List<UUID> due(Connection connection, OffsetDateTime now) throws SQLException {
        try (var query = connection.prepareStatement(
                "select opportunity_id from places where next_expiry <= ? order by next_expiry limit " + AT_ONCE)) {
            query.setObject(1, now);
            var due = new ArrayList<UUID>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    due.add(row.getObject(1, UUID.class));
                }
            }
            return due;
        }
    }
}
