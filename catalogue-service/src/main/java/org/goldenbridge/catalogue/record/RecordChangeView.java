package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.marc.Comparison;
import org.goldenbridge.catalogue.marc.FieldChange;
import org.jspecify.annotations.Nullable;

/** One change in the history of a record, with what it did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One change in the history of a record: who, when, what.", examples = """
                {"version": 1, "at": "2026-11-21T10:00:00Z", "by": "beijing-cataloguer", "action": "edited",
                 "fields": [{"tag": "245", "before": ["00 $aAbai zholy"], "after": ["10 $aAbai zholy :$broman"]}],
                 "properties": [{"name": "kind", "before": "book", "after": "rare-book"}]}""")
record RecordChangeView(
        @Schema(description = "The version that the change made; the first is 0.")
        long version,

        @NotNull Instant at,

        @Schema(description = "The account that made it.") @NotNull
        String by,

        @NotNull RecordAction action,

        @Schema(description = "The import that it was a part of.") @Nullable
        UUID importId,

        @Schema(description = "The other record of a merge.") @Nullable
        UUID otherRecordId,

        @Schema(description = "The fields that differ, by their tags; none for the first version.") @NotNull
        List<FieldChange> fields,

        @Schema(description = "What else differs: centreId, kind, state, hidden.") @NotNull
        List<PropertyChange> properties) {
    static RecordChangeView of(RecordChange change, RecordSnapshot after) {
        var before = RecordSnapshot.before(change);
        return new RecordChangeView(
                change.version,
                change.at,
                change.byName,
                change.action,
                change.importId,
                change.otherRecordId,
                before.map(was -> Comparison.between(was.marc(), after.marc())).orElse(List.of()),
                before.map(was -> properties(was, after)).orElse(List.of()));
    }

    private static List<PropertyChange> properties(RecordSnapshot before, RecordSnapshot after) {
        var changes = new ArrayList<PropertyChange>();
        PropertyChange.note("centreId", before.centreId(), after.centreId(), changes);
        PropertyChange.note("kind", before.kind(), after.kind(), changes);
        PropertyChange.note("state", before.state(), after.state(), changes);
        PropertyChange.note("hidden", before.hidden(), after.hidden(), changes);
        return changes;
    }
}
