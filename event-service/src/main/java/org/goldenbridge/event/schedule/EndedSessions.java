package org.goldenbridge.event.schedule;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.goldenbridge.platform.outbox.RelayAlarm;

/**
 * Takes out of the feeds what ended long ago: each session becomes a tombstone, by the same way as every change, so that it gets a
 * number. Two instances that do it at once leave the same tombstone twice, which is one.
 */
@Singleton
class EndedSessions {
    private static final String LEAVE = """
            insert into outbox (feed_items)
            select jsonb_build_array(jsonb_build_object('feed', f.feed, 'item', f.item, 'deleted', true))
            from feed_item f join session s on s.id = cast(f.item as uuid)
            where f.feed in ('sessions', 'availability') and not f.deleted and s.ends_at < now() - %s
            order by f.number limit 10000""".formatted(ScheduleFeeds.SHOWN);

    private final AgroalDataSource database;
    private final RelayAlarm relay;

    EndedSessions(AgroalDataSource database, RelayAlarm relay) {
        this.database = database;
        this.relay = relay;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void leaveFeeds() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (statement.executeUpdate(LEAVE) > 0) {
                relay.ring();
            }
        }
    }
}
