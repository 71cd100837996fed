package org.goldenbridge.catalogue.worksheet;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a field. */
@Schema(description = "A part of a field.")
public record SubfieldBody(
        @Schema(description = "A lower-case letter or a digit.", examples = "a") @NotNull
        String code,

        @Schema(examples = "Abai zholy.") @NotNull String value) {}
