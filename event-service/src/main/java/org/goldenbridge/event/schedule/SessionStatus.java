package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** Whether a session takes place. */
public enum SessionStatus {
    SCHEDULED,
    CANCELLED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<SessionStatus> {
        Column() {
            super(SessionStatus.class);
        }
    }
}
