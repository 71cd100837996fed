package org.goldenbridge.catalogue.marc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.testing.SharedFiles;

/** An ISO 2709 record as some system might send it, right or wrong, built byte by byte. */
final class Raw {
    private static final byte[] MARKS = {0x1D, 0x1E, 0x1F};

    private final List<String> tags = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final Charset charset;
    private String leader = "00000nam  2200000   4500";
    private int claimedLength = -1;

    private Raw(Charset charset) {
        this.charset = charset;
    }

    static Raw in(String charset) {
        return new Raw(Charset.forName(charset));
    }

    static Raw utf8() {
        return new Raw(StandardCharsets.UTF_8).leader("00000nam a2200000   4500");
    }

    Raw leader(String leader) {
        this.leader = leader;
        return this;
    }

    Raw claiming(int length) {
        claimedLength = length;
        return this;
    }

    Raw control(String tag, String value) {
        return bytes(tag, value.getBytes(charset));
    }

    /** @param parts code and text in turn */
    Raw data(String tag, String indicators, String... parts) {
        var content = new StringBuilder(indicators);
        for (int at = 0; at < parts.length; at += 2) {
            content.append((char) MARKS[2]).append(parts[at]).append(parts[at + 1]);
        }
        return bytes(tag, content.toString().getBytes(charset));
    }

    /** A field by its bytes, without its terminator. */
    Raw bytes(String tag, byte[] content) {
        tags.add(tag);
        contents.add(content);
        return this;
    }

    byte[] record() {
        var directory = new StringBuilder();
        var fields = new ByteArrayOutputStream();
        for (int nth = 0; nth < tags.size(); nth++) {
            directory
                    .append(tags.get(nth))
                    .append(String.format("%04d", contents.get(nth).length + 1))
                    .append(String.format("%05d", fields.size()));
            fields.writeBytes(contents.get(nth));
            fields.write(MARKS[1]);
        }
        int base = 24 + directory.length() + 1;
        int length = base + fields.size() + 1;
        var head = String.format("%05d", claimedLength >= 0 ? claimedLength : length)
                + leader.substring(5, 12)
                + String.format("%05d", base)
                + leader.substring(17)
                + directory;
        var record = new ByteArrayOutputStream();
        record.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        record.write(MARKS[1]);
        record.writeBytes(fields.toByteArray());
        record.write(MARKS[0]);
        return record.toByteArray();
    }

    Reading reading() {
        return Iso2709Reader.read(record());
    }

    /** Some bytes, written as text in which each character is one. */
    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    static byte[] repeat(String text, int times) {
        return text.repeat(times).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The records of a file of the shared test data. */
    static List<Reading> readings(String name) {
        return frames(SharedFiles.bytes("data/marc/" + name)).stream()
                .map(Reading::of)
                .toList();
    }

    /** All frames of a file. */
    static List<Frame> frames(byte[] file) {
        try {
            return frames(file, FileForm.detect(file), MarcFile.DEFAULT_LIMIT);
        } catch (NotMarcException e) {
            throw new AssertionError(e);
        }
    }

    static List<Frame> frames(byte[] file, FileForm form, int limit) {
        return framesFrom(file, form, MarcFile.Start.BEGINNING, limit);
    }

    static List<Frame> framesFrom(byte[] file, FileForm form, MarcFile.Start start, int limit) {
        var in = new ByteArrayInputStream(file, (int) start.position(), file.length - (int) start.position());
        var marc = MarcFile.open(in, form, start, limit);
        var frames = new ArrayList<Frame>();
        try {
            for (var frame = marc.next(); frame != null; frame = marc.next()) {
                frames.add(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frames;
    }

    static Reading.Readable readable(Reading reading) {
        if (reading instanceof Reading.Unreadable unreadable) {
            throw new AssertionError("Unreadable: " + unreadable.reason());
        }
        return (Reading.Readable) reading;
    }

    static String reason(Reading reading) {
        if (reading instanceof Reading.Readable readable) {
            throw new AssertionError("Readable: " + readable.record());
        }
        return ((Reading.Unreadable) reading).reason();
    }
}
