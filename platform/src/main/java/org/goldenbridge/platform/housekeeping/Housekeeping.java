package org.goldenbridge.platform.housekeeping;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Deletes what only had to be remembered for a while. */
@Singleton
class Housekeeping {
    private static final List<String> DELETIONS = List.of(
            // far longer than Kafka could redeliver; behind it the aggregate's version still decides
            "delete from inbox where received_at < now() - interval '30 days'",
            "delete from idempotency_key where recorded_at < now() - interval '7 days'",
            "delete from feed_item where deleted and stamp < now() - interval '90 days'");

    private final AgroalDataSource database;

    Housekeeping(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "15m")
    void tidy() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var deletion : DELETIONS) {
                statement.executeUpdate(deletion);
            }
        }
    }
}
