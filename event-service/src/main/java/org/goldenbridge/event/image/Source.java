package org.goldenbridge.event.image;

import org.goldenbridge.platform.problem.Refusal;

/**
 * What was uploaded, reduced to what its pixels need: no metadata, no place where it was taken, nothing behind its end. Its
 * size is known and bearable before anything is decoded.
 */
final class Source {
    /** The shortest side, in pixels: below it nothing fills a card on a page. */
    static final int SHORTEST = 200;

    /** The longest side, in pixels. */
    static final int LONGEST = 8_000;

    /** The most pixels: what good cameras take. */
    static final int MOST = 25_000_000;

    final ImageType type;
    final int width;
    final int height;
    final int bytesPerPixel;
    final Orientation orientation;
    final byte[] bytes;

    Source(ImageType type, int width, int height, int bytesPerPixel, Orientation orientation, byte[] bytes) {
        this.type = type;
        this.width = width;
        this.height = height;
        this.bytesPerPixel = bytesPerPixel;
        this.orientation = orientation;
        this.bytes = bytes;
    }

    static Source of(byte[] file, ImageType type) {
        return switch (type) {
            case JPEG -> new JpegFile(file).read();
            case PNG -> new PngFile(file).read();
        };
    }

    /**
     * Lets the reading go on only when the size is one that is taken.
     *
     * @throws Refusal 422 {@code image-dimensions}
     */
    static void mustBear(long width, long height) {
        if (width < SHORTEST || height < SHORTEST) {
            throw Refusal.unprocessable(
                    "image-dimensions",
                    "The image has %d x %d pixels. Each side needs at least %d.".formatted(width, height, SHORTEST));
        }
        if (width > LONGEST || height > LONGEST || width * height > MOST) {
            throw Refusal.unprocessable(
                    "image-dimensions",
                    "The image has %d x %d pixels. It may have %d on a side, and %d million altogether: make it smaller and send it again."
                            .formatted(width, height, LONGEST, MOST / 1_000_000));
        }
    }

    static Refusal unreadable(String why) {
        return Refusal.unprocessable(
                "image-unreadable", "The image cannot be read: " + why + " Save it anew and send it again.");
    }
}
