package org.goldenbridge.catalogue.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What the plan says of one record of the file, and what came of it.
 *
 * @param nth number of the record in the file, from 1
 * @param position bytes of the file before it
 * @param length bytes that it takes in the file
 * @param recordId the record of ours; null for a new one until it is applied
 * @param recordVersion the version of ours that the plan was made against
 * @param changes how ours would change; null when nothing of it can be taken
 * @param remarks sentences for a person
 * @param resultVersion the version of ours that applying made
 */
record Row(
        long nth,
        long position,
        long length,
        Outcome outcome,
        @Nullable String sourceRecordId,
        @Nullable String title,
        @Nullable UUID recordId,
        @Nullable Long recordVersion,
        @Nullable MatchedBy matchedBy,
        @Nullable List<RowChange> changes,
        List<String> remarks,
        @Nullable Decision decision,
        @Nullable RowResult result,
        @Nullable Long resultVersion) {

    /** The beginning of a row about a record of the file. */
    static Draft of(Frame frame, Outcome outcome) {
        return new Draft(frame, outcome);
    }

    /** A row while the plan is made. */
    static final class Draft {
        private final Frame frame;
        private final Outcome outcome;
        private final List<String> remarks = new ArrayList<>();
        private @Nullable String sourceRecordId;
        private @Nullable String title;
        private @Nullable UUID recordId;
        private @Nullable Long recordVersion;
        private @Nullable MatchedBy matchedBy;
        private @Nullable List<RowChange> changes;

        private Draft(Frame frame, Outcome outcome) {
            this.frame = frame;
            this.outcome = outcome;
        }

        Draft of(String number, String titleOfIt) {
            sourceRecordId = number;
            title = titleOfIt;
            return this;
        }

        Draft matched(UUID id, long version, MatchedBy by) {
            recordId = id;
            recordVersion = version;
            matchedBy = by;
            return this;
        }

        Draft changes(List<RowChange> planned) {
            changes = planned;
            return this;
        }

        Draft remark(String sentence) {
            remarks.add(sentence);
            return this;
        }

        Draft remarks(List<String> sentences) {
            remarks.addAll(sentences);
            return this;
        }

        Row row() {
            return new Row(
                    frame.number(),
                    frame.position(),
                    frame.length(),
                    outcome,
                    sourceRecordId,
                    title,
                    recordId,
                    recordVersion,
                    matchedBy,
                    changes,
                    remarks,
                    null,
                    null,
                    null);
        }
    }

    /** What came of the row. */
    record Settled(
            Row row,
            RowResult result,
            @Nullable UUID recordId,
            @Nullable Long resultVersion,
            @Nullable String remark) {}

    Settled settled(RowResult as, @Nullable String remark) {
        return new Settled(this, as, recordId, resultVersion, remark);
    }

    Settled applied(UUID id, long version) {
        return new Settled(this, RowResult.APPLIED, id, version, null);
    }

    /** Whether the source's record was recognised by what it says, not by the source's own number. */
    boolean isMatchedByContent() {
        return matchedBy != null && matchedBy != MatchedBy.SOURCE_ID;
    }

    /** Whether applying takes something of the source's record, as far as nothing has changed since. */
    boolean isToBeTaken() {
        return outcome == Outcome.NEW || outcome == Outcome.CHANGED || isDecidable();
    }

    /** Whether a person can decide between the catalogue's fields and the source's. */
    boolean isDecidable() {
        return outcome == Outcome.CONFLICT && changes != null;
    }
}
