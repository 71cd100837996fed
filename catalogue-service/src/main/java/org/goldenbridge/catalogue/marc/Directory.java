package org.goldenbridge.catalogue.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory of an ISO 2709 record: which bytes belong to which tag. It is believed where the field terminators agree
 * with it. Where they do not (a field over 9,999 bytes has a length of five digits, text was converted after the lengths
 * were counted), the fields are those between the terminators.
 */
final class Directory {
    private final byte[] bytes;
    private final int directoryEnd;
    private final int end;
    private final Warnings warnings;

    /**
     * @param directoryEnd where the field terminator of the directory stands
     * @param end where the record ends, its terminator left out
     */
    Directory(byte[] bytes, int directoryEnd, int end, Warnings warnings) {
        this.bytes = bytes;
        this.directoryEnd = directoryEnd;
        this.end = end;
        this.warnings = warnings;
    }

    /** A field still in bytes, its terminator left out. */
    record Slice(String tag, int from, int to) {}

    /** The fields in the order of the directory; null when it cannot be told which field is which. */
    @Nullable
    List<Slice> fields() {
        var believed = believed();
        if (believed != null) {
            return believed;
        }
        var ends = terminators();
        var fields = inOrder(ends);
        if (fields != null) {
            warnings.add("The directory does not fit the fields; they were taken in the order in which they stand.");
        }
        return fields;
    }

    private int length() {
        return directoryEnd - Iso2709.LEADER_LENGTH;
    }

    private @Nullable List<Slice> believed() {
        if (length() % Iso2709.ENTRY_LENGTH != 0) {
            return null;
        }
        var fields = new ArrayList<Slice>(length() / Iso2709.ENTRY_LENGTH);
        int base = directoryEnd + 1;
        int named = 0;
        for (int entry = Iso2709.LEADER_LENGTH; entry < directoryEnd; entry += Iso2709.ENTRY_LENGTH) {
            int length = number(entry + 3, 4);
            int from = base + number(entry + 7, 5);
            int last = from + length - 1;
            boolean fits = length > 0
                    && from >= base
                    && last < end
                    && bytes[last] == Iso2709.FIELD_TERMINATOR
                    && bytes[from - 1] == Iso2709.FIELD_TERMINATOR;
            if (!fits) {
                return null;
            }
            fields.add(new Slice(tag(entry), from, last));
            named += length;
        }
        return named == end - base ? fields : null;
    }

    /** Where the fields end: at each terminator, and where the record does if the last one has none. */
    private List<Integer> terminators() {
        var ends = new ArrayList<Integer>();
        for (int at = directoryEnd + 1; at < end; at++) {
            if (bytes[at] == Iso2709.FIELD_TERMINATOR) {
                ends.add(at);
            }
        }
        if (bytes[end - 1] != Iso2709.FIELD_TERMINATOR) {
            ends.add(end);
        }
        return ends;
    }

    private @Nullable List<Slice> inOrder(List<Integer> ends) {
        boolean regular = length() == ends.size() * Iso2709.ENTRY_LENGTH;
        var fields = new ArrayList<Slice>(ends.size());
        int entry = Iso2709.LEADER_LENGTH;
        int from = directoryEnd + 1;
        for (int to : ends) {
            int start = from - directoryEnd - 1;
            int entryLength = regular ? Iso2709.ENTRY_LENGTH : entryLength(entry, to + 1 - from, start);
            if (entry + entryLength > directoryEnd) {
                return null;
            }
            fields.add(new Slice(tag(entry), from, to));
            entry += entryLength;
            from = to + 1;
        }
        return entry == directoryEnd ? fields : null;
    }

    /** An entry is longer where a number in it has more digits than there is room for, if it was written so. */
    private int entryLength(int entry, int fieldLength, int start) {
        int lengthDigits = digits(entry + 3, fieldLength, 4);
        return 3 + lengthDigits + digits(entry + 3 + lengthDigits, start, 5);
    }

    private int digits(int at, int number, int usual) {
        var digits = Integer.toString(number);
        boolean written = digits.length() > usual
                && at + digits.length() <= directoryEnd
                && text(at, digits.length()).equals(digits);
        return written ? digits.length() : usual;
    }

    private String tag(int entry) {
        return text(entry, 3);
    }

    private String text(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** A number in digits; -1 if there is anything else. */
    private int number(int from, int length) {
        return number(bytes, from, length);
    }

    static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int at = from; at < from + length; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return -1;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }
}
