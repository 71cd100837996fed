package org.goldenbridge.centre.equipment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;

/** A stock of equipment as it is added or edited: the whole of it each time. */
@Schema(description = "A stock of equipment as it is added or edited; the centre never changes.", examples = """
                {"centreId": "beijing", "code": "dombra", "name": {"en": "Dombra", "kk": "Домбыра"}, "quantity": 12}""")
record EquipmentDraft(
        @Schema(examples = "beijing") @NotNull @Size(max = 40)
        String centreId,

        @Schema(description = "A short name, unique in the centre.", examples = "dombra")
        @NotNull
        @Size(max = 60)
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "must be lower-case letters and digits, with single hyphens between")
        String code,

        @NotNull @ShortText LocalizedText name,

        @Schema(description = "How many there are.") @NotNull @Min(0) @Max(100_000)
        Integer quantity) {}
