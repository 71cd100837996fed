package org.goldenbridge.catalogue.record;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The record that takes another one's place. */
@Schema(description = "The record that takes another one's place.", examples = """
                {"into": "0199a3c4-7d30-7000-8000-0000000000ac"}""")
record MergeDraft(
        @Schema(description = "The record that stays.") @NotNull
        UUID into) {}
