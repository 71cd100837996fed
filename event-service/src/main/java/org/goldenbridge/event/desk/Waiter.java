package org.goldenbridge.event.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the waiting list, in the order in which they are asked. Personal data, like the roster.
 *
 * @param offeredUntil until when places are kept for them; null while they wait
 */
record Waiter(
        String name, String contact, int places, @Nullable Instant offeredUntil) {}
