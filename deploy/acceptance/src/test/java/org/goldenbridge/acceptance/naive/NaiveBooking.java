package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * Booking as it must not be done: count what is booked, and insert when there is room. On the same PostgreSQL, in a schema
 * of its own, to show that a race can oversell and that the tests of the real path could fail.
 */
public final class NaiveBooking {
    private final Database database;

    public NaiveBooking(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.places (session uuid primary key, capacity integer not null);
                create table if not exists naive.booking (id uuid primary key, session uuid not null);""");
    }

    /**
     * Lets so many clients, at so many desks, ask for the last places at once.
     *
     * @return how many of them were told that they are in
     */
    public int race(int clients, int desks, int places) {
        var session = UUID.randomUUID();
        database.execute("insert into naive.places values ('%s', %d)".formatted(session, places));
        var start = new CyclicBarrier(desks);
        return Together.count(desks, desk -> {
            try (var connection = database.connect()) {
                start.await();
                var booked = 0;
                for (var client = desk; client < clients; client += desks) {
                    booked += book(connection, session) ? 1 : 0;
                }
                return booked;
            }
        });
    }

    private static boolean book(Connection connection, UUID session) throws SQLException {
        try (var count = connection.prepareStatement("select (select count(*) from naive.booking b where b.session ="
                        + " p.session) < p.capacity from naive.places p where p.session = ?");
                var insert = connection.prepareStatement("insert into naive.booking values (?, ?)")) {
            count.setObject(1, session);
            try (var row = count.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, session);
            return insert.executeUpdate() == 1;
        }
    }
}
