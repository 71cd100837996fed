package org.goldenbridge.catalogue.export;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.catalogue.record.Copy;
import org.goldenbridge.catalogue.record.RecordQuery;
import org.jspecify.annotations.Nullable;

/** Reads what the public sees of the catalogue, record after record: a cursor of the database, a few of them in memory. */
@Singleton
class ExportReader {
    private static final int FETCHED = 200;
    private static final String COLUMNS = "select r.id, r.kind, r.marcxml, " + Copy.COLUMN + " from record r where ";

    private final AgroalDataSource database;
    private final String organisation;

    ExportReader(
            AgroalDataSource database,
            @ConfigProperty(name = "goldenbridge.catalogue.organisation-code") String organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    /** Takes one record after the other. */
    interface Taker {
        void take(ExportedRecord record) throws IOException;
    }

    /** All records asked for, the newest first, as they are at one moment. */
    void read(RecordQuery asked, Taker taker) throws SQLException, IOException {
        read(asked, "", taker);
    }

    /**
     * Those of the records asked for that may be too long for ISO 2709: a field of 9,999 bytes makes longer XML, and each of
     * many copies makes two fields.
     */
    void readLong(RecordQuery asked, Taker taker) throws SQLException, IOException {
        read(asked, """
                 and (octet_length(r.marcxml) > 9999 or r.id in
                    (select record_id from item where not withdrawn group by record_id having count(*) > 100))""", taker);
    }

    private void read(RecordQuery asked, String besides, Taker taker) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false); // without a transaction there is no cursor
            connection.setReadOnly(true);
            try (var query =
                    connection.prepareStatement(COLUMNS + asked.condition() + besides + " order by r.id desc")) {
                query.setFetchSize(FETCHED);
                set(query, asked.parameters());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        taker.take(record(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        }
    }

    /** A record that the public sees. */
    Optional<ExportedRecord> find(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COLUMNS + "r.id = ? and r.state = 'active' and not r.hidden")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(record(row)) : Optional.empty();
            }
        }
    }

    /** The record that has taken the place of a merged one that the public saw. */
    Optional<UUID> successor(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select merged_into from record where id = ? and merged_into is not null and not hidden")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static void set(PreparedStatement query, List<String> values) throws SQLException {
        var nth = 1;
        for (var value : values) {
            query.setString(nth++, value);
        }
    }

    private ExportedRecord record(ResultSet row) throws SQLException {
        return new ExportedRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                MarcXml.read(row.getString(3)),
                copies(row.getArray(4)),
                organisation);
    }

    private static List<Copy> copies(@Nullable Array held) throws SQLException {
        return held == null ? List.of() : Copy.read((String[][]) held.getArray());
    }
}
