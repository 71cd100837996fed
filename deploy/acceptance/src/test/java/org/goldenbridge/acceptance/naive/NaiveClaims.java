package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * Taking a room or a teacher as it must not be done: look whether they are free, and write down that one has them, without
 * lock and without constraint.
 */
public final class NaiveClaims {
    private final Database database;

    public NaiveClaims(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.claim (session uuid not null, cell uuid not null,
                    starts_at timestamptz not null, ends_at timestamptz not null, primary key (session, cell));""");
    }

    /**
     * Lets two clerks want the same room at the same moment, round after round.
     *
     * @return in how many rounds both got it
     */
    public int race(int rounds) {
        var hall = UUID.randomUUID();
        return race(rounds, List.of(List.of(hall), List.of(hall)));
    }

    /**
     * The same for one teacher, whom each of them wants in a room of their own.
     *
     * @return in how many rounds the teacher stands in both
     */
    public int raceForTeacher(int rounds) {
        var teacher = UUID.randomUUID();
        return race(rounds, List.of(List.of(UUID.randomUUID(), teacher), List.of(UUID.randomUUID(), teacher)));
    }

    private int race(int rounds, List<List<UUID>> wanted) {
        var first = OffsetDateTime.now(ZoneOffset.UTC);
        var start = new CyclicBarrier(wanted.size());
        var got = Together.count(wanted.size(), clerk -> {
            try (var connection = database.connect()) {
                var mine = 0;
                for (var round = 0; round < rounds; round++) {
                    start.await();
                    mine += claim(connection, wanted.get(clerk), first.plusDays(round)) ? 1 : 0;
                }
                return mine;
            }
        });
        return got - rounds;
    }

    private static boolean claim(Connection connection, List<UUID> cells, OffsetDateTime from) throws SQLException {
        try (var look = connection.prepareStatement(
                        "select count(*) from naive.claim where cell = any(?) and starts_at < ? and ends_at > ?");
                var insert = connection.prepareStatement(
                        "insert into naive.claim select ?, cell, ?, ? from unnest(?) cell")) {
            var wanted = connection.createArrayOf("uuid", cells.toArray());
            look.setArray(1, wanted);
            look.setObject(2, from.plusHours(2));
            look.setObject(3, from);
            try (var row = look.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    return false;
                }
            }
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, from);
            insert.setObject(3, from.plusHours(2));
            insert.setArray(4, wanted);
            return insert.executeUpdate() == cells.size();
        }
    }
}
