package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Converter;
import org.goldenbridge.platform.words.Words;

/** What became of a booking. */
public enum BookingStatus {
    CONFIRMED,
    CANCELLED;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends Words.Column<BookingStatus> {
        Column() {
            super(BookingStatus.class);
        }
    }
}
