package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.catalogue.record.RecordState;
import org.jspecify.annotations.Nullable;

/** Which of our records each source's records are. */
@Singleton
class Links {
    private static final String FIND = """
            select s.source_record_id, s.record_id, s.digest, s.record_version, r.version, r.state,
                   coalesce(i.source_id = s.source_id, false),
                   s.by_merge and r.state = 'active' and exists (select 1 from record_source o where o.record_id = s.record_id
                                          and o.source_id = s.source_id and not o.by_merge)
            from record_source s join record r on r.id = s.record_id
            join record_change c on c.record_id = r.id and c.version = 0
            left join import i on i.id = c.import_id
            where s.source_id = ? and s.source_record_id = any (?)""";

    private static final String LINKED = """
            select record_id from record_source
            where source_id = ? and record_id = any (?) and source_record_id not like 'sha256:%'""";

    /**
     * A link goes with its record when that is merged; an older plan must not bring it back. The records are held against a
     * merge that is under way: it takes along what is linked here, or is finished and nothing is linked.
     */
    private static final String PUT = """
            insert into record_source as known (source_id, source_record_id, record_id, digest, record_version, original)
            select ?, source_record_id, record_id, decode(digest, 'hex'), record_version, original
            from unnest(?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::text[])
                 as delivered (source_record_id, record_id, digest, record_version, original)
            join record r on r.id = delivered.record_id
            where r.state <> 'merged'
            order by r.id
            for share of r
            on conflict (source_id, source_record_id) do update
            set digest = excluded.digest, record_version = excluded.record_version,
                original = coalesce(excluded.original, known.original)
            where known.record_id = excluded.record_id
              and (known.digest, known.record_version) is distinct from (excluded.digest, excluded.record_version)""";

    private static final String FORGET_DIGESTS = """
            update record_source set digest = null where source_id = ? and source_record_id = any (?)""";

    private static final String UNLINK = """
            delete from record_source s using unnest(?::text[], ?::uuid[]) as gone (source_record_id, record_id)
            where s.source_id = ? and s.source_record_id = gone.source_record_id and s.record_id = gone.record_id""";

    private final Tables tables;

    Links(Tables tables) {
        this.tables = tables;
    }

    /**
     * Which record of ours a source's record is.
     *
     * @param digest of what was delivered last; null when that was undone
     * @param comparedVersion the version of our record with which that was compared
     * @param version the version of our record now
     * @param isItsOwn whether our record came from this source in the first place
     * @param isSupplanted whether this number came to our record when that took another one's place, and the source
     *     describes ours under a number that it had before: two that describe one would undo each other's work for ever
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by hasDelivered alone
    record Link(
            UUID recordId,
            byte @Nullable [] digest,
            long comparedVersion,
            long version,
            RecordState state,
            boolean isItsOwn,
            boolean isSupplanted) {

        /** Whether this was delivered last, and our record has not changed since. */
        boolean isWhatCame(byte[] delivered) {
            return Arrays.equals(digest, delivered) && comparedVersion == version && state == RecordState.ACTIVE;
        }
    }

    /**
     * A link as it becomes.
     *
     * @param digest of what was delivered, hexadecimal
     * @param original the record as delivered, as MARCXML, when ours is a conversion of it
     */
    record Fresh(
            String sourceRecordId,
            UUID recordId,
            String digest,
            long recordVersion,
            @Nullable String original) {}

    /** The links of a source's records, by the source's numbers. */
    Map<String, Link> find(String sourceId, Collection<String> sourceRecordIds) {
        var found = new HashMap<String, Link>();
        if (!sourceRecordIds.isEmpty()) {
            tables.list(
                            FIND,
                            it -> it.add(sourceId).column("text", sourceRecordIds, each -> each),
                            row -> Map.entry(row.getString(1), link(row)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getObject(2, UUID.class),
                row.getBytes(3),
                row.getLong(4),
                row.getLong(5),
                RecordState.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getBoolean(7),
                row.getBoolean(8));
    }

    /** Those of our records that the source knows by a number of its own. */
    Set<UUID> known(String sourceId, Collection<UUID> recordIds) {
        return recordIds.isEmpty()
                ? Set.of()
                : Set.copyOf(tables.list(
                        LINKED,
                        it -> it.add(sourceId).column("uuid", recordIds, each -> each),
                        row -> row.getObject(1, UUID.class)));
    }

    /** Lets nobody else write links of this source until the caller's transaction ends. */
    void lock(String sourceId) {
        tables.list(
                "select 1 from import_source where id = ? for no key update",
                it -> it.add(sourceId),
                row -> row.getInt(1));
    }

    /** Makes links, or renews them, in the caller's transaction. */
    void put(String sourceId, List<Fresh> fresh) {
        if (!fresh.isEmpty()) {
            tables.update(
                    PUT,
                    it -> it.add(sourceId)
                            .column("text", fresh, Fresh::sourceRecordId)
                            .column("uuid", fresh, Fresh::recordId)
                            .column("text", fresh, Fresh::digest)
                            .column("bigint", fresh, Fresh::recordVersion)
                            .column("text", fresh, Fresh::original));
        }
    }

    /** What was delivered last no longer stands in our records: the next delivery is compared anew. */
    void forgetDigests(String sourceId, Collection<String> sourceRecordIds) {
        if (!sourceRecordIds.isEmpty()) {
            tables.update(FORGET_DIGESTS, it -> it.add(sourceId).column("text", sourceRecordIds, each -> each));
        }
    }

    /** Takes back the links that were made for rows matched by what they say. */
    void unlink(String sourceId, List<Row> rows) {
        if (!rows.isEmpty()) {
            tables.update(
                    UNLINK,
                    it -> it.column("text", rows, Row::sourceRecordId)
                            .column("uuid", rows, Row::recordId)
                            .add(sourceId));
        }
    }
}
