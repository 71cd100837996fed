package org.goldenbridge.centre.space;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What a space is made for. */
enum SpaceKind {
    EXHIBITION_HALL,
    CLASSROOM,
    MUSIC_HALL,
    LIBRARY,
    RESTAURANT,
    MULTI_PURPOSE,
    CINEMA,
    STUDIO,
    OTHER;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<SpaceKind> {
        Column() {
            super(SpaceKind.class);
        }
    }
}
