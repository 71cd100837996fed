package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one after the other, with their position in the file. */
final class ByteSource {
    /** How many bytes one can step back. */
    private static final int BACK = 4;

    private final InputStream in;
    private final byte[] buffer = new byte[BACK + (1 << 16)];
    private int at = BACK;
    private int end = BACK;
    private long position;

    ByteSource(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** The next byte, 0 to 255, or -1 at the end. */
    int read() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        position++;
        return buffer[at++] & 0xFF;
    }

    /** Collects bytes up to and with the first that has that value; says whether there was one. */
    boolean collectTo(byte last, Collected collected) throws IOException {
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != last) {
                at++;
            }
            boolean found = at < end;
            at += found ? 1 : 0;
            collected.add(buffer, from, at - from);
            position += at - from;
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Steps back over the bytes that {@link #read()} gave last, four at most. */
    void unread(int bytes) {
        at -= bytes;
        position -= bytes;
    }

    /** Where the next byte stands in the file. */
    long position() {
        return position;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, end - BACK, buffer, 0, BACK);
        int read = in.readNBytes(buffer, BACK, buffer.length - BACK);
        at = BACK;
        end = BACK + read;
        return read > 0;
    }
}
