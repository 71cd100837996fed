package org.goldenbridge.catalogue.imports;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person decides of a conflict. */
@Schema(description = "What a person decides of a conflict.", examples = """
                {"decision": "take"}""")
record DecisionDraft(
        @Schema(description = "`keep` ours, or `take` the source's.") @NotNull
        Decision decision) {}
