package org.goldenbridge.event.image;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** What is to be seen on an image. */
@Schema(description = "What is to be seen on an image, for who does not see it (WCAG 2.2, 1.1.1).")
record AltDraft(
        @Schema(
                description = "What is to be seen on it; left out when the image only decorates.",
                examples = "{\"en\": \"A dombra player before a snowy steppe\"}")
        @ShortText(max = 300)
        @Nullable
        LocalizedText alt) {}
