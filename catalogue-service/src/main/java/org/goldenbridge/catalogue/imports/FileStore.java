package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps the files in pieces, so that any instance can go on with one, and nobody ever holds a whole one. */
@Singleton
class FileStore {
    /** Bytes of a piece; only the last one of a file is shorter. */
    static final int PIECE = 1 << 20;

    /** The lock on the import makes an attempt that was overtaken stop before its next piece. */
    private static final String APPEND = """
            insert into import_chunk (import_id, nth, bytes)
            select id, ?, ? from import where id = ? and upload = ? and state = 'receiving' for share""";

    private static final String PIECES = "select coalesce(max(nth) + 1, 0) from import_chunk where import_id = ?";

    private static final String CLEAR = """
            delete from import_chunk where import_id = ? and nth >= ? and nth < ? and nth <> all (?)""";

    /** How many pieces one statement forgets. */
    private static final int CLEARED = 512;

    private final Tables tables;

    FileStore(Tables tables) {
        this.tables = tables;
    }

    /**
     * Keeps one piece of a file that is being sent.
     *
     * @param attempt the attempt to send it
     * @throws Refusal 409 when another attempt has begun, or the import was withdrawn
     */
    void append(UUID importId, UUID attempt, int nth, byte[] bytes) {
        var kept =
                tables.update(APPEND, it -> it.add(nth).add(bytes).add(importId).add(attempt));
        if (kept == 0) {
            throw Refusal.conflict(
                    "upload-overtaken",
                    "The import was withdrawn, or its file is being sent again by another request.");
        }
    }

    /** Forgets the pieces of a file. */
    void clear(UUID importId) {
        clear(importId, List.of());
    }

    /** Forgets the pieces of a file but these; some at a time, for thousands take longer than one statement may. */
    void clear(UUID importId, List<Integer> kept) {
        int pieces = tables.list(PIECES, it -> it.add(importId), row -> row.getInt(1)).stream()
                .findFirst()
                .orElse(0);
        for (int first = 0; first < pieces; first += CLEARED) {
            int from = first;
            tables.update(
                    CLEAR, it -> it.add(importId).add(from).add(from + CLEARED).column("integer", kept, nth -> nth));
        }
    }

    /** The file from a position on. */
    InputStream open(UUID importId, long position) {
        return new Pieces(importId, position);
    }

    private byte @Nullable [] piece(UUID importId, int nth) {
        return tables
                .list(
                        "select bytes from import_chunk where import_id = ? and nth = ?",
                        it -> it.add(importId).add(nth),
                        row -> row.getBytes(1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Reads one piece after the other. */
    private final class Pieces extends InputStream {
        private final UUID importId;
        private int next;
        private byte[] piece = {};
        private int at;

        Pieces(UUID importId, long position) {
            this.importId = importId;
            this.next = Math.toIntExact(position / PIECE);
            if (fill()) {
                at = Math.min((int) (position % PIECE), piece.length);
            }
        }

        /** Whether there is something to read. */
        private boolean fill() {
            while (at == piece.length) {
                var following = piece(importId, next);
                if (following == null) {
                    return false;
                }
                piece = following;
                next++;
                at = 0;
            }
            return true;
        }

        @Override
        public int read() {
            return fill() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (!fill()) {
                return -1;
            }
            int read = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, read);
            at += read;
            return read;
        }
    }

    /** The bytes of one record as they were sent. */
    InputStream original(UUID importId, long position, long length) {
        return new InputStream() {
            private final InputStream file = open(importId, position);
            private long left = length;

            @Override
            public int read() throws java.io.IOException {
                return left-- > 0 ? file.read() : -1;
            }

            @Override
            public int read(byte[] into, int from, int wanted) throws java.io.IOException {
                if (left <= 0) {
                    return -1;
                }
                int read = file.read(into, from, (int) Math.min(wanted, left));
                left -= Math.max(read, 0);
                return read;
            }
        };
    }

    /** The next piece of what is being sent: a whole one, or what is left. */
    static byte[] next(InputStream sent) throws java.io.IOException {
        var piece = new byte[PIECE];
        int read = sent.readNBytes(piece, 0, PIECE);
        return read == PIECE ? piece : Arrays.copyOf(piece, read);
    }
}
