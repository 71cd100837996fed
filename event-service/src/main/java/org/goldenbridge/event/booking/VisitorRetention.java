package org.goldenbridge.event.booking;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes personal data after their end, and the rows of growing tables after theirs. Bookings, attendance and counts stay, without
 * the person.
 */
@Singleton
class VisitorRetention {
    private static final Logger LOG = Logger.getLogger(VisitorRetention.class);
    private static final int AT_ONCE = 500;

    /** A visitor with places in what was moved to later is kept for as long as that says. */
    private static final String FORGET = """
            update visitor set name = '–', contact = '---', language = 'und', contact_key = null, name_key = null,
                name_sounds = '{}', forgotten_at = ?
            where id in (
                select v.id from visitor v
                where v.keep_until < ? and v.forgotten_at is null
                  and not exists (
                      select from booking b join opportunity_terms t on t.id = b.opportunity_id
                      where b.visitor_id = v.id and b.status = 'confirmed' and t.ends_at > cast(? as timestamptz) - interval '1 year')
                  and not exists (
                      select from waiting_list_entry e
                      where e.visitor_id = v.id and e.status in ('waiting', 'offered'))
                order by v.keep_until limit %d for update skip locked)""".formatted(AT_ONCE);

    private static final List<String> ENDS = List.of(
            "update hold set note = null where note is not null and expires_at < cast(? as timestamptz) - interval '1 year'",
            "delete from notice where created_at < cast(? as timestamptz) - interval '1 year'",
            "delete from overtaking where at < cast(? as timestamptz) - interval '3 years'",
            "delete from audit where at < cast(? as timestamptz) - interval '3 years'");

    private final AgroalDataSource database;
    private final Clock clock;

    VisitorRetention(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void end() throws SQLException {
        end(clock.instant());
    }

    /** Each in a transaction of its own: one that fails is logged and comes again, and the others are done. */
    void end(Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int forgotten = AT_ONCE;
                while (forgotten == AT_ONCE) {
                    forgotten = run(connection, FORGET, now);
                }
                for (var end : ENDS) {
                    run(connection, end, now);
                }
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static int run(Connection connection, String sql, Instant now) throws SQLException {
        try (var setting = connection.prepareStatement("select set_config('goldenbridge.retention', 'on', true)");
                var statement = connection.prepareStatement(sql)) {
            setting.execute();
            var at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
            for (var nth = 1; nth <= statement.getParameterMetaData().getParameterCount(); nth++) {
                statement.setObject(nth, at);
            }
            int rows = statement.executeUpdate();
            connection.commit();
            return rows;
        } catch (SQLException e) {
            connection.rollback();
            LOG.warnf("Not ended, and tried again in an hour: %s", e.getSQLState());
            return 0;
        }
    }
}
