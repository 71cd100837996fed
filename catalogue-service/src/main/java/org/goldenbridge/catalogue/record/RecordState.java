package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** Whether a record stands. */
public enum RecordState {
    ACTIVE,
    /** It stays known for ever, as deleted. */
    DELETED,
    /** Another record describes the same and has taken its place. */
    MERGED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<RecordState> {
        Column() {
            super(RecordState.class);
        }
    }
}
