package org.goldenbridge.event.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG file (ITU-T T.81, annex B) without decoding anything, and keeps those that its pixels need:
 * tables, frame, scans and the colour profile. Comments, Exif, thumbnails and all behind the end stay out.
 */
final class JpegFile {
    /** Files that become clear in steps have ten or so; each costs a walk over the whole picture. */
    private static final int MOST_SCANS = 20;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private Orientation orientation = Orientation.UPRIGHT;
    private @Nullable Frame frame;
    private int scans;
    private int position = 2;

    private record Frame(int width, int height, int components) {}

    JpegFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
    }

    Source read() {
        while (!segment()) {
            // the next one
        }
        if (frame == null || scans == 0) {
            throw Source.unreadable("it holds no picture.");
        }
        return new Source(
                ImageType.JPEG, frame.width(), frame.height(), frame.components(), orientation, kept.toByteArray());
    }

    /** Goes over one segment; true when it was the end. */
    private boolean segment() {
        var start = position;
        var marker = marker();
        if (marker == 0xD9) {
            kept.write(file, start, position - start);
            return true;
        }
        var length = number(position);
        if (length < 2 || position + length > file.length) {
            throw cut();
        }
        var data = position + 2;
        position += length;
        if (isNeeded(marker, data, length - 2)) {
            kept.write(0xFF);
            kept.write(marker);
            kept.write(file, data - 2, length);
        }
        if (marker == 0xDA) {
            scan();
        }
        return false;
    }

    private boolean isNeeded(int marker, int data, int length) {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(data, length);
            case 0xC4, 0xDB, 0xDD, 0xDA -> {
                return true;
            }
            case 0xE0 -> {
                return isCalled("JFIF\0", data, length);
            }
            case 0xE2 -> {
                return isCalled("ICC_PROFILE\0", data, length);
            }
            case 0xEE -> {
                return isCalled("Adobe", data, length);
            }
            case 0xE1 -> {
                if (isCalled("Exif\0\0", data, length)) {
                    orientation = Orientation.ofExif(
                            ByteBuffer.wrap(file, data + 6, length - 6).slice());
                }
                return false;
            }
            default -> {
                if ((marker & 0xF0) != 0xE0 && marker != 0xFE) {
                    throw Source.unreadable("it is of a rare kind of JPEG.");
                }
                return false;
            }
        }
        return true;
    }

    private void frame(int data, int length) {
        if (frame != null || length < 6) {
            throw Source.unreadable("it holds more than one picture.");
        }
        var components = file[data + 5] & 0xFF;
        Source.mustBear(number(data + 3), number(data + 1));
        if (file[data] != 8 || (components != 1 && components != 3)) {
            throw Source.unreadable("its colours are made for print (CMYK) or of a rare kind.");
        }
        frame = new Frame(number(data + 3), number(data + 1), components);
    }

    /** The compressed pixels behind the head of a scan: up to a marker that is no part of them. */
    private void scan() {
        if (frame == null || ++scans > MOST_SCANS) {
            throw Source.unreadable("it is put together in an unusual way.");
        }
        var start = position;
        while (position + 1 < file.length) {
            var next = file[position + 1] & 0xFF;
            if (file[position] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                kept.write(file, start, position - start);
                return;
            }
            position++;
        }
        throw cut();
    }

    private int marker() {
        if (position >= file.length || file[position] != (byte) 0xFF) {
            throw cut();
        }
        while (position < file.length && file[position] == (byte) 0xFF) {
            position++;
        }
        if (position >= file.length) {
            throw cut();
        }
        return file[position++] & 0xFF;
    }

    private int number(int at) {
        if (at + 2 > file.length) {
            throw cut();
        }
        return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
    }

    private boolean isCalled(String name, int data, int length) {
        return length >= name.length()
                && new String(file, data, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private static RuntimeException cut() {
        return Source.unreadable("it is damaged or cut off.");
    }
}
