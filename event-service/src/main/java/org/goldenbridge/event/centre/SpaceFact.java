package org.goldenbridge.event.centre;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** What is read of {@code org.goldenbridge.space.changed.v1}. */
record SpaceFact(
        UUID id,
        String centreId,
        long version,
        boolean withdrawn,
        String code,
        LocalizedText name,
        String kind,
        int capacity,
        int setUpMinutes,
        int clearingMinutes,
        List<UUID> cells) {}
