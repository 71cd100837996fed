package org.goldenbridge.catalogue.record;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item as it is entered or edited: the whole of it each time. */
@Schema(description = "An item as it is entered or edited; an edit replaces the whole of it.", examples = """
                {"recordId": "0199a3c4-7d30-7000-8000-0000000000aa", "centreId": "beijing", "barcode": "BJ000123",
                 "shelf": "Library, A 12", "condition": "good", "status": "available", "note": "Gift of the family."}""")
record ItemDraft(
        @Schema(description = "The record of which it is a copy.") @NotNull
        UUID recordId,

        @Schema(description = "The centre that holds it.", examples = "beijing") @NotBlank @Size(max = 60)
        String centreId,

        @Schema(description = "Unique among the items of the network that are not withdrawn.", examples = "BJ000123")
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9.-]{3,40}",
                message = "must have 3 to 40 letters, digits, full stops or hyphens of ASCII")
        String barcode,

        @Schema(description = "Where it stands: a shelf mark, a room, a showcase.", examples = "Library, A 12")
        @NotBlank
        @Size(max = 200)
        String shelf,

        @NotNull ItemCondition condition,
        @NotNull ItemStatus status,

        @Schema(description = "For staff only: it never leaves the network.") @Size(max = 2_000) @Nullable
        String note) {
    /** The state that an item has with it. */
    ItemState state() {
        return new ItemState(recordId, centreId, barcode, shelf, condition, status, note, false);
    }
}
