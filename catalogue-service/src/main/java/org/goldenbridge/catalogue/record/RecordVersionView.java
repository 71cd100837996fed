package org.goldenbridge.catalogue.record;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.worksheet.MarcBody;

/** A record as it was in one of its versions, whole. */
@Schema(description = "A record as it was in one of its versions, whole.")
record RecordVersionView(
        long version,

        @Schema(description = "When it became so.") @NotNull Instant at,

        @Schema(description = "The account that made it so.") @NotNull
        String by,

        @NotNull RecordAction action,
        @NotNull String centreId,
        @NotNull RecordKind kind,
        @NotNull RecordState state,
        boolean hidden,
        @NotNull MarcBody marc) {
    static RecordVersionView of(RecordChange change, RecordSnapshot was) {
        return new RecordVersionView(
                change.version,
                change.at,
                change.byName,
                change.action,
                was.centreId(),
                was.kind(),
                was.state(),
                was.hidden(),
                MarcBody.of(was.marc()));
    }
}
