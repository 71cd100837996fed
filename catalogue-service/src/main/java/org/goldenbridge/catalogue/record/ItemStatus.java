package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** Whether an item can be had, and if not why. */
public enum ItemStatus {
    AVAILABLE,
    ON_DISPLAY,
    ON_LOAN,
    IN_REPAIR,
    REFERENCE_ONLY,
    MISSING;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<ItemStatus> {
        Column() {
            super(ItemStatus.class);
        }
    }
}
