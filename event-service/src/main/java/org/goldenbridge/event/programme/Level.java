package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What a visitor should already know. */
public enum Level {
    BEGINNER,
    ELEMENTARY,
    INTERMEDIATE,
    ADVANCED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<Level> {
        Column() {
            super(Level.class);
        }
    }
}
