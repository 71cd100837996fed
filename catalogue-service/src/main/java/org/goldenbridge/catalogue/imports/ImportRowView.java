package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a plan as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the plan says of one record of the file, and what came of it.", examples = """
                {"nth": 2, "position": 1204, "length": 1087, "outcome": "changed", "sourceRecordId": "ocm0001",
                 "title": "Abai zholy", "recordId": "0199a3c4-7d30-7000-8000-0000000000aa", "matchedBy": "isbn",
                 "changes": [{"tag": "520", "before": [], "after": ["## $aA novel on the life of Abai."], "kept": false}],
                 "remarks": []}""")
record ImportRowView(
        @Schema(description = "Number of the record in the file, from 1.")
        long nth,

        @Schema(description = "Bytes of the unpacked file before the record.")
        long position,

        @Schema(description = "Bytes that the record takes in the file.")
        long length,

        @Schema(
                description =
                        "What would come of it: `new`, `changed`, `same`, `conflict` (a person should look: a part of it,"
                                + " or all of it, is not taken) or `unreadable`.")
        @NotNull
        Outcome outcome,

        @Schema(description = "The number by which the source knows it; sha256:… when it has none.") @Nullable
        String sourceRecordId,

        @Nullable String title,

        @Schema(description = "The catalogue's record; absent for a new one until it is applied.") @Nullable
        UUID recordId,

        @Schema(description = "How it was recognised.") @Nullable
        MatchedBy matchedBy,

        @Schema(description = "How the catalogue's record would change.") @Nullable
        List<RowChange> changes,

        @Schema(description = "Sentences for a person: what was repaired or guessed, why it cannot be taken.") @NotNull
        List<String> remarks,

        @Schema(
                description =
                        "What a person decided of a conflict over fields that a cataloguer edited: `keep` ours, which is"
                                + " what happens without a decision, or `take` the source's.")
        @Nullable
        Decision decision,

        @Schema(
                description =
                        "What came of it: `applied`, `skipped`, `overtaken` (the catalogue changed after the plan was"
                                + " made), `undone`, or `kept` (could not be undone).")
        @Nullable
        RowResult result) {
    static ImportRowView of(Row row) {
        return new ImportRowView(
                row.nth(),
                row.position(),
                row.length(),
                row.outcome(),
                row.sourceRecordId(),
                row.title(),
                row.recordId(),
                row.matchedBy(),
                row.changes(),
                row.remarks(),
                row.decision(),
                row.result());
    }
}
