package org.goldenbridge.event.course;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** Whether a course takes place. */
enum CourseStatus {
    SCHEDULED,
    CANCELLED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<CourseStatus> {
        Column() {
            super(CourseStatus.class);
        }
    }
}
