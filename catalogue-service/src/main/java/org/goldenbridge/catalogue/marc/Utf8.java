package org.goldenbridge.catalogue.marc;

/**
 * How far some bytes are UTF-8.
 *
 * @param valid number of characters above ASCII that are written as RFC 3629 says
 * @param invalid number of bytes that are no part of one
 */
record Utf8(int valid, int invalid) {

    static Utf8 check(byte[] bytes, int from, int to) {
        int valid = 0;
        int invalid = 0;
        int at = from;
        while (at < to) {
            int length = length(bytes, at, to);
            if (length == 0) {
                invalid++;
                at++;
            } else {
                valid += length > 1 ? 1 : 0;
                at += length;
            }
        }
        return new Utf8(valid, invalid);
    }

    /** Length of the character that begins there (RFC 3629, 4: shortest form, no surrogates); 0 if none does. */
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int second = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
        if (first >= 0xC2 && first <= 0xDF) {
            return isTail(second) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            boolean fits = isTail(second) && (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0);
            return fits && isTail(bytes, at + 2, to) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            boolean fits = isTail(second) && (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
            return fits && isTail(bytes, at + 2, to) && isTail(bytes, at + 3, to) ? 4 : 0;
        }
        return 0;
    }

    private static boolean isTail(byte[] bytes, int at, int to) {
        return at < to && isTail(bytes[at] & 0xFF);
    }

    private static boolean isTail(int value) {
        return (value & 0xC0) == 0x80;
    }
}
