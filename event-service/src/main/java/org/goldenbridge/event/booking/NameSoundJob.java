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

/**
 * Makes the keys by which visitors are found in another script, soon after they were written down: a booking does not wait for them.
 * Several instances at once make the same keys.
 */
@Singleton
class NameSoundJob {
    private static final Logger LOG = Logger.getLogger(NameSoundJob.class);

    private static final String TO_DO = """
            select id, name from visitor where sounds_by < %d and forgotten_at is null and id > ?
            order by id limit 500""".formatted(NameSounds.RULE);

    /** Not of who was forgotten meanwhile. */
    private static final String WRITE = """
            update visitor set name_sounds = ?, sounds_by = %d
            where id = ? and name = ? and forgotten_at is null""".formatted(NameSounds.RULE);

    private final AgroalDataSource database;

    NameSoundJob(AgroalDataSource database) {
        this.database = database;
    }

    private record Stored(UUID id, String name) {}

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeSounds() throws SQLException {
        try (var connection = database.getConnection()) {
            var some = read(connection, new UUID(0, 0));
            while (!some.isEmpty()) {
                some.forEach(one -> write(connection, one));
                some = read(connection, some.get(some.size() - 1).id());
            }
        }
    }

    private static List<Stored> read(Connection connection, UUID behind) throws SQLException {
        try (var query = connection.prepareStatement(TO_DO)) {
            query.setObject(1, behind);
            var some = new ArrayList<Stored>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    some.add(new Stored(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
            return some;
        }
    }

    /** One that fails is logged and comes again, and the others are written. */
    private static void write(Connection connection, Stored one) {
        try (var update = connection.prepareStatement(WRITE)) {
            update.setArray(
                    1,
                    connection.createArrayOf("text", NameSounds.of(one.name()).toArray()));
            update.setObject(2, one.id());
            update.setString(3, one.name());
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("The sounds of visitor %s were not written: %s", one.id(), e.getSQLState());
        }
    }
}
