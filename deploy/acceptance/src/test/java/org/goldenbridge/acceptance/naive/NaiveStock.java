package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * Taking instruments from a stock as it must not be done: add up what is claimed, and claim when enough seems to be left,
 * without locking the stock.
 */
public final class NaiveStock {
    private final Database database;

    public NaiveStock(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.stock_claim (session uuid primary key, day uuid not null);""");
    }

    /**
     * Lets so many clerks want one of the last instruments each, day after day, until too many were promised on one.
     *
     * @return how many were promised on the worst of the days
     */
    public int race(int rounds, int clerks, int left) {
        var worst = 0;
        for (var round = 0; round < rounds && worst <= left; round++) {
            var day = UUID.randomUUID();
            var start = new CyclicBarrier(clerks);
            var promised = Together.count(clerks, clerk -> {
                try (var connection = database.connect()) {
                    start.await();
                    return claim(connection, day, left) ? 1 : 0;
                }
            });
            worst = Math.max(worst, promised);
        }
        return worst;
    }

    private static boolean claim(Connection connection, UUID day, int left) throws SQLException {
        try (var look = connection.prepareStatement("select count(*) from naive.stock_claim where day = ?");
                var insert = connection.prepareStatement("insert into naive.stock_claim values (?, ?)")) {
            look.setObject(1, day);
            try (var row = look.executeQuery()) {
                row.next();
                if (row.getInt(1) >= left) {
                    return false;
                }
            }
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, day);
            return insert.executeUpdate() == 1;
        }
    }
}
