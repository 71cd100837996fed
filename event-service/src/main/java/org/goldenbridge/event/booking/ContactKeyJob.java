package org.goldenbridge.event.booking;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of contacts that SQL alone has made: what was stored before there were keys, and what the previous release still
 * stores. Visitors that turn out to be known twice are marked and reported, and never merged.
 */
@Singleton
class ContactKeyJob {
    private static final Logger LOG = Logger.getLogger(ContactKeyJob.class);
    private static final int AT_ONCE = 500;

    private static final String TO_DO = """
            select v.id, v.contact, c.country from visitor v join centre c on c.id = v.centre_id
            where v.keyed_by = 0 and v.forgotten_at is null and v.id > ? order by v.id limit\s""" + AT_ONCE;

    private static final String KEY = """
            update visitor v set contact_key = k.key, name_key = name_key(v.name), keyed_by = 1,
                duplicate_of = coalesce(v.duplicate_of, (
                    select d.id from visitor d
                    where d.centre_id = v.centre_id and d.contact_key = k.key and d.name_key = name_key(v.name)
                      and d.duplicate_of is null and d.id <> v.id))
            from (select cast(? as uuid) as id, cast(? as text) as key) as k where v.id = k.id and v.keyed_by = 0""";

    private final AgroalDataSource database;

    ContactKeyJob(AgroalDataSource database) {
        this.database = database;
    }

    private record Stored(UUID id, String contact, @Nullable String country) {
        String key() {
            return ContactKey.of(contact, country == null ? ContactKey.NO_COUNTRY : country);
        }
    }

    @Scheduled(every = "1h", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeKeys() throws SQLException {
        try (var connection = database.getConnection()) {
            var last = new UUID(0, 0);
            var some = read(connection, last);
            while (!some.isEmpty()) {
                some.forEach(one -> write(connection, one));
                last = some.get(some.size() - 1).id();
                some = read(connection, last);
            }
            report(connection);
        }
    }

    private static List<Stored> read(Connection connection, UUID behind) throws SQLException {
        try (var query = connection.prepareStatement(TO_DO)) {
            query.setObject(1, behind);
            var some = new ArrayList<Stored>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    some.add(new Stored(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
                }
            }
            return some;
        }
    }

    /** One that fails, because a booking has just made the same key, comes again in an hour. */
    private static void write(Connection connection, Stored one) {
        try (var update = connection.prepareStatement(KEY)) {
            update.setObject(1, one.id());
            update.setString(2, one.key());
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("The key of visitor %s was not made: %s", one.id(), e.getSQLState());
        }
    }

    private static void report(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select count(*) from duplicate_visitor");
                var row = query.executeQuery()) {
            if (row.next() && row.getLong(1) > 0) {
                LOG.infof("%d visitors are known more than once: see the view duplicate_visitor", row.getLong(1));
            }
        }
    }
}
