package org.goldenbridge.platform.housekeeping;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Deletes what only had to be remembered for a while. */
@Singleton
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final List<String> DELETIONS = List.of(
            // far longer than Kafka could redeliver; behind it the aggregate's version still decides
            "delete from inbox where received_at < now() - interval '30 days'",
            "delete from idempotency_key where recorded_at < now() - interval '7 days'");

    /** A reader who was away for longer is told to begin again; until where, is kept. */
    private static final String TOMBSTONES = """
            with gone as (
                delete from feed_item where deleted and stamp < now() - interval '90 days' returning feed, number
            )
            insert into forgotten_tombstone as f (feed, number) select feed, max(number) from gone group by feed
            on conflict (feed) do update set number = greatest(f.number, excluded.number)""";

    /** Asked by time is only what keeps its tombstones: OAI-PMH, of the catalogue. */
    private static final String SECONDS = "delete from numbered_second where second < now() - interval '1 day'";

    private final AgroalDataSource database;
    private final boolean keepsTombstones;

    /** @param keepsTombstones whether what is gone from a feed is shown as gone for ever, not only for 90 days */
    Housekeeping(
            AgroalDataSource database,
            @ConfigProperty(name = "goldenbridge.keeps-tombstones", defaultValue = "false") boolean keepsTombstones) {
        this.database = database;
        this.keepsTombstones = keepsTombstones;
    }

    @Scheduled(every = "1h", delayed = "15m")
    void tidy() throws SQLException {
        try (var connection = database.getConnection()) {
            tidy(connection, keepsTombstones);
        }
    }

    /** One that fails is logged and comes again; the others are done. */
    static void tidy(Connection connection, boolean keepsTombstones) {
        DELETIONS.forEach(deletion -> tidy(connection, deletion));
        if (!keepsTombstones) {
            tidy(connection, TOMBSTONES);
            tidy(connection, SECONDS);
        }
    }

    private static void tidy(Connection connection, String deletion) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(deletion);
        } catch (SQLException e) {
            LOG.warnf("Not tidied, and tried again in an hour: %s", e.getMessage());
        }
    }
}
