package org.goldenbridge.event.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** A picture in memory: sRGB with opacity, row by row, not premultiplied. */
final class Pixels {
    private static final int OPAQUE = 0xFF000000;

    final int width;
    final int height;
    final int[] argb;

    Pixels(int width, int height) {
        this.width = width;
        this.height = height;
        this.argb = new int[width * height];
    }

    boolean isOpaque() {
        return Arrays.stream(argb).allMatch(pixel -> (pixel & OPAQUE) == OPAQUE);
    }

    /** The same picture, at most so wide. */
    Pixels atMost(int widest) {
        if (width <= widest) {
            return this;
        }
        var reduction = new Reduction(width, height, (double) widest / width);
        for (var y = 0; y < height; y++) {
            reduction.add(Arrays.copyOfRange(argb, y * width, (y + 1) * width));
        }
        return reduction.reduced();
    }

    /** As the encoders of the platform take it. */
    BufferedImage image(boolean opaque) {
        var image = new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        var data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(argb, 0, data, 0, data.length);
        return image;
    }
}
