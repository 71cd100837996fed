package org.goldenbridge.catalogue.marc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of MARC records, cut into its records while it is read, so that one broken record does not end the file and the
 * size of a file does not matter. What a record holds is read from its frame afterwards ({@link Reading#of}).
 *
 * <p>Positions count the bytes of the file as it was sent, also in UTF-16. Opening a file again at the {@link Frame#after}
 * of a frame, or at the start of one, gives the same frames as reading on.
 */
public final class MarcFile {
    /** Longest record that is taken, in bytes: forty times what ISO 2709 can say. */
    public static final int DEFAULT_LIMIT = 4 << 20;

    /** How much of a record over the limit is kept, in bytes. */
    static final int KEPT_OF_TOO_LONG = 64 << 10;

    private final FileForm form;
    private final Framing framing;

    private MarcFile(InputStream in, FileForm form, Start start, int limit) {
        var bytes = new ByteSource(in, start.position());
        this.form = form;
        this.framing = form.format() == FileForm.Format.ISO_2709
                ? new Iso2709Framing(bytes, start.number(), limit)
                : new XmlFraming(bytes, start.number(), limit, form);
    }

    /**
     * Where to begin.
     *
     * @param position bytes from the beginning of the file
     * @param number the number that the next record gets
     */
    public record Start(long position, long number) {
        /** The first record of a file. */
        public static final Start BEGINNING = new Start(0, 1);
    }

    /**
     * Opens a file at its beginning.
     *
     * @throws NotMarcException if it holds no MARC records as far as its first bytes tell
     */
    public static MarcFile open(InputStream in) throws IOException, NotMarcException {
        var buffered = new BufferedInputStream(in, FileForm.HEAD);
        buffered.mark(FileForm.HEAD);
        var form = FileForm.detect(buffered.readNBytes(FileForm.HEAD));
        buffered.reset();
        return open(buffered, form, Start.BEGINNING, DEFAULT_LIMIT);
    }

    /**
     * Opens a file whose form is known.
     *
     * @param in the bytes of the file from {@code start.position()} on
     * @param limit longest record that is taken, in bytes
     */
    public static MarcFile open(InputStream in, FileForm form, Start start, int limit) {
        return new MarcFile(in, form, start, limit);
    }

    /** What the file is. */
    public FileForm form() {
        return form;
    }

    /** The next record; null at the end of the file. */
    public @Nullable Frame next() throws IOException {
        return framing.next();
    }
}
