package org.goldenbridge.platform.feed;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the change feeds that the sequencer writes. Each item stands once in a feed, at the number of its last change;
 * numbers are handed out after commit by one writer, so that nothing ever appears behind a reader's back.
 */
@Singleton
public class ChangeFeed {
    private final AgroalDataSource database;

    ChangeFeed(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * An item at its place in a feed.
     *
     * @param item its id
     * @param number its place: greater than that of every earlier change, of any feed
     * @param stamp when the change was numbered; never goes backwards along the numbers
     * @param deleted whether it is gone and stands as a tombstone
     */
    public record Entry(String item, long number, Instant stamp, boolean deleted) {}

    /** The items changed after the given number, in order, at most {@code limit}. */
    public List<Entry> after(String feed, long number, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select item, number, stamp, deleted from feed_item
                        where feed = ? and number > ? order by number, item limit ?""")) {
            query.setString(1, feed);
            query.setLong(2, number);
            query.setInt(3, limit);
            try (var rows = query.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getBoolean(4)));
                }
                return entries;
            }
        }
    }

    /**
     * The last whole second that the sequencer has finished with: no change will ever be stamped with it or an earlier
     * one. A reader that asks by time is served up to it.
     */
    public Instant closedThrough() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select date_trunc('second', last_stamp) - interval '1 second' from sequencer")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /**
     * The number of the last change stamped in the given second or before it; 0 when there was none. Since stamps never go
     * backwards along the numbers, it is the place in every feed at which that second ends.
     */
    public long lastNumberThrough(Instant second) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select last_number from numbered_second where second <= ? order by second desc limit 1")) {
            query.setObject(1, second.atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
