package org.goldenbridge.catalogue.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is known of an item at one moment; the history keeps it as JSON. */
record ItemState(
        UUID recordId,
        String centreId,
        String barcode,
        String shelf,
        ItemCondition condition,
        ItemStatus status,
        @Nullable String note,
        boolean withdrawn) {
    List<PropertyChange> changesTo(ItemState after) {
        var changes = new ArrayList<PropertyChange>();
        PropertyChange.note("recordId", recordId, after.recordId, changes);
        PropertyChange.note("centreId", centreId, after.centreId, changes);
        PropertyChange.note("barcode", barcode, after.barcode, changes);
        PropertyChange.note("shelf", shelf, after.shelf, changes);
        PropertyChange.note("condition", condition, after.condition, changes);
        PropertyChange.note("status", status, after.status, changes);
        PropertyChange.note("note", note, after.note, changes);
        PropertyChange.note("withdrawn", withdrawn, after.withdrawn, changes);
        return changes;
    }

    /** Whether partners would see no difference: what staff note stays inside. */
    boolean looksLike(ItemState other) {
        return withoutNote().equals(other.withoutNote());
    }

    private ItemState withoutNote() {
        return new ItemState(recordId, centreId, barcode, shelf, condition, status, null, withdrawn);
    }
}
