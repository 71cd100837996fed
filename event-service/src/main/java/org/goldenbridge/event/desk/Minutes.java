package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of a board, in minutes from the top of its cell. It is written as classes of desk-minutes.css, because the
 * Content-Security-Policy of the pages refuses style attributes.
 *
 * @param from from the top of the cell
 * @param length at least 1
 */
public record Minutes(int from, int length) {
    private static final int HOUR = 60;

    static Minutes between(Instant top, Instant start, Instant end) {
        return new Minutes(minutes(top, start), Math.max(1, minutes(start, end)));
    }

    static int minutes(Instant from, Instant to) {
        return (int) Duration.between(from, to).toMinutes();
    }

    /** The same in a cell that begins later. */
    Minutes below(int top) {
        return new Minutes(from - top, length);
    }

    /** The classes of place and height. */
    public String css() {
        return "fh" + from / HOUR + " fm" + from % HOUR + " " + height(length);
    }

    /** The classes of a height alone. */
    static String height(int minutes) {
        return "lh" + minutes / HOUR + " lm" + minutes % HOUR;
    }
}
