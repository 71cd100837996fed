package org.goldenbridge.centre.equipment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;

/** A stock of equipment as it is shown. */
@Schema(description = "A stock of equipment of a centre: instruments, projectors, easels.", examples = """
                {"id": "0199a3c4-7d20-7000-8000-0000000000aa", "centreId": "beijing", "withdrawn": false,
                 "code": "dombra", "name": {"en": "Dombra"}, "quantity": 12}""")
record EquipmentView(
        @NotNull UUID id,
        @NotNull String centreId,

        @Schema(description = "Whether it is no longer in use.")
        boolean withdrawn,

        @NotNull String code,
        @NotNull LocalizedText name,
        @Schema(description = "How many there are.") int quantity) {
    static EquipmentView of(Equipment equipment, ReaderLanguage reader) {
        return new EquipmentView(
                equipment.id,
                equipment.centreId,
                equipment.withdrawn,
                equipment.code,
                reader.of(equipment.name),
                equipment.quantity);
    }
}
