package org.goldenbridge.catalogue.imports;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.marc.FieldChange;

/** How the fields of one tag would change, or would have. */
@Schema(description = "How the fields of one tag would change.", examples = """
                {"tag": "245", "before": ["10 $aAbai zholy /$cMukhtar Auezov"],
                 "after": ["10 $aAbai zholy : $bepopeia /$cMukhtar Auezov"], "kept": false}""")
record RowChange(
        @Schema(description = "Three digits, or LDR for the leader.", examples = "245") @NotNull
        String tag,

        @Schema(description = "The catalogue's fields of that tag, each on a line; # stands for a blank indicator.")
        @NotNull
        List<String> before,

        @Schema(description = "The fields as the source wants them.") @NotNull
        List<String> after,

        @Schema(description = "Whether the catalogue's stay, because a cataloguer edited them by hand.")
        boolean kept) {
    static RowChange of(FieldChange change, boolean kept) {
        return new RowChange(change.tag(), change.before(), change.after(), kept);
    }
}
