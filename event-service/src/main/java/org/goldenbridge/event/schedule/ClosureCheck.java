package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;

/** What a closure hits. */
@Schema(description = "Which planned sessions a closure hits, or would hit.", examples = """
                {"sessions": 1, "items": [
                  {"sessionId": "018f6f6e-0000-7000-8000-000000000003", "title": {"en": "Dombra workshop"},
                   "spaceId": "018f6f6e-0000-7000-8000-000000000002", "startsAt": "2026-12-31T10:00:00Z",
                   "endsAt": "2026-12-31T12:00:00Z", "placesTaken": 7}]}""")
record ClosureCheck(
        @Schema(description = "How many sessions.", examples = "1")
        int sessions,

        @Schema(description = "The first hundred of them, in the order in which they start.")
        List<Hit> items) {
    /** A session in a closure. */
    @Schema(name = "SessionInClosure", description = "A session that a closure hits.")
    record Hit(
            UUID sessionId,
            LocalizedText title,
            UUID spaceId,
            Instant startsAt,
            Instant endsAt,

            @Schema(description = "How many places are booked, held or offered.", examples = "7")
            int placesTaken) {}
}
