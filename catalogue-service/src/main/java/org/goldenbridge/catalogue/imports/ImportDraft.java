package org.goldenbridge.catalogue.imports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.record.RecordKind;
import org.jspecify.annotations.Nullable;

/** An import as it is begun; its file follows. */
@Schema(description = "An import as it is begun; its file follows.", examples = """
                {"sourceId": "blcu-library", "fileName": "2026-11.mrc", "kind": "book"}""")
record ImportDraft(
        @Schema(description = "Where the file comes from.") @NotNull @Size(max = 63)
        String sourceId,

        @Schema(
                description =
                        "What the file is called where it comes from; nothing is read or written under that name.")
        @NotBlank
        @Size(max = 255)
        String fileName,

        @Schema(description = "What all records of the file describe. Without it each is judged by its leader and 008.")
        @Nullable
        RecordKind kind) {}
