package org.goldenbridge.event.image;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Decodes an image strip by strip, each from the beginning of the file: slower than at once, but the picture of a good camera,
 * which is a hundred megabytes, is never in memory whole.
 */
final class Decoding {
    private static final int STRIP_BYTES = 12 << 20;
    private static final long LONGEST_NANOS = 20_000_000_000L;

    private final Source source;

    Decoding(Source source) {
        this.source = source;
    }

    /**
     * Hands out the rows of the picture from the top, as sRGB with opacity.
     *
     * @throws Refusal 422 {@code image-unreadable}
     */
    void rows(Consumer<int[]> row) {
        var reader = ImageIO.getImageReadersByFormatName(source.type.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(source.bytes))) {
            reader.setInput(input, false, true);
            if (reader.getWidth(0) != source.width || reader.getHeight(0) != source.height) {
                throw Source.unreadable("it says two different sizes.");
            }
            var rows = Math.max(1, Math.min(source.height, STRIP_BYTES / (source.width * source.bytesPerPixel)));
            var begun = System.nanoTime();
            for (var y = 0; y < source.height; y += rows) {
                if (System.nanoTime() - begun > LONGEST_NANOS) {
                    throw Source.unreadable("it takes too long.");
                }
                strip(reader, y, Math.min(rows, source.height - y), row);
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw Source.unreadable(
                    "it is damaged or cut off."); // decoders fail in many ways, and the file is a stranger's
        } finally {
            reader.dispose();
        }
    }

    private void strip(ImageReader reader, int y, int rows, Consumer<int[]> row) throws IOException {
        var part = reader.getDefaultReadParam();
        part.setSourceRegion(new Rectangle(0, y, source.width, rows));
        var strip = inCommonColours(reader.read(0, part));
        var argb = new int[source.width];
        var samples = new int[source.width * strip.getRaster().getNumBands()];
        for (var i = 0; i < rows; i++) {
            if (strip.getColorModel() instanceof IndexColorModel) {
                strip.getRGB(0, i, source.width, 1, argb, 0, source.width);
            } else {
                pixels(strip, strip.getRaster().getPixels(0, i, source.width, 1, samples), argb);
            }
            row.accept(argb);
        }
    }

    /** Colours of a camera's or screen's own profile look wrong on others: they become sRGB. */
    private static BufferedImage inCommonColours(BufferedImage strip) {
        var colours = strip.getColorModel().getColorSpace();
        if (colours.getType() != ColorSpace.TYPE_RGB || colours.isCS_sRGB()) {
            return strip;
        }
        var common = new BufferedImage(strip.getWidth(), strip.getHeight(), BufferedImage.TYPE_INT_RGB);
        return new ColorConvertOp(null).filter(strip, common);
    }

    /** From grey, grey with opacity, RGB or RGBA. The platform would lighten greys, whose levels it takes for linear. */
    private static void pixels(BufferedImage strip, int[] samples, int[] argb) {
        var bands = strip.getRaster().getNumBands();
        var shift = strip.getSampleModel().getSampleSize(0) - 8;
        for (var x = 0; x < argb.length; x++) {
            var at = x * bands;
            var first = samples[at] >> shift;
            var opacity = bands % 2 == 0 ? samples[at + bands - 1] >> shift : 0xFF;
            argb[x] = (opacity << 24)
                    | (first << 16)
                    | ((bands < 3 ? first : samples[at + 1] >> shift) << 8)
                    | (bands < 3 ? first : samples[at + 2] >> shift);
        }
    }
}
