package org.goldenbridge.catalogue.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), also of several members joined in one file, in the memory of one buffer. The JDK's stream calls
 * itself for every member, so that a file of many empty ones ends it, and takes whatever comes behind a member for nothing.
 */
final class Gunzip extends InputStream {
    private static final int MAGIC_FIRST = 0x1F;
    private static final int MAGIC_SECOND = 0x8B;
    private static final int DEFLATED = 8;
    private static final int HAS_HEADER_CHECK = 0x02;
    private static final int HAS_EXTRA = 0x04;
    private static final int HAS_NAME = 0x08;
    private static final int HAS_COMMENT = 0x10;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final byte[] packed = new byte[1 << 16];
    private int at;
    private int end;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private boolean inMember;
    private boolean atEnd;

    Gunzip(InputStream in) throws IOException {
        this.in = in;
        header(needed());
        inMember = true;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (length > 0 && !atEnd) {
            if (!inMember) {
                nextMember();
                continue;
            }
            int read = inflate(into, from, length);
            if (read > 0) {
                check.update(into, from, read);
                return read;
            }
        }
        return length == 0 ? 0 : -1;
    }

    /** Nothing when more packed bytes are needed, or the member has come to its end. */
    private int inflate(byte[] into, int from, int length) throws IOException {
        try {
            int read = inflater.inflate(into, from, length);
            if (read == 0 && inflater.finished()) {
                at = end - inflater.getRemaining();
                trailer();
                inMember = false;
            } else if (read == 0 && inflater.needsInput()) {
                fill();
                inflater.setInput(packed, 0, end);
                at = end;
            } else if (read == 0 && inflater.needsDictionary()) {
                throw new ZipException("A preset dictionary is wanted");
            }
            return read;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    /** What stands behind a member is another one; tapes and archives fill up with zeros. */
    private void nextMember() throws IOException {
        int first = next();
        while (first == 0) {
            first = next();
        }
        if (first < 0) {
            atEnd = true;
            return;
        }
        header(first);
        inMember = true;
    }

    private void header(int first) throws IOException {
        if (first != MAGIC_FIRST || needed() != MAGIC_SECOND || needed() != DEFLATED) {
            throw new ZipException("No gzip header");
        }
        int flags = needed();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("Reserved flags are set");
        }
        skip(6); // time, level, system
        if ((flags & HAS_EXTRA) != 0) {
            skip(needed() | needed() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(packed, at, end - at);
        check.reset();
    }

    private void trailer() throws IOException {
        long sum = word();
        long size = word();
        if (sum != check.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("The sum of a member is not right");
        }
    }

    private long word() throws IOException {
        long word = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            word |= (long) needed() << shift;
        }
        return word;
    }

    private void skip(int bytes) throws IOException {
        for (int nth = 0; nth < bytes; nth++) {
            needed();
        }
    }

    private void skipText() throws IOException {
        while (needed() != 0) {
            // a name, which is of no interest
        }
    }

    private int needed() throws IOException {
        int value = next();
        if (value < 0) {
            throw new EOFException("The gzip file ends too early");
        }
        return value;
    }

    private int next() throws IOException {
        if (at == end) {
            int read = in.read(packed, 0, packed.length);
            if (read < 0) {
                return -1;
            }
            at = 0;
            end = read;
        }
        return packed[at++] & 0xFF;
    }

    private void fill() throws IOException {
        int read = in.read(packed, 0, packed.length);
        if (read < 0) {
            throw new EOFException("The gzip file ends too early");
        }
        at = 0;
        end = read;
    }

    /** Gives back what lies outside the heap; the packed stream is its owner's. */
    @Override
    public void close() {
        inflater.end();
    }
}
