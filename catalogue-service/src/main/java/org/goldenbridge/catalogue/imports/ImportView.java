package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.record.RecordKind;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** An import as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A file that is taken in: planned, then applied by a person, then perhaps undone.",
        examples = """
                {"id": "0199a3c4-7d30-7000-8000-0000000000cc", "sourceId": "blcu-library", "centreId": "beijing",
                 "fileName": "2026-11.mrc", "kind": "book", "state": "planned", "format": "iso-2709", "records": 3,
                 "counts": {"new": 1, "changed": 1, "same": 0, "conflict": 0, "unreadable": 1, "applied": 0, "skipped": 0,
                            "overtaken": 0, "undone": 0, "kept": 0},
                 "by": "cholpan", "createdAt": "2026-11-21T09:00:00Z", "plannedAt": "2026-11-21T09:00:02Z"}""")
record ImportView(
        @NotNull UUID id,
        @NotNull String sourceId,
        @NotNull String centreId,
        @NotNull String fileName,

        @Schema(description = "What all its records describe; absent when each is judged by itself.") @Nullable
        RecordKind kind,

        @NotNull ImportState state,

        @Schema(description = "Why the file was refused, as a sentence.") @Nullable
        String refusal,

        @Schema(
                description = "What the file is, once it has come.",
                enumeration = {"iso-2709", "marcxml"})
        @Nullable
        String format,

        @Schema(description = "Where a step goes on: how far it has come.") @Nullable
        Progress progress,

        @Schema(description = "How many records the file has, as far as it is planned.")
        long records,

        @NotNull Counts counts,

        @Schema(description = "Who began it.") @NotNull String by,

        @NotNull Instant createdAt,
        @Nullable Instant plannedAt,
        @Nullable Instant appliedAt,

        @Schema(description = "Who let it be applied.") @Nullable
        String appliedBy,

        @Nullable Instant undoneAt,

        @Schema(description = "Who let it be undone.") @Nullable
        String undoneBy) {
    static ImportView of(Import it) {
        return new ImportView(
                it.id,
                it.sourceId,
                it.centreId,
                it.fileName,
                it.kind,
                it.state,
                it.refusal,
                it.format,
                progress(it),
                it.rows,
                it.counts,
                it.byName,
                it.createdAt,
                it.plannedAt,
                it.appliedAt,
                it.appliedBy,
                it.undoneAt,
                it.undoneBy);
    }

    private static @Nullable Progress progress(Import it) {
        return switch (it.state) {
            case PLANNING, APPLYING, UNDOING -> new Progress(Words.of(it.state), it.position, it.bytes, it.row);
            default -> null;
        };
    }
}
