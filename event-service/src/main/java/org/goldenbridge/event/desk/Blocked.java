package org.goldenbridge.event.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** A space that its centre keeps for itself, as the desk sees it. */
record Blocked(
        UUID id,
        String centre,
        UUID space,
        LocalizedText spaceName,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String reason,
        String blockedBy) {}
