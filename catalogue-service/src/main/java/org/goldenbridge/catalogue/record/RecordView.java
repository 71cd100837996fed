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
                 "hidden": false, "title": "Абай жолы",
                 "titles": [{"text": "Абай жолы", "script": "Cyrl", "role": "main"},
                            {"text": "阿拜之路", "script": "Hani", "role": "parallel"}],
                 "names": [{"text": "Әуезов, Мұхтар", "dates": "1897-1961", "kind": "person", "roles": ["author"],
                            "main": true, "otherForms": ["Auezov, Mukhtar"]}],
                 "subjects": ["Abai -- Fiction"], "languages": ["kk"], "year": 1942, "publisher": "Жазушы",
                 "extent": "412 pages", "series": [], "isbns": [], "issns": [], "links": [],
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

        @Schema(description = "All titles in all scripts, the main one first.") @Nullable
        List<TitleView> titles,

        @Nullable List<NameView> names,

        @Schema(description = "Headings with their subdivisions, in all scripts.") @Nullable
        List<String> subjects,

        @Schema(description = "The languages of what it describes (BCP 47), the main one first.", examples = "[\"kk\"]")
        @Nullable
        List<String> languages,

        @Schema(description = "The year of publication or making.", examples = "1942") @Nullable
        Integer year,

        @Nullable String publisher,
        @Nullable String edition,

        @Schema(description = "Pages, volumes, minutes.", examples = "412 pages") @Nullable
        String extent,

        @Nullable String summary,
        @Nullable List<String> series,

        @Schema(description = "With 13 digits.") @Nullable List<String> isbns,

        @Nullable List<String> issns,

        @Schema(description = "Where the work itself is on the web.") @Nullable
        List<String> links,

        @Schema(description = "What the centres hold of it.") @Nullable
        List<Holding> holdings,

        @NotNull Instant createdAt,
        @NotNull Instant changedAt) {
    static RecordView of(Record record, List<Holding> holdings) {
        return record.state == RecordState.ACTIVE ? whole(record, holdings) : tombstone(record);
    }

    private static RecordView whole(Record record, List<Holding> holdings) {
        var says = record.description();
        return new RecordView(
                record.id,
                record.centreId,
                record.kind,
                record.state,
                record.hidden,
                record.title,
                says.titles().stream().map(TitleView::of).toList(),
                says.names().stream().map(NameView::of).toList(),
                says.subjects(),
                record.languages,
                record.year,
                says.publisher(),
                says.edition(),
                says.extent(),
                says.summary(),
                says.series(),
                says.isbns(),
                says.issns(),
                says.links(),
                holdings,
                record.createdAt,
                record.changedAt);
    }

    private static RecordView tombstone(Record record) {
        return new RecordView(
                record.id,
                record.centreId,
                record.kind,
                record.state,
                record.hidden,
                record.title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                record.createdAt,
                record.changedAt);
    }
}
