package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of plans: written and read many at a time, for a file may have a million. */
@Singleton
class Rows {
    private static final String COLUMNS = """
            nth, position, length, outcome, source_record_id, title, coalesce(record_id, brought_id) as record_id,
            record_version, matched_by, changes, remarks, decision, result, result_version""";

    private static final String INSERT = """
            insert into import_row (import_id, nth, position, length, outcome, source_record_id, title, record_id,
                                    record_version, matched_by, changes, remarks)
            select ?, nth, position, length, outcome, source_record_id, title, record_id, record_version, matched_by,
                   changes::jsonb, remarks::jsonb
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],
                        ?::text[], ?::text[], ?::text[])
                 as row (nth, position, length, outcome, source_record_id, title, record_id, record_version, matched_by,
                         changes, remarks)""";

    private static final String SETTLE = """
            update import_row r
            set result = s.result, result_version = s.result_version,
                brought_id = case when r.record_id is null then s.record_id end,
                remarks = case when s.remark is null then r.remarks
                               else coalesce(r.remarks, '[]') || to_jsonb(s.remark) end
            from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])
                 as s (nth, result, record_id, result_version, remark)
            where r.import_id = ? and r.nth = s.nth""";

    private static final String EARLIER_OF_SOURCE = """
            select source_record_id, min(position) from import_row
            where import_id = ? and source_record_id = any (?) group by source_record_id""";

    private static final String EARLIER_MATCH = """
            select record_id, min(position) from import_row
            where import_id = ? and record_id = any (?) and matched_by in ('isbn', 'issn', 'title') group by record_id""";

    private static final String AFTER =
            "select " + COLUMNS + " from import_row where import_id = ? and nth > ?%s order by nth limit ?";

    private static final String PIECES = """
            select distinct piece
            from import_row, generate_series(position / ?, (position + length - 1) / ?) as piece
            where import_id = ? and outcome = ? order by piece""";

    private final Tables tables;
    private final ObjectMapper json;

    Rows(Tables tables, ObjectMapper json) {
        this.tables = tables;
        this.json = json;
    }

    /** Adds rows to a plan, in the caller's transaction. */
    void insert(UUID importId, List<Row> rows) {
        tables.update(
                INSERT,
                it -> it.add(importId)
                        .column("bigint", rows, Row::nth)
                        .column("bigint", rows, Row::position)
                        .column("bigint", rows, Row::length)
                        .column("text", rows, row -> row.outcome().toString())
                        .column("text", rows, Row::sourceRecordId)
                        .column("text", rows, Row::title)
                        .column("uuid", rows, Row::recordId)
                        .column("bigint", rows, Row::recordVersion)
                        .column("text", rows, row -> word(row.matchedBy()))
                        .column("text", rows, row -> row.changes() == null ? null : write(row.changes()))
                        .column("text", rows, row -> row.remarks().isEmpty() ? null : write(row.remarks())));
    }

    /** Says what came of rows, in the caller's transaction. */
    void settle(UUID importId, List<Row.Settled> settled) {
        if (!settled.isEmpty()) {
            tables.update(
                    SETTLE,
                    it -> it.column("bigint", settled, row -> row.row().nth())
                            .column("text", settled, row -> row.result().toString())
                            .column("uuid", settled, Row.Settled::recordId)
                            .column("bigint", settled, Row.Settled::resultVersion)
                            .column("text", settled, Row.Settled::remark)
                            .add(importId));
        }
    }

    /** Where in the file records came that the source gave the same numbers. */
    Map<String, Long> positionsOf(UUID importId, Collection<String> sourceRecordIds) {
        return positions(importId, EARLIER_OF_SOURCE, "text", sourceRecordIds, row -> row.getString(1));
    }

    /** Where in the file records came that were recognised as these records of ours by what they say. */
    Map<UUID, Long> positionsMatching(UUID importId, Collection<UUID> recordIds) {
        return positions(importId, EARLIER_MATCH, "uuid", recordIds, row -> row.getObject(1, UUID.class));
    }

    private <K> Map<K, Long> positions(
            UUID importId, String question, String type, Collection<K> keys, Tables.Reader<K> key) {
        return keys.isEmpty()
                ? Map.of()
                : tables
                        .list(
                                question,
                                it -> it.add(importId).column(type, keys, each -> each),
                                row -> Map.entry(key.read(row), row.getLong(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The rows behind one, in their order. */
    List<Row> after(UUID importId, long nth, int atMost) {
        return after(importId, nth, atMost, null, null);
    }

    /** The rows with that outcome and that result behind one, in their order. */
    List<Row> after(UUID importId, long nth, int atMost, @Nullable Outcome outcome, @Nullable RowResult result) {
        var filters = (outcome == null ? "" : " and outcome = '" + outcome + "'")
                + (result == null ? "" : " and result = '" + result + "'");
        return tables.list(
                AFTER.formatted(filters), it -> it.add(importId).add(nth).add(atMost), this::read);
    }

    /** One row. */
    Optional<Row> find(UUID importId, long nth) {
        return after(importId, nth - 1, 1).stream()
                .filter(row -> row.nth() == nth)
                .findFirst();
    }

    /** Which pieces of the file hold the records with that outcome, in their order. */
    List<Integer> piecesOf(UUID importId, Outcome outcome, int bytesOfPiece) {
        return tables.list(
                PIECES,
                it -> it.add(bytesOfPiece).add(bytesOfPiece).add(importId).add(outcome.toString()),
                row -> row.getInt(1));
    }

    /** Keeps what a person decided about a row. */
    void decide(UUID importId, long nth, Decision decision) {
        tables.update(
                "update import_row set decision = ? where import_id = ? and nth = ?",
                it -> it.add(decision.toString()).add(importId).add(nth));
    }

    private Row read(ResultSet row) throws SQLException {
        var changes = row.getString("changes");
        var remarks = row.getString("remarks");
        return new Row(
                row.getLong("nth"),
                row.getLong("position"),
                row.getLong("length"),
                Outcome.valueOf(constant(row.getString("outcome"))),
                row.getString("source_record_id"),
                row.getString("title"),
                row.getObject("record_id", UUID.class),
                row.getObject("record_version", Long.class),
                row.getString("matched_by") == null ? null : MatchedBy.valueOf(constant(row.getString("matched_by"))),
                changes == null ? null : parse(changes, new TypeReference<List<RowChange>>() {}),
                remarks == null ? List.of() : parse(remarks, new TypeReference<List<String>>() {}),
                row.getString("decision") == null ? null : Decision.valueOf(constant(row.getString("decision"))),
                row.getString("result") == null ? null : RowResult.valueOf(constant(row.getString("result"))),
                row.getObject("result_version", Long.class));
    }

    private static @Nullable String word(@Nullable Object constant) {
        return constant == null ? null : constant.toString();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own rows can be written as JSON", e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote as JSON can be read", e);
        }
    }
}
