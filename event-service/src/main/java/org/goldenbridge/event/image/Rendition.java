package org.goldenbridge.event.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** One size of an image, as a file of our own making. */
final class Rendition {
    private static final float QUALITY = 0.85f;

    final ImageType type;
    final int width;
    final int height;
    final byte[] bytes;
    final byte[] sha256;

    private Rendition(ImageType type, int width, int height, byte[] bytes) {
        this.type = type;
        this.width = width;
        this.height = height;
        this.bytes = bytes;
        this.sha256 = sha256(bytes);
    }

    /** Writes the picture as JPEG, or as PNG, which keeps what shines through. */
    static Rendition of(Pixels picture, ImageType type) {
        var writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (type == ImageType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT); // becomes clear in steps on a slow line
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture.image(type == ImageType.JPEG), null, null), how);
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return new Rendition(type, picture.width, picture.height, bytes.toByteArray());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
