package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * Taking a room as it must not be done: look whether it is free, and write down that one has it, without lock and without
 * constraint.
 */
public final class NaiveClaims {
    private final Database database;

    public NaiveClaims(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.claim (session uuid primary key, cell uuid not null,
                    starts_at timestamptz not null, ends_at timestamptz not null);""");
    }

    /**
     * Lets two clerks want the same room at the same moment, round after round.
     *
     * @return in how many rounds both got it
     */
    public int race(int rounds) {
        var hall = UUID.randomUUID();
        var first = OffsetDateTime.now(ZoneOffset.UTC);
        var start = new CyclicBarrier(2);
        var got = Together.count(2, clerk -> {
            try (var connection = database.connect()) {
                var mine = 0;
                for (var round = 0; round < rounds; round++) {
                    start.await();
                    mine += claim(connection, hall, first.plusDays(round)) ? 1 : 0;
                }
                return mine;
            }
        });
        return got - rounds;
    }

    private static boolean claim(Connection connection, UUID hall, OffsetDateTime from) throws SQLException {
        try (var look = connection.prepareStatement(
                        "select count(*) from naive.claim where cell = ? and starts_at < ? and ends_at > ?");
                var insert = connection.prepareStatement("insert into naive.claim values (?, ?, ?, ?)")) {
            look.setObject(1, hall);
            look.setObject(2, from.plusHours(2));
            look.setObject(3, from);
            try (var row = look.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    return false;
                }
            }
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, hall);
            insert.setObject(3, from);
            insert.setObject(4, from.plusHours(2));
            return insert.executeUpdate() == 1;
        }
    }
}
