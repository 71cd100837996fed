package org.goldenbridge.event.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The kinds of images that are taken: those that hold pixels and run nothing. */
enum ImageType {
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n");

    private static final int LOOKED_AT = 256;

    final String mediaType;
    private final String beginning;

    ImageType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /**
     * What the file is by its first bytes. What the client says of it must agree, or one of the two is a mistake.
     *
     * @throws Refusal 415 {@code unsupported-image} or {@code image-type-mismatch}
     */
    static ImageType of(byte[] file, @Nullable String announced) {
        var text = new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        var found = Arrays.stream(values())
                .filter(type -> text.startsWith(type.beginning))
                .findFirst()
                .orElseThrow(() -> Refusal.unsupported("unsupported-image", instead(text)));
        if (!found.isAnnouncedBy(announced)) {
            throw Refusal.unsupported(
                    "image-type-mismatch",
                    "The file is " + found.mediaType + ", and the Content-Type says otherwise. Send it as "
                            + found.mediaType + ".");
        }
        return found;
    }

    private boolean isAnnouncedBy(@Nullable String announced) {
        if (announced == null) {
            return true;
        }
        var type = announced.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return type.equals(mediaType) || type.equals("application/octet-stream");
    }

    private static String instead(String text) {
        if (text.isEmpty()) {
            return "The body is empty. Send a JPEG or PNG file.";
        }
        if (text.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").startsWith("<")) {
            return "This is SVG, HTML or other markup, which can carry scripts. Save it as PNG and send that.";
        }
        if (text.startsWith("GIF8")) {
            return "GIF is not taken. Save it as PNG or JPEG and send that.";
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return "WebP is not taken. Save it as JPEG or PNG and send that.";
        }
        if (text.startsWith("ftyp", 4)) {
            return "HEIC and AVIF are not taken. Save it as JPEG and send that.";
        }
        return "This is no JPEG or PNG file.";
    }
}
