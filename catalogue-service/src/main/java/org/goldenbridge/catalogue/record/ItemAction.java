package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What was done to an item. */
enum ItemAction {
    ENTERED,
    EDITED,
    /** It became a copy of another record. */
    MOVED,
    WITHDRAWN;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<ItemAction> {
        Column() {
            super(ItemAction.class);
        }
    }
}
