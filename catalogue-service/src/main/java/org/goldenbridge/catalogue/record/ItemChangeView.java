package org.goldenbridge.catalogue.record;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change in the history of an item, with what it did. */
@Schema(description = "One change in the history of an item: who, when, what.", examples = """
                {"version": 1, "at": "2026-11-21T10:00:00Z", "by": "beijing-cataloguer", "action": "edited",
                 "properties": [{"name": "status", "before": "available", "after": "on-loan"}]}""")
record ItemChangeView(
        @Schema(description = "The version that the change made; the first is 0.")
        long version,

        @NotNull Instant at,

        @Schema(description = "The account that made it.") @NotNull
        String by,

        @NotNull ItemAction action,

        @Schema(description = "What differs; nothing for the first version.") @NotNull
        List<PropertyChange> properties) {
    static ItemChangeView of(ItemChange change, ItemState after) {
        var before = change.before;
        return new ItemChangeView(
                change.version,
                change.at,
                change.byName,
                change.action,
                before == null ? List.of() : before.changesTo(after));
    }
}
