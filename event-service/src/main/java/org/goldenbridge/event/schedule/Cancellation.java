package org.goldenbridge.event.schedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** Why a session is cancelled, as the public reads it. */
@Schema(description = "Why a session is cancelled, as the public reads it.")
public record Cancellation(@ShortText(max = 500) @Nullable LocalizedText reason) {}
