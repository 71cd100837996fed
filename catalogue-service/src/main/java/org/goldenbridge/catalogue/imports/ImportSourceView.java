package org.goldenbridge.catalogue.imports;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source as it is shown. */
@Schema(description = "Where records come from, and what it may change.", examples = """
                {"id": "blcu-library", "centreId": "beijing", "withdrawn": false,
                 "name": "Library of the Language and Culture University",
                 "overlay": [{"fields": "6XX", "rule": "add"}, {"fields": "520", "rule": "fill"}]}""")
record ImportSourceView(
        @NotNull String id,
        @NotNull String centreId,

        @Schema(description = "Whether no more files are taken from it.")
        boolean withdrawn,

        @NotNull String name,
        @NotNull List<OverlayRule> overlay) {
    static ImportSourceView of(ImportSource source) {
        return new ImportSourceView(source.id, source.centreId, source.withdrawn, source.name, source.overlay);
    }
}
