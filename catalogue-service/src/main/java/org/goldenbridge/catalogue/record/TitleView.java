package org.goldenbridge.catalogue.record;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.marc.Description;
import org.goldenbridge.platform.words.Words;

/** A title as it is shown and told. */
@Schema(description = "A title, in one script.", examples = """
                {"text": "Абай жолы", "script": "Cyrl", "role": "main"}""")
public record TitleView(
        @NotNull String text,

        @Schema(description = "The script of most of its letters, ISO 15924; Zyyy when it has none.", examples = "Cyrl")
        @NotNull
        String script,

        @Schema(
                description =
                        "What it is to the work: as it stands on it, the same in another script, in another language, "
                                + "one under which it is looked for as well, or one that brings editions together.",
                enumeration = {"main", "alternate-script", "parallel", "variant", "uniform"})
        @NotNull
        String role) {
    /** It, as it is shown. */
    public static TitleView of(Description.Title title) {
        return new TitleView(title.text(), title.script(), Words.of(title.role()));
    }
}
