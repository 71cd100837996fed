package org.goldenbridge.catalogue.marc;

import java.util.Arrays;

/** The bytes of the record that is being cut out: all of them up to the limit, beyond it only the first ones. */
final class Collected {
    private static final int FIRST_CAPACITY = 1 << 12;

    private final int limit;
    private final int keptOfTooLong;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private long length;
    private boolean tooLong;

    Collected(int limit) {
        this.limit = limit;
        this.keptOfTooLong = Math.min(limit, MarcFile.KEPT_OF_TOO_LONG);
    }

    void add(int value) {
        if (!tooLong && length < limit) {
            reserve((int) length + 1);
            bytes[(int) length] = (byte) value;
        } else {
            cut();
        }
        length++;
    }

    void add(byte[] more, int from, int count) {
        if (!tooLong && length + count <= limit) {
            reserve((int) length + count);
            System.arraycopy(more, from, bytes, (int) length, count);
        } else {
            cut();
            if (length < keptOfTooLong) {
                System.arraycopy(more, from, bytes, (int) length, Math.min(count, keptOfTooLong - (int) length));
            }
        }
        length += count;
    }

    /** Adds what another one collected, which may have lost its end. */
    void add(Collected other) {
        var kept = other.bytes();
        add(kept, 0, kept.length);
        if (other.tooLong) {
            cut();
            length += other.length - kept.length;
        }
    }

    private void reserve(int capacity) {
        if (capacity > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(capacity, bytes.length * 2));
        }
    }

    private void cut() {
        if (!tooLong) {
            tooLong = true;
            bytes = Arrays.copyOf(bytes, keptOfTooLong);
        }
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
        return Arrays.copyOf(bytes, tooLong ? (int) Math.min(length, keptOfTooLong) : (int) length);
    }

    void clear() {
        length = 0;
        tooLong = false;
        if (bytes.length > MarcFile.KEPT_OF_TOO_LONG || bytes.length < FIRST_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
    }
}
