package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts at the record terminator alone: the length in a leader may lie, and one that does must not take others with it. */
final class Iso2709Framing implements Framing {
    private final ByteSource in;
    private final FileForm form = new FileForm(FileForm.Format.ISO_2709, null);
    private final Collected collected;
    private long number;

    Iso2709Framing(ByteSource in, long number, int limit) {
        this.in = in;
        this.number = number;
        this.collected = new Collected(limit);
    }

    @Override
    public @Nullable Frame next() throws IOException {
        int value = in.read();
        while (isBetweenRecords(value)) {
            value = in.read();
        }
        if (value < 0) {
            return null;
        }
        in.unread(1);
        long position = in.position();
        collected.clear();
        boolean ended = in.collectTo((byte) Iso2709.RECORD_TERMINATOR, collected);
        var fault = Frame.Fault.NONE;
        if (collected.isTooLong()) {
            fault = Frame.Fault.TOO_LONG;
        } else if (!ended) {
            fault = Frame.Fault.CUT;
        }
        return new Frame(number++, position, collected.length(), collected.bytes(), fault, form);
    }

    /** Line ends, blanks, NUL, the end mark of DOS, and the byte order mark that joined files leave behind. */
    private static boolean isBetweenRecords(int value) {
        return switch (value) {
            case '\r', '\n', ' ', '\t', 0, 0x1A, 0xEF, 0xBB, 0xBF -> true;
            default -> false;
        };
    }
}
