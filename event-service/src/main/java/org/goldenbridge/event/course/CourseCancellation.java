package org.goldenbridge.event.course;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** Why a course is cancelled. */
@Schema(description = "Why a course is cancelled, as the public reads it; its lessons say the same.")
public record CourseCancellation(
        @ShortText(max = 500) @Nullable LocalizedText reason) {}
