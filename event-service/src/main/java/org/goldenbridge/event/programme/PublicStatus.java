package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** How far the public is told of an event or a programme. */
public enum PublicStatus {
    /** Known to the desk that prepares it, and to nobody else. */
    DRAFT,
    /** Told to everybody; it never becomes a draft again. */
    ANNOUNCED,
    /** Does not take place. Who was told of it still finds it, with the reason. */
    CANCELLED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<PublicStatus> {
        Column() {
            super(PublicStatus.class);
        }
    }
}
