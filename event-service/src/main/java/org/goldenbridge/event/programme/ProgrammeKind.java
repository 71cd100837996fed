package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What a programme is. */
public enum ProgrammeKind {
    SEASON,
    FESTIVAL,
    DAYS_OF_CULTURE,
    FORUM,
    TOURING_EXHIBITION,
    OTHER;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<ProgrammeKind> {
        Column() {
            super(ProgrammeKind.class);
        }
    }
}
