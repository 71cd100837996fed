package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * Moving a series as it must not be done: lesson by lesson, each as soon as its new time looks free, and none of them taken
 * back when the next one meets another.
 */
public final class NaiveSeries {
    private final Database database;

    public NaiveSeries(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.lesson (series uuid not null, nth integer not null, room uuid not null,
                    primary key (series, nth));""");
    }

    /**
     * Lets two managers move a series of so many lessons each into one room at the same moment, round after round.
     *
     * @return 1 when a round was seen, the last then, that did not end with one series there whole and the other where it was
     */
    public int race(int rounds, int lessons) {
        var torn = 0;
        for (var round = 0; round < rounds && torn == 0; round++) {
            var hall = UUID.randomUUID();
            var start = new CyclicBarrier(2);
            Together.count(2, manager -> {
                try (var connection = database.connect()) {
                    var series = plan(connection, lessons);
                    start.await();
                    // The one begins with the first lesson, the other with the last.
                    var moved = 0;
                    while (moved < lessons
                            && move(connection, series, manager == 0 ? moved : lessons - 1 - moved, hall)) {
                        moved++;
                    }
                    return moved;
                }
            });
            torn += isOneSeries(hall, lessons) ? 0 : 1;
        }
        return torn;
    }

    private boolean isOneSeries(UUID hall, int lessons) {
        var there = database.rows("select count(*) from naive.lesson where room = ? group by series", hall);
        return there.size() == 1 && ((Number) there.get(0).get("count")).intValue() == lessons;
    }

    private static UUID plan(Connection connection, int lessons) throws SQLException {
        var series = UUID.randomUUID();
        try (var insert = connection.prepareStatement(
                "insert into naive.lesson select ?, nth, ? from generate_series(0, ?) nth")) {
            insert.setObject(1, series);
            insert.setObject(2, UUID.randomUUID());
            insert.setInt(3, lessons - 1);
            insert.executeUpdate();
        }
        return series;
    }

    private static boolean move(Connection connection, UUID series, int lesson, UUID hall) throws SQLException {
        try (var look = connection.prepareStatement("select count(*) from naive.lesson where room = ? and nth = ?");
                var update =
                        connection.prepareStatement("update naive.lesson set room = ? where series = ? and nth = ?")) {
            look.setObject(1, hall);
            look.setInt(2, lesson);
            try (var row = look.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    return false;
                }
            }
            update.setObject(1, hall);
            update.setObject(2, series);
            update.setInt(3, lesson);
            return update.executeUpdate() == 1;
        }
    }
}
