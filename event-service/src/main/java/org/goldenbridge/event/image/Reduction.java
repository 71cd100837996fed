package org.goldenbridge.event.image;

import java.util.Arrays;

/**
 * Makes a picture smaller while its rows come in, so that it is never in memory whole: each pixel becomes the average of the
 * area that it covers, with opacity as weight.
 */
final class Reduction {
    /** Far above what adding up thousands of rows can be off, far below a part of a row that shows. */
    private static final double NOTHING = 1e-6;

    private final int sourceWidth;
    private final double columnsPerPixel;
    private final double rowsPerPixel;
    private final Pixels reduced;
    private final double[] sums;
    private final double[] row;
    private double position;
    private int y;

    /** @param scale by how much each side is multiplied, at most 1 */
    Reduction(int sourceWidth, int sourceHeight, double scale) {
        var width = (int) Math.max(1, Math.round(sourceWidth * scale));
        var height = (int) Math.max(1, Math.round(sourceHeight * scale));
        this.sourceWidth = sourceWidth;
        this.columnsPerPixel = (double) sourceWidth / width;
        this.rowsPerPixel = (double) sourceHeight / height;
        this.reduced = new Pixels(width, height);
        this.sums = new double[width * 4];
        this.row = new double[width * 4];
    }

    /** Takes the next row of the source. */
    void add(int[] argb) {
        average(argb);
        var left = 1.0;
        while (left > NOTHING && y < reduced.height) {
            var end = (y + 1) * rowsPerPixel;
            var taken = Math.min(left, end - position);
            for (var i = 0; i < sums.length; i++) {
                sums[i] += row[i] * taken;
            }
            position += taken;
            left -= taken;
            if (position > end - NOTHING) {
                finishRow();
            }
        }
    }

    /** The row in its new width: opacity, and the colours weighted with it. */
    private void average(int[] argb) {
        Arrays.fill(row, 0);
        for (var x = 0; x < sourceWidth; x++) {
            var pixel = argb[x];
            var from = (double) x;
            while (from < x + 1 - NOTHING) {
                var target = Math.min((int) ((from + NOTHING) / columnsPerPixel), reduced.width - 1);
                var to = Math.min(x + 1, (target + 1) * columnsPerPixel);
                weigh(pixel, (to - from) / columnsPerPixel, target * 4);
                from = Math.max(to, from + NOTHING);
            }
        }
    }

    private void weigh(int pixel, double share, int at) {
        var opacity = (pixel >>> 24) * share;
        row[at] += opacity;
        row[at + 1] += ((pixel >> 16) & 0xFF) * opacity;
        row[at + 2] += ((pixel >> 8) & 0xFF) * opacity;
        row[at + 3] += (pixel & 0xFF) * opacity;
    }

    private void finishRow() {
        for (var x = 0; x < reduced.width; x++) {
            var opacity = sums[x * 4];
            var seen = opacity > NOTHING ? opacity : 1;
            reduced.argb[y * reduced.width + x] = (level(opacity / rowsPerPixel) << 24)
                    | (level(sums[x * 4 + 1] / seen) << 16)
                    | (level(sums[x * 4 + 2] / seen) << 8)
                    | level(sums[x * 4 + 3] / seen);
        }
        Arrays.fill(sums, 0);
        y++;
    }

    private static int level(double value) {
        return (int) Math.min(255, Math.round(value));
    }

    /** The whole picture, once all rows were added. */
    Pixels reduced() {
        return reduced;
    }
}
