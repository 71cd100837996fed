package org.goldenbridge.event.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG file (PNG specification, third edition, clause 5) without decoding anything, and keeps those that
 * its pixels need. Texts and profiles stay out: they are compressed, and could unpack to any size.
 */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12; // length, name and checksum of each chunk
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int channels;
    private int depth;

    PngFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
    }

    Source read() {
        var chunks = ByteBuffer.wrap(file);
        var position = SIGNATURE;
        String name;
        do {
            if (position + AROUND > file.length) {
                throw cut();
            }
            var length = chunks.getInt(position);
            if (length < 0 || length > file.length - position - AROUND) {
                throw cut();
            }
            name = new String(file, position + 4, 4, StandardCharsets.ISO_8859_1);
            if ((position == SIGNATURE) != name.equals("IHDR")) {
                throw cut();
            }
            if (NEEDED.contains(name)) {
                keep(name, position, length, chunks);
            } else if (Character.isUpperCase(name.charAt(0))) {
                throw Source.unreadable("it is of a kind of PNG that is not known here.");
            }
            position += length + AROUND;
        } while (!name.equals("IEND"));
        return new Source(
                ImageType.PNG,
                width,
                height,
                channels * (depth == 16 ? 2 : 1),
                Orientation.UPRIGHT,
                kept.toByteArray());
    }

    private void keep(String name, int position, int length, ByteBuffer chunks) {
        var sum = new CRC32();
        sum.update(file, position + 4, length + 4);
        if ((int) sum.getValue() != chunks.getInt(position + 8 + length)) {
            throw cut();
        }
        if (name.equals("IHDR")) {
            head(position + 8, length, chunks);
        }
        if (name.equals("tRNS")) {
            channels++; // the decoder makes opacity of it
        }
        kept.write(file, position, length + AROUND);
    }

    private void head(int data, int length, ByteBuffer chunks) {
        if (length != 13) {
            throw cut();
        }
        Source.mustBear(chunks.getInt(data) & 0xFFFFFFFFL, chunks.getInt(data + 4) & 0xFFFFFFFFL);
        width = chunks.getInt(data);
        height = chunks.getInt(data + 4);
        depth = file[data + 8];
        channels = switch (file[data + 9]) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw cut();
        };
    }

    private static RuntimeException cut() {
        return Source.unreadable("it is damaged or cut off.");
    }
}
