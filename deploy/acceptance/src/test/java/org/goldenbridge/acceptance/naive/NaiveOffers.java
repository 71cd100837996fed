package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * A waiting list as it must not be kept: whoever cancels looks who is first and offers the place, whoever accepts looks
 * whether there is room and books, and nobody holds the session meanwhile.
 */
public final class NaiveOffers {
    private final Database database;

    public NaiveOffers(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.seat (id uuid primary key, session uuid not null);
                create table if not exists naive.queue (session uuid not null, nth integer not null, primary key (session, nth));
                create table if not exists naive.offer (id uuid primary key, session uuid not null, nth integer not null);""");
    }

    /** What came of it: people who were offered two places, and places that were sold beyond what there are. */
    public record Outcome(int offeredTwice, int oversold) {}

    /** Lets as many desks as there are places, all of them sold, give one back and book one directly at the same moment, until both faults were seen. */
    public Outcome race(int rounds, int places) {
        var outcome = new Outcome(0, 0);
        for (var round = 0; round < rounds && (outcome.offeredTwice() == 0 || outcome.oversold() == 0); round++) {
            var session = UUID.randomUUID();
            database.execute("""
                    insert into naive.seat select gen_random_uuid(), '%1$s' from generate_series(1, %2$d);
                    insert into naive.queue select '%1$s', nth from generate_series(1, %2$d) nth""".formatted(session, places));
            var start = new CyclicBarrier(places);
            Together.count(places, desk -> {
                try (var connection = database.connect()) {
                    start.await();
                    cancelAndOffer(connection, session);
                    return book(connection, session, places);
                }
            });
            var twice = database.number(
                    "select count(*) from (select from naive.offer where session = ? group by nth having count(*) > 1) t",
                    session);
            var taken = database.number(
                    "select (select count(*) from naive.seat where session = ?) + (select count(*) from naive.offer where session = ?)",
                    session,
                    session);
            outcome = new Outcome(
                    outcome.offeredTwice() + (int) twice, outcome.oversold() + (int) Math.max(0, taken - places));
        }
        return outcome;
    }

    private static void cancelAndOffer(Connection connection, UUID session) throws SQLException {
        try (var cancel =
                        connection.prepareStatement("delete from naive.seat where id = (select id from naive.seat where"
                                + " session = ? order by random() limit 1)");
                var first = connection.prepareStatement("select min(nth) from naive.queue where session = ?");
                var offer = connection.prepareStatement("insert into naive.offer values (?, ?, ?)");
                var leave = connection.prepareStatement("delete from naive.queue where session = ? and nth = ?")) {
            cancel.setObject(1, session);
            if (cancel.executeUpdate() == 0) {
                return; // somebody else has just given that one back
            }
            first.setObject(1, session);
            try (var row = first.executeQuery()) {
                row.next();
                var nth = row.getInt(1);
                offer.setObject(1, UUID.randomUUID());
                offer.setObject(2, session);
                offer.setInt(3, nth);
                offer.executeUpdate();
                leave.setObject(1, session);
                leave.setInt(2, nth);
                leave.executeUpdate();
            }
        }
    }

    private static int book(Connection connection, UUID session, int places) throws SQLException {
        try (var count = connection.prepareStatement(
                        "select (select count(*) from naive.seat where session = ?) + (select"
                                + " count(*) from naive.offer where session = ?) < ?");
                var insert = connection.prepareStatement("insert into naive.seat values (?, ?)")) {
            count.setObject(1, session);
            count.setObject(2, session);
            count.setInt(3, places);
            try (var row = count.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return 0;
                }
            }
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, session);
            return insert.executeUpdate();
        }
    }
}
