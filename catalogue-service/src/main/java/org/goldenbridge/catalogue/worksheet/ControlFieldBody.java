package org.goldenbridge.catalogue.worksheet;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field without indicators and subfields. */
@Schema(description = "A field without indicators and subfields: 001 to 009.")
public record ControlFieldBody(
        @Schema(examples = "008") @NotNull String tag,

        @Schema(examples = "261121s1942    kz            000 1 kaz d") @NotNull
        String value) {}
