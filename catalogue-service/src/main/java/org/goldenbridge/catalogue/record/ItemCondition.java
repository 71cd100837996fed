package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** The state of preservation of an item. */
public enum ItemCondition {
    NEW,
    GOOD,
    FAIR,
    POOR,
    DAMAGED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<ItemCondition> {
        Column() {
            super(ItemCondition.class);
        }
    }
}
