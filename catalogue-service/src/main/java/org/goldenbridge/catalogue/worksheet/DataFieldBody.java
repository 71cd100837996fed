package org.goldenbridge.catalogue.worksheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field with two indicators and subfields. */
@Schema(description = "A field with two indicators and subfields: 010 to 999.")
public record DataFieldBody(
        @Schema(examples = "245") @NotNull String tag,

        @Schema(description = "One character; a blank is a blank.", examples = "1") @NotNull
        String ind1,

        @Schema(description = "One character; a blank is a blank.", examples = "0") @NotNull
        String ind2,

        @NotNull @Valid List<@NotNull @Valid SubfieldBody> subfields) {}
