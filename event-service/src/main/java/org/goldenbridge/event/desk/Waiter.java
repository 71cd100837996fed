package org.goldenbridge.event.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the waiting list, in the order in which they are asked. Personal data, like the roster.
 *
 * @param language in which they are written to
 * @param offeredUntil until when places are kept for them; null while they wait
 * @param undoableUntil until when they can be put back on the list; null while they are on it
 * @param passed why others were asked before them, as it was recorded, once for each time
 */
record Waiter(
        UUID entry,
        String name,
        String contact,
        int places,
        String language,
        @Nullable Instant offeredUntil,
        @Nullable Instant undoableUntil,
        List<String> passed) {}
