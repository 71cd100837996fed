package org.goldenbridge.event.whatson;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a picture for an event, as nobody's photograph may be kept among the sources. */
final class Steppe {
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 600;

    private Steppe() {}

    static byte[] inTheEvening() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setPaint(new GradientPaint(0, 0, new Color(0x0a6f80), 0, HEIGHT, new Color(0xf7d794)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setPaint(new Color(0xf2c14e));
        brush.fill(new Ellipse2D.Double(760, 210, 190, 190));
        var hills = new int[] {0x4d8c86, 0x2f6f6c, 0x1c5352, 0x0d3a3c};
        for (var hill = 0; hill < hills.length; hill++) {
            brush.setPaint(new Color(hills[hill]));
            brush.fill(hill(360 + hill * 60, 34 + hill * 8, 0.7 + hill * 1.9));
        }
        brush.dispose();
        try (var file = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path2D hill(int height, int swing, double shift) {
        var line = new Path2D.Double();
        line.moveTo(0, HEIGHT);
        for (var x = 0; x <= WIDTH; x += 10) {
            line.lineTo(x, height + swing * Math.sin(x / 170.0 + shift) + swing / 2.0 * Math.sin(x / 61.0 + shift * 2));
        }
        line.lineTo(WIDTH, HEIGHT);
        line.closePath();
        return line;
    }
}
