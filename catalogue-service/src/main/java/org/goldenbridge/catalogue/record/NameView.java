package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.catalogue.marc.Description;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** A name as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Somebody who made the work or had a part in it.", examples = """
                {"text": "Әуезов, Мұхтар", "dates": "1897-1961", "kind": "person", "roles": ["author"], "main": true,
                 "otherForms": ["Auezov, Mukhtar"]}""")
public record NameView(
        @NotNull String text,

        @Schema(description = "Of life or activity.", examples = "1897-1961") @Nullable
        String dates,

        @Schema(enumeration = {"person", "body", "meeting"}) @NotNull
        String kind,

        @Schema(description = "What they did, in the words or MARC codes of the record.", examples = "[\"author\"]")
        @NotNull
        List<String> roles,

        @Schema(description = "Whether the work stands under this name.")
        boolean main,

        @Schema(description = "The name in other scripts.") @NotNull
        List<String> otherForms) {
    /** It, as it is shown. */
    public static NameView of(Description.Name name) {
        return new NameView(
                name.text(), name.dates(), Words.of(name.kind()), name.roles(), name.isMain(), name.otherForms());
    }
}
