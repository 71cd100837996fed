package org.goldenbridge.event.series;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** Whether a series goes on. */
enum SeriesStatus {
    RUNNING,
    CANCELLED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<SeriesStatus> {
        Column() {
            super(SeriesStatus.class);
        }
    }
}
