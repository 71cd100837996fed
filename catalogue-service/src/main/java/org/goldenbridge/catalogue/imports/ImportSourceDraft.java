package org.goldenbridge.catalogue.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as it is entered or edited: the whole of it each time. */
@Schema(
        description = "A source of records as it is entered or edited; an edit replaces the whole of it.",
        examples = """
                {"id": "blcu-library", "centreId": "beijing", "name": "Library of the Language and Culture University",
                 "overlay": [{"fields": "6XX", "rule": "add"}, {"fields": "520", "rule": "fill"}]}""")
record ImportSourceDraft(
        @Schema(description = "A word for addresses: lower case letters, digits, hyphens. It cannot be changed.")
        @NotNull
        @Pattern(
                regexp = "[a-z0-9][a-z0-9-]{1,62}",
                message = "must be 2 to 63 lower case letters, digits and hyphens, and not begin with a hyphen")
        String id,

        @Schema(description = "The centre that takes its files in. It cannot be changed.") @NotNull @Size(max = 63)
        String centreId,

        @Schema(description = "The name by which staff know it.") @NotBlank @Size(max = 200)
        String name,

        @Schema(
                description =
                        "What the source may do to the fields of records that the catalogue has already; the first rule"
                                + " that names a tag counts. Where none does: 852, 853 to 878 and 9XX (holdings and local fields)"
                                + " are kept, 035 (numbers of other systems) is added to, and everything else is replaced in a"
                                + " record that the source delivered before, and filled in one that was matched by ISBN, ISSN or"
                                + " title.")
        @Nullable
        @Valid
        @Size(max = 100)
        List<@NotNull OverlayRule> overlay) {

    List<OverlayRule> rules() {
        return overlay == null ? List.of() : overlay;
    }
}
