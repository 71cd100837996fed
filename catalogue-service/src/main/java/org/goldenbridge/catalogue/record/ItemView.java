package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A copy that a centre holds: a volume, a reel, a replica.", examples = """
                {"id": "0199a3c4-7d30-7000-8000-0000000000ab", "recordId": "0199a3c4-7d30-7000-8000-0000000000aa",
                 "centreId": "beijing", "barcode": "BJ000123", "shelf": "Library, A 12", "condition": "good",
                 "status": "available", "withdrawn": false}""")
record ItemView(
        @NotNull UUID id,

        @Schema(description = "The record of which it is a copy.") @NotNull
        UUID recordId,

        @NotNull String centreId,
        @NotNull String barcode,
        @NotNull String shelf,
        @NotNull ItemCondition condition,
        @NotNull ItemStatus status,

        @Schema(description = "Whether it is gone from the collection.")
        boolean withdrawn,

        @Schema(description = "Shown to staff only.") @Nullable
        String note) {
    static ItemView of(Item item, boolean toStaff) {
        return new ItemView(
                item.id,
                item.recordId,
                item.centreId,
                item.barcode,
                item.shelf,
                item.condition,
                item.status,
                item.withdrawn,
                toStaff ? item.note : null);
    }
}
