package org.goldenbridge.event.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReductionTest {
    @Test
    void averagesWhatAPixelCovers() {
        var reduction = new Reduction(4, 2, 0.5);
        reduction.add(new int[] {0xFF000000, 0xFF640000, 0xFF0000C8, 0xFF0000C8});
        reduction.add(new int[] {0xFF640000, 0xFFC80000, 0xFF0000C8, 0xFF0000C8});
        assertArrayEquals(new int[] {0xFF640000, 0xFF0000C8}, reduction.reduced().argb);
    }

    /** What is not seen has no colour that could run into its neighbours. */
    @Test
    void weighsColoursWithTheirOpacity() {
        var reduction = new Reduction(2, 1, 0.5);
        reduction.add(new int[] {0xFFFF0000, 0x0000FF00});
        assertArrayEquals(new int[] {0x80FF0000}, reduction.reduced().argb);
    }

    @Test
    void leavesAPictureAsItIsAtItsOwnSize() {
        var random = new Random(3);
        var row = random.ints(1_000).map(pixel -> pixel | 0xFF000000).toArray();
        var reduction = new Reduction(1_000, 1, 1);
        reduction.add(row);
        assertArrayEquals(row, reduction.reduced().argb);
    }

    /** Sides that do not divide: no row or column is lost, and a grey stays the grey that it was. */
    @Test
    void fillsThePictureWhateverTheSizes() {
        var random = new Random(5);
        for (var i = 0; i < 50; i++) {
            var width = 200 + random.nextInt(3_000);
            var height = 200 + random.nextInt(3_000);
            var reduction = new Reduction(width, height, 160.0 / Math.max(width, height));
            var row = new int[width];
            java.util.Arrays.fill(row, 0xFF7B7B7B);
            for (var y = 0; y < height; y++) {
                reduction.add(row);
            }
            for (var pixel : reduction.reduced().argb) {
                assertEquals(0xFF7B7B7B, pixel, () -> width + " x " + height);
            }
        }
    }
}
