package org.goldenbridge.event.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Image files of the tests' own, good and bad. */
final class Pictures {
    private Pictures() {}

    /** Red on the left, blue on the right. */
    static BufferedImage twoHalves(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        return image;
    }

    static byte[] jpeg(int width, int height) {
        return file(twoHalves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return file(twoHalves(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** Its right half shines through. */
    static byte[] transparentPng(int width, int height) {
        var image = twoHalves(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = width / 2; x < width; x++) {
                image.setRGB(x, y, 0);
            }
        }
        return file(image, "png");
    }

    /** What no compression makes small. */
    static byte[] noisyPng(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var noise = new Random(7);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, noise.nextInt());
            }
        }
        return file(image, "png");
    }

    static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return java.util.Objects.requireNonNull(
                    ImageIO.read(new ByteArrayInputStream(file)),
                    () -> "This is no image: "
                            + new String(file, 0, Math.min(60, file.length), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the orientation of a camera, its serial number, and the place where it was. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(6 + 26 + 32);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put("GPS 39.9042 N 116.4074 E".getBytes(StandardCharsets.ISO_8859_1));
        return withSegment(jpeg, 0xE1, exif.array());
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var file = ByteBuffer.allocate(jpeg.length + 4 + content.length);
        file.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        file.put(content).put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** With a chunk in front of the pixels. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        var head = 8 + 25;
        var file = ByteBuffer.allocate(png.length + 12 + content.length);
        file.put(png, 0, head).putInt(content.length);
        var named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
        file.put(named).putInt(sum(named)).put(png, head, png.length - head);
        return file.array();
    }

    /** A few bytes that say they are a picture of that size. */
    static byte[] bomb(int width, int height) {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var png = png(200, 200);
        return ByteBuffer.wrap(png.clone()).put(12, head).putInt(29, sum(head)).array();
    }

    static byte[] then(byte[] file, String text) {
        var more = text.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(file.length + more.length)
                .put(file)
                .put(more)
                .array();
    }

    private static int sum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
