package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** Who an event is for. */
public enum Audience {
    EVERYONE,
    CHILDREN,
    TEENAGERS,
    ADULTS,
    FAMILIES,
    SENIORS,
    PROFESSIONALS;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<Audience> {
        Column() {
            super(Audience.class);
        }
    }
}
