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
     * An item at its place among the changes of several feeds.
     *
     * @param feed which of them
     * @param item its id
     * @param number its place
     * @param deleted whether it is gone and stands as a tombstone
     */
    public record Change(String feed, String item, long number, boolean deleted) {}

    /**
     * What changed in these feeds after the given number, in order: about so much, and where several items share the last
     * number all of them, so that a reader can go on with the number alone.
     */
    public List<Change> after(List<String> feeds, long number, int about) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select i.feed, i.item, i.number, i.deleted
                        from unnest(?) as wanted (feed) cross join lateral (
                            select feed, item, number, deleted from feed_item
                            where feed = wanted.feed and number > ? order by number fetch first ? rows with ties) i
                        order by i.number, i.feed, i.item""")) {
            query.setArray(1, connection.createArrayOf("text", feeds.toArray()));
            query.setLong(2, number);
            query.setInt(3, about);
            try (var rows = query.executeQuery()) {
                var changes = new ArrayList<Change>();
                while (rows.next()) {
                    var change = new Change(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getBoolean(4));
                    if (changes.size() >= about
                            && changes.get(changes.size() - 1).number() < change.number()) {
                        break;
                    }
                    changes.add(change);
                }
                return changes;
            }
        }
    }

    /**
     * The highest number of a tombstone that is no longer kept in one of these feeds; 0 when there is none. Who read up to an
     * earlier place, and has not read since, may hold what is gone. Asked after a page was read, it is right for that page.
     */
    public long forgottenThrough(List<String> feeds) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select coalesce(max(number), 0) from forgotten_tombstone where feed = any(?)")) {
            query.setArray(1, connection.createArrayOf("text", feeds.toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The last number given out: whatever is read from now on holds at least all changes up to it. */
    public long lastNumber() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select last_number from sequencer")) {
            row.next();
            return row.getLong(1);
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
