package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record as it is shown: what people look for, derived from the MARC record. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A record as it is shown: what people look for, derived from the MARC record. One that is deleted keeps "
                        + "its id and title only.",
        examples = """
                {"id": "0199a3c4-7d30-7000-8000-0000000000aa", "centreId": "beijing", "kind": "book", "state": "active",
                 "hidden": false, "title": "Абай жолы", "languages": ["kk"], "year": 1942,
                 "holdings": [{"centreId": "beijing", "items": 2, "available": 1}],
                 "createdAt": "2026-11-21T10:00:00Z", "changedAt": "2026-11-21T10:00:00Z"}""")
record RecordView(
        @NotNull UUID id,

        @Schema(description = "The centre that keeps the description.", examples = "beijing") @NotNull
        String centreId,

        @NotNull RecordKind kind,
        @NotNull RecordState state,

        @Schema(description = "Whether it is kept from the public and from partners.")
        boolean hidden,

        @NotNull String title,

        @Schema(description = "The languages of what it describes (BCP 47).", examples = "[\"kk\"]") @Nullable
        List<String> languages,

        @Schema(description = "The year of publication or making.", examples = "1942") @Nullable
        Integer year,

        @Schema(description = "What the centres hold of it.") @Nullable
        List<Holding> holdings,

        @NotNull Instant createdAt,
        @NotNull Instant changedAt) {
    static RecordView of(Record record, List<Holding> holdings) {
        boolean stands = record.state == RecordState.ACTIVE;
        return new RecordView(
                record.id,
                record.centreId,
                record.kind,
                record.state,
                record.hidden,
                record.title,
                stands ? record.languages : null,
                stands ? record.year : null,
                stands ? holdings : null,
                record.createdAt,
                record.changedAt);
    }
}
