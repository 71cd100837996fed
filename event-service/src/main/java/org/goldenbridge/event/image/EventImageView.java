package org.goldenbridge.event.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** The image of an event as it is told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The image of an event: where its file is, in two sizes, and what is to be seen on it.")
record EventImageView(
        @Schema(description = "A new one with each upload: what is at an address never changes.")
        UUID id,

        UUID eventId,

        @Schema(
                description = "How the files are written.",
                enumeration = {"image/jpeg", "image/png"},
                examples = "image/jpeg")
        String mediaType,

        @Schema(description = "Where the file is.") URI url,

        @Schema(description = "In pixels, 1600 at most.", examples = "1600")
        int width,

        @Schema(description = "In pixels, 1600 at most.", examples = "1067")
        int height,

        @Schema(description = "Where a smaller file is, for lists.")
        URI smallUrl,

        @Schema(description = "In pixels, 480 at most.", examples = "480")
        int smallWidth,

        @Schema(description = "In pixels.", examples = "320")
        int smallHeight,

        @Schema(description = "What is to be seen on it, for who does not see it.") @Nullable
        LocalizedText alt,

        @Schema(description = "When it was uploaded.") Instant createdAt) {
    static EventImageView of(EventImage image, URI publicUrl, ReaderLanguage reader) {
        var url = publicUrl.resolve("/v1/images/" + image.id);
        return new EventImageView(
                image.id,
                image.eventId,
                image.mediaType,
                url,
                image.width,
                image.height,
                URI.create(url + "?width=" + Renditions.SMALL_WIDEST),
                image.smallWidth,
                image.smallHeight,
                reader.ofNullable(image.alt),
                image.createdAt);
    }
}
