package org.goldenbridge.catalogue.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.ZipException;
import org.goldenbridge.platform.problem.Refusal;

/**
 * A file as it is sent, unpacked on the way when its first bytes say that it is gzip (RFC 1952). What unpacks to more than
 * it may is refused while it is read, long before it fills anything.
 */
final class Unpacked extends InputStream {
    private static final int MAGIC_FIRST = 0x1F;
    private static final int MAGIC_SECOND = 0x8B;

    private final UploadLimits limits;
    private final Counted packed;
    private final InputStream in;
    private final boolean gzip;
    private long unpacked;

    private Unpacked(UploadLimits limits, Counted packed, InputStream in, boolean gzip) {
        this.limits = limits;
        this.packed = packed;
        this.in = in;
        this.gzip = gzip;
    }

    static Unpacked of(InputStream sent, UploadLimits limits) throws IOException {
        var packed = new Counted(sent);
        var start = new PushbackInputStream(packed, 2);
        int first = start.read();
        int second = first < 0 ? -1 : start.read();
        if (second >= 0) {
            start.unread(second);
        }
        if (first >= 0) {
            start.unread(first);
        }
        var gzip = first == MAGIC_FIRST && second == MAGIC_SECOND;
        return new Unpacked(limits, packed, gzip ? unpacking(start) : start, gzip);
    }

    private static InputStream unpacking(InputStream start) throws IOException {
        try {
            return new Gunzip(start);
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(0);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = readPacked(into, from, length);
        unpacked += Math.max(read, 0);
        if (gzip && unpacked > UploadLimits.FREE_OF_RATIO && unpacked > packed.count * limits.ratio) {
            throw tooLarge("Every packed byte of it becomes more than " + limits.ratio + ", which no catalogue does.");
        }
        if (unpacked > limits.unpacked) {
            throw tooLarge("Unpacked it has more than " + limits.unpacked + " bytes. Send it in parts.");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        if (gzip) {
            in.close();
        }
    }

    private int readPacked(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (ZipException | java.io.EOFException e) {
            if (!gzip) {
                throw e;
            }
            throw damaged(unpacked);
        }
    }

    private static Refusal tooLarge(String why) {
        return Refusal.unprocessable("unpacks-too-large", "The file unpacks to more than is taken. " + why);
    }

    private static Refusal damaged(long unpacked) {
        return Refusal.unprocessable(
                "damaged-gzip",
                "The gzip file is damaged or cut off: it can be unpacked for " + unpacked
                        + " bytes, and no further. Send it again, or unpack it first and send what is there.");
    }

    /** Counts what comes. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
