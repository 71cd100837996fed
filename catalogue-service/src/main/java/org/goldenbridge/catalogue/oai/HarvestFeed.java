package org.goldenbridge.catalogue.oai;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.goldenbridge.catalogue.record.Copy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue as harvesters see it: the records in the order in which they last changed. What the feed does not say yet
 * because it was committed a moment ago is never shown to somebody from whom it is hidden.
 */
@Singleton
class HarvestFeed {
    /** How many rows the driver keeps at a time: records can be long. */
    private static final int FETCHED = 50;

    private static final String IS_DELETED = "(f.deleted or r.state <> 'active' or r.hidden)";
    private static final String HEADER = "f.item, f.number, f.stamp, " + IS_DELETED + ", r.sets";
    private static final String METADATA = ", case when not " + IS_DELETED + " then r.marcxml end, " + Copy.COLUMN;

    private final AgroalDataSource database;

    HarvestFeed(AgroalDataSource database) {
        this.database = database;
    }

    /** What is read of each record. */
    enum Part {
        HEADERS(HEADER),
        RECORDS(HEADER + METADATA);

        private final String columns;

        Part(String columns) {
            this.columns = columns;
        }
    }

    /**
     * Reads a list on from where the harvester stands, in the order of the feed.
     *
     * @param atMost after how many entries it stops by itself
     * @param reader takes an entry and says whether it wants another one
     */
    void read(ListState state, Part part, int atMost, Predicate<Entry> reader) throws SQLException {
        // The limit stands inside: so the planner knows how few records are looked up, whatever its statistics say.
        var sql = """
                select %s
                from (select item, number, stamp, deleted from feed_item
                      where feed = ? and (number, item) > (?, ?) and number <= ?
                      order by number, item limit %d) f
                join record r on r.id = f.item::uuid
                order by f.number, f.item""".formatted(part.columns, atMost);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false); // without it the driver would fetch all rows at once
            try {
                keepToTheIndex(connection);
                query.setFetchSize(FETCHED);
                set(query, state);
                readWhile(query, part, reader);
            } finally {
                connection.rollback();
            }
        }
    }

    /** With statistics that lag behind, the planner may hold the rest of a feed for short, and sort it whole for each page. */
    private static void keepToTheIndex(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local enable_sort = off");
        }
    }

    private static void set(PreparedStatement query, ListState state) throws SQLException {
        query.setString(1, state.feed());
        query.setLong(2, state.number());
        query.setString(3, state.item());
        query.setLong(4, state.through());
    }

    private static void readWhile(PreparedStatement query, Part part, Predicate<Entry> reader) throws SQLException {
        try (var rows = query.executeQuery()) {
            boolean goesOn = true;
            while (goesOn && rows.next()) {
                goesOn = reader.test(entry(rows, part));
            }
        }
    }

    /** How many entries a list has. */
    long count(ListState state) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from feed_item where feed = ? and (number, item) > (?, ?) and number <= ?")) {
            set(query, state);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A record at its place in a feed; nothing when harvesters have never been told of it. */
    Optional<Entry> record(String feed, UUID id) throws SQLException {
        var sql = "select " + Part.RECORDS.columns + """
                 from feed_item f join record r on r.id = f.item::uuid where f.feed = ? and f.item = ?""";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, feed);
            query.setString(2, id.toString());
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(entry(row, Part.RECORDS)) : Optional.empty();
            }
        }
    }

    /** The earliest datestamp that any record has. */
    Optional<Instant> earliest() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select least((select stamp from feed_item where feed = ? order by number, item limit 1),
                                     (select stamp from feed_item where feed = ? order by number, item limit 1))""")) {
            query.setString(1, Format.OAI_DC.prefix());
            query.setString(2, Format.MARCXML.prefix());
            try (var row = query.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }

    /** The sets of the centres that keep or hold something or could. */
    List<HarvestSet> setsOfCentres() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select id, coalesce(name ->> 'en', (select min(value) from jsonb_each_text(name)), id)
                        from holding_centre order by id""");
                var rows = query.executeQuery()) {
            var sets = new ArrayList<HarvestSet>();
            while (rows.next()) {
                sets.add(HarvestSet.ofCentre(rows.getString(1), rows.getString(2)));
            }
            return sets;
        }
    }

    private static Entry entry(ResultSet row, Part part) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getBoolean(4),
                List.of((String[]) row.getArray(5).getArray()),
                part == Part.HEADERS ? null : row.getString(6),
                part == Part.HEADERS ? List.of() : copies(row.getArray(7)));
    }

    private static List<Copy> copies(@Nullable Array held) throws SQLException {
        return held == null ? List.of() : Copy.read((String[][]) held.getArray());
    }
}
