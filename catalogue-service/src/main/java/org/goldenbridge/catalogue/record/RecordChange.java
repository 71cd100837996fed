package org.goldenbridge.catalogue.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One change in the history of a record: who, when, what, and the state that it replaced. Never changed, never deleted. */
@Entity
@IdClass(RecordChange.Key.class)
class RecordChange extends PanacheEntityBase {
    @Id
    UUID recordId;

    /** The version that this change made. */
    @Id
    long version;

    Instant at;
    String byName;
    RecordAction action;

    @Nullable
    UUID importId;

    /** The other record of a merge. */
    @Nullable
    UUID otherRecordId;

    /** The state before; all null for the first version. */
    @Nullable
    String beforeMarcxml;

    @Nullable
    String beforeCentreId;

    @Nullable
    RecordKind beforeKind;

    @Nullable
    RecordState beforeState;

    @Nullable
    Boolean beforeHidden;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Nullable
    List<String> beforeEditedTags;

    record Key(UUID recordId, long version) implements Serializable {}

    static RecordChange first(Record record, Author author) {
        return entry(record.id, 0, author.importId() == null ? RecordAction.ENTERED : RecordAction.IMPORTED, author);
    }

    /** The change that is about to be made to the record, with its state as it still is. */
    static RecordChange of(Record record, RecordAction action, Author author, @Nullable UUID other) {
        var change = entry(record.id, record.version + 1, action, author);
        change.otherRecordId = other;
        change.beforeMarcxml = record.marcxml;
        change.beforeCentreId = record.centreId;
        change.beforeKind = record.kind;
        change.beforeState = record.state;
        change.beforeHidden = record.hidden;
        change.beforeEditedTags = record.editedTags;
        return change;
    }

    private static RecordChange entry(UUID recordId, long version, RecordAction action, Author author) {
        var change = new RecordChange();
        change.recordId = recordId;
        change.version = version;
        change.at = author.at();
        change.byName = author.name();
        change.action = action;
        change.importId = author.importId();
        return change;
    }

    /** The change that made that version. */
    static Optional<RecordChange> making(UUID recordId, long version) {
        return find("recordId = ?1 and version = ?2", recordId, version).firstResultOptional();
    }

    /** The changes that made these versions, by their records. */
    static Map<UUID, RecordChange> making(Map<UUID, Long> versions) {
        return versions.isEmpty()
                ? Map.of()
                : RecordChange.<RecordChange>find(
                                "recordId in ?1 and version in ?2", versions.keySet(), Set.copyOf(versions.values()))
                        .stream()
                        .filter(change -> Objects.equals(versions.get(change.recordId), change.version))
                        .collect(Collectors.toMap(change -> change.recordId, change -> change));
    }

    /** The history of a record, newest first, below a version. */
    static List<RecordChange> before(UUID recordId, long version, int atMost) {
        return RecordChange.<RecordChange>find(
                        "recordId = ?1 and version < ?2 order by version desc", recordId, version)
                .page(0, atMost)
                .list();
    }
}
