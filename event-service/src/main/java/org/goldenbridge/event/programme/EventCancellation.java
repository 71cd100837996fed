package org.goldenbridge.event.programme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** Why an event is cancelled. */
@Schema(description = "Why an event is cancelled, as the public reads it; its sessions say the same.")
public record EventCancellation(
        @ShortText(max = 500) @Nullable LocalizedText reason) {}
