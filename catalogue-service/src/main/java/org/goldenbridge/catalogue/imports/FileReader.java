package org.goldenbridge.catalogue.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.catalogue.marc.Frame;
import org.goldenbridge.catalogue.marc.MarcFile;
import org.jspecify.annotations.Nullable;

/** Reads the file of an import record by record, from wherever its step is. */
final class FileReader {
    /** So many bytes are worked on at a time at most, for a record may have megabytes. */
    private static final long MOST_BYTES = 4 << 20;

    private final FileStore files;
    private @Nullable MarcFile open;
    private long nextRow;

    FileReader(FileStore files) {
        this.files = files;
    }

    /** The next records, in their order; none when the file is at its end. */
    List<Frame> next(Job job, int atMost) {
        try {
            var file = at(job);
            var frames = new ArrayList<Frame>(atMost);
            long bytes = 0;
            while (frames.size() < atMost && bytes < MOST_BYTES) {
                var frame = file.next();
                if (frame == null) {
                    break;
                }
                frames.add(frame);
                bytes += frame.bytes().length;
                nextRow = frame.number() + 1;
            }
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MarcFile at(Job job) {
        var file = open;
        if (file == null || nextRow != job.row() + 1) {
            file = MarcFile.open(
                    files.open(job.importId(), job.position()), job.form(), job.start(), MarcFile.DEFAULT_LIMIT);
            open = file;
            nextRow = job.row() + 1;
        }
        return file;
    }
}
