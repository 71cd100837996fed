package org.goldenbridge.platform.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * The change numbers that answers to writes carry: whoever gives one back with a read is answered with that write, at whichever
 * instance. It is the last number of the outbox's identity column when the write was done, so all that the write left there has a
 * smaller one or the same.
 */
@Singleton
public class ChangeNumbers {
    private final AgroalDataSource database;

    ChangeNumbers(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of what is committed by now. */
    public long last() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select last_value from outbox_id_seq");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whether everything that was committed with that number or a smaller one has its place in the change feeds. */
    public boolean areNumberedThrough(long changeNumber) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select not exists (select from outbox where number is null and id <= ?)")) {
            query.setLong(1, changeNumber);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
