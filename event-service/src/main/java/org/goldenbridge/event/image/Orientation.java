package org.goldenbridge.event.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the eight values of the tag Orientation (Exif 2.32, 4.6.4), as what has to be done to see the
 * picture upright: turning it over its diagonal first, then mirroring it.
 */
record Orientation(boolean transposed, boolean mirrored, boolean upsideDown) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /** Reads it from what follows {@code Exif\0\0}: a TIFF file whose first directory may have the tag. */
    static Orientation ofExif(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var directory = tiff.getInt(4);
            var entries = tiff.getShort(directory) & 0xFFFF;
            for (var i = 0; i < entries; i++) {
                var entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xFFFF) == TAG && tiff.getShort(entry + 2) == SHORT) {
                    return of(tiff.getShort(entry + 8));
                }
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return UPRIGHT; // a picture does not become wrong by metadata that is
        }
        return UPRIGHT;
    }

    /** The picture as it is to be seen. */
    Pixels applyTo(Pixels seen) {
        if (equals(UPRIGHT)) {
            return seen;
        }
        var turned = transposed ? new Pixels(seen.height, seen.width) : new Pixels(seen.width, seen.height);
        for (var y = 0; y < turned.height; y++) {
            var fromY = upsideDown ? turned.height - 1 - y : y;
            for (var x = 0; x < turned.width; x++) {
                var fromX = mirrored ? turned.width - 1 - x : x;
                turned.argb[y * turned.width + x] =
                        transposed ? seen.argb[fromX * seen.width + fromY] : seen.argb[fromY * seen.width + fromX];
            }
        }
        return turned;
    }
}
