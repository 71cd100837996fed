package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What an event is. */
public enum EventKind {
    WORKSHOP,
    MASTERCLASS,
    COURSE,
    CONCERT,
    SCREENING,
    EXHIBITION,
    LITERARY_EVENING,
    LECTURE,
    PRESENTATION,
    CONFERENCE,
    ROUND_TABLE,
    SEMINAR,
    TASTING,
    FESTIVAL,
    CEREMONY,
    TRAINING,
    OTHER;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<EventKind> {
        Column() {
            super(EventKind.class);
        }
    }
}
