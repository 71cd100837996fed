package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.goldenbridge.acceptance.network.Database;

/**
 * Refusing as it must not be done: an instance that has seen that nothing is left remembers it for a moment, and spares the
 * database. On the same PostgreSQL, in a schema of its own.
 */
public final class NaiveRefusals {
    private static final long REMEMBERED_NANOS = 20_000_000;
    private static final int CROWD = 4;

    private final Database database;
    private volatile long soldOutUntil = System.nanoTime();

    public NaiveRefusals(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.left_over (session uuid primary key, places integer not null);""");
    }

    /**
     * While a crowd asks the instance for more than there is, one place is given back elsewhere and then asked for, again and
     * again.
     *
     * @return how often it was refused although it was there
     */
    public int race(int rounds) {
        var session = UUID.randomUUID();
        database.execute("insert into naive.left_over values ('%s', 0)".formatted(session));
        var over = new AtomicBoolean();
        return Together.count(CROWD + 1, who -> {
            try (var connection = database.connect()) {
                if (who < CROWD) {
                    while (!over.get()) {
                        take(connection, session, 5);
                    }
                    return 0;
                }
                var refused = 0;
                try {
                    for (var round = 0; round < rounds; round++) {
                        change(connection, session, 1);
                        if (!take(connection, session, 1)) {
                            refused++;
                            change(connection, session, -1);
                        }
                    }
                } finally {
                    over.set(true);
                }
                return refused;
            }
        });
    }

    private boolean take(Connection connection, UUID session, int places) throws SQLException {
        if (System.nanoTime() - soldOutUntil < 0) {
            return false;
        }
        var taken = change(connection, session, -places);
        if (!taken) {
            soldOutUntil = System.nanoTime() + REMEMBERED_NANOS;
        }
        return taken;
    }

    private static boolean change(Connection connection, UUID session, int places) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update naive.left_over set places = places + ? where session = ? and places + ? >= 0")) {
            statement.setInt(1, places);
            statement.setObject(2, session);
            statement.setInt(3, places);
            return statement.executeUpdate() == 1;
        }
    }
}
