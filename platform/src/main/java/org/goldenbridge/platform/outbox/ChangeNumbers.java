package org.goldenbridge.platform.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The change numbers that answers to writes carry: whoever gives one back with a read is answered with that write, at whichever
 * instance. It is the last number of the outbox's identity column when the write was done, so all that the write left there has a
 * smaller one or the same. Said to others it has a letter before it: it is no place in a feed, and must not be taken for one.
 */
@Singleton
public class ChangeNumbers {
    private static final Pattern WRITTEN = Pattern.compile("w([0-9]{1,18})");

    private final AgroalDataSource database;

    ChangeNumbers(AgroalDataSource database) {
        this.database = database;
    }

    /** The number as it is said to others. */
    static String written(long number) {
        return "w" + number;
    }

    /** The number that was said; empty when it is none of ours. */
    public static OptionalLong read(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
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
