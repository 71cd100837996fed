package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What was done to a record. */
public enum RecordAction {
    ENTERED,
    EDITED,
    IMPORTED,
    IMPORT_UNDONE,
    DELETED,
    RESTORED,
    /** It gave its place to another record. */
    MERGED,
    /** It took the place of another record. */
    ABSORBED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<RecordAction> {
        Column() {
            super(RecordAction.class);
        }
    }
}
