package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** How far an import has come. */
enum ImportState {
    /** Its file has yet to come, or has come in part. */
    RECEIVING,
    PLANNING,
    /** A person decides whether it is applied. */
    PLANNED,
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    /** What came is no file of MARC records. */
    REFUSED,
    /** A person decided against it. */
    WITHDRAWN;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<ImportState> {
        Column() {
            super(ImportState.class);
        }
    }
}
