package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What a record describes. */
public enum RecordKind {
    BOOK,
    RARE_BOOK,
    SERIAL,
    FILM,
    RECORDING,
    MUSEUM_OBJECT,
    REPLICA,
    IMAGE,
    ARCHIVAL_FILE;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<RecordKind> {
        Column() {
            super(RecordKind.class);
        }
    }
}
