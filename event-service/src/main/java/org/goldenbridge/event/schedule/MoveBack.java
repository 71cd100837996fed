package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stood before its last move, as the audit noted it. A move back needs no new decision of a manager: what let
 * the session stand there outside the opening hours holds for it still.
 */
record MoveBack(SessionMove move, @Nullable String hoursOverride) {
    /** What the audit notes of where a session stands before it is moved. */
    static Map<String, Object> detail(Session session) {
        var detail = new HashMap<String, Object>();
        detail.put("wasFrom", session.startsAt);
        detail.put("wasTo", session.endsAt);
        var space = session.spaceId();
        if (space != null) {
            detail.put("wasSpace", space);
        }
        if (session.hoursOverride != null) {
            detail.put("wasOverride", session.hoursOverride);
        }
        return detail;
    }

    /** @throws Refusal 412 {@code stale} when nothing is noted that could be gone back to */
    static MoveBack of(JsonNode detail) {
        if (!detail.path("wasTo").isTextual() || !detail.path("wasSpace").isTextual()) {
            throw Refusal.stale("It was changed since you moved it. Look at it again.");
        }
        var override = detail.path("wasOverride");
        return new MoveBack(
                new SessionMove(
                        detail.path("wasFrom").asText(),
                        detail.path("wasTo").asText(),
                        UUID.fromString(detail.path("wasSpace").asText()),
                        null,
                        null,
                        null,
                        null,
                        null),
                override.isTextual() ? override.asText() : null);
    }
}
