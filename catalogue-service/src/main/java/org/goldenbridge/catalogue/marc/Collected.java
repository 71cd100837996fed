package org.goldenbridge.catalogue.marc;

import java.util.Arrays;

/** The bytes of the record that is being cut out: all of them up to the limit, beyond it only the first ones. */
final class Collected {
    private static final int FIRST_CAPACITY = 1 << 12;

    private final int limit;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private long length;
    private boolean tooLong;

    Collected(int limit) {
        this.limit = limit;
    }

    void add(int value) {
        if (length < limit && !tooLong) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            bytes[(int) length] = (byte) value;
        } else if (!tooLong) {
            tooLong = true;
            bytes = Arrays.copyOf(bytes, Math.min(limit, MarcFile.KEPT_OF_TOO_LONG));
        }
        length++;
    }

    /** Adds what another one collected, which may have lost its end. */
    void add(Collected other) {
        var kept = other.bytes();
        for (byte value : kept) {
            add(value);
        }
        length += other.length - kept.length;
        tooLong |= other.tooLong;
    }

    void removeLast(int count) {
        length -= count;
    }

    long length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return Arrays.copyOf(
                bytes, tooLong ? (int) Math.min(length, Math.min(limit, MarcFile.KEPT_OF_TOO_LONG)) : (int) length);
    }

    void clear() {
        length = 0;
        tooLong = false;
        if (bytes.length > MarcFile.KEPT_OF_TOO_LONG || bytes.length < FIRST_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
    }
}
