package org.goldenbridge.catalogue.record;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;

/** What a record was like in one of its versions. */
record RecordSnapshot(String marcxml, String centreId, RecordKind kind, RecordState state, boolean hidden) {
    /** As the record is now. */
    static RecordSnapshot now(Record record) {
        return new RecordSnapshot(record.marcxml, record.centreId, record.kind, record.state, record.hidden);
    }

    /** As the record was before a change; nothing before the first. */
    static Optional<RecordSnapshot> before(RecordChange change) {
        return change.beforeMarcxml == null
                ? Optional.empty()
                : Optional.of(new RecordSnapshot(
                        change.beforeMarcxml,
                        requireNonNull(change.beforeCentreId),
                        requireNonNull(change.beforeKind),
                        requireNonNull(change.beforeState),
                        requireNonNull(change.beforeHidden)));
    }

    /** As the record was in a version that it has had. */
    static RecordSnapshot of(Record record, long version) {
        return version == record.version
                ? now(record)
                : RecordChange.making(record.id, version + 1)
                        .flatMap(RecordSnapshot::before)
                        .orElseThrow(() -> new IllegalStateException(
                                "Version " + (version + 1) + " of " + record.id + " has no history"));
    }

    MarcRecord marc() {
        return MarcXml.read(marcxml);
    }
}
