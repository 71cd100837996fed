package org.goldenbridge.catalogue.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a source may do to the fields of some tags. */
@Schema(description = "What the source may do to the fields of some tags of a record that the catalogue has already.")
record OverlayRule(
        @Schema(description = "A tag, in which X stands for any digit, or LDR for the leader.", examples = "6XX")
        @NotNull
        @Pattern(regexp = "LDR|[0-9X]{3}", message = "must be a tag such as 245, 6XX or LDR")
        String fields,

        @Schema(
                description =
                        "`replace`: the source's fields take the place of ours. `add`: they come to ours, none of ours"
                                + " goes. `fill`: they are taken where the record has none of that tag. `keep`: ours stay; the"
                                + " source's are taken only with a new record.",
                examples = "add")
        @NotNull
        FieldRule rule) {

    /** Whether the rule speaks of that tag. */
    boolean names(String tag) {
        for (int nth = 0; nth < 3; nth++) {
            var asked = fields.charAt(nth);
            if (asked != tag.charAt(nth) && (asked != 'X' || !Character.isDigit(tag.charAt(nth)))) {
                return false;
            }
        }
        return true;
    }
}
