package org.goldenbridge.event.places;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** How many places are left, in a word. */
public enum Availability {
    PLENTY,
    FEW,
    NONE,
    WAITING_LIST;

    private static final int FEW_AT_MOST = 5;

    /** Few means at most five, or a tenth of a large room; while somebody waits, others can only join them. */
    public static Availability of(int placesLeft, int capacity, int waiting) {
        if (waiting > 0) {
            return WAITING_LIST;
        }
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
