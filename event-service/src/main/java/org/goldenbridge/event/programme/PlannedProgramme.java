package org.goldenbridge.event.programme;

import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A programme as who plans it sees it.
 *
 * @param version to be sent with a change, as {@code If-Match}
 * @param isYours whether the caller answers for it
 * @param content all that an edit replaces
 */
public record PlannedProgramme(
        UUID id,
        long version,
        PublicStatus status,
        boolean isYours,
        @Nullable LocalizedText cancelReason,
        ProgrammeDraft content) {}
