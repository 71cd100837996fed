package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** How many places are left, in a word. */
public enum Availability {
    PLENTY,
    FEW,
    NONE;

    private static final int FEW_AT_MOST = 5;

    /** Few means at most five, or a tenth of a large room. */
    static Availability of(int placesLeft, int capacity) {
        if (placesLeft <= 0) {
            return NONE;
        }
        return placesLeft <= Math.max(FEW_AT_MOST, capacity / 10) && placesLeft < capacity ? FEW : PLENTY;
    }

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}
