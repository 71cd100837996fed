package org.goldenbridge.event.programme;

import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An event as the desk that plans it sees it.
 *
 * @param version to be sent with a change, as {@code If-Match}
 * @param isAnnounced whether the public knows of it
 * @param content all that an edit replaces
 */
public record PlannedEvent(
        UUID id,
        long version,
        PublicStatus status,
        boolean isAnnounced,
        @Nullable LocalizedText cancelReason,
        EventDraft content) {
    static PlannedEvent of(Event event) {
        return new PlannedEvent(
                event.id, event.version, event.status, event.isPublic(), event.cancelReason, event.content());
    }
}
