package org.goldenbridge.event.desk;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A time in which a space is closed beyond the weekly hours, with the reason that its centre gave. */
record Closing(
        UUID space, Instant from, Instant until, @Nullable LocalizedText reason) {
    boolean isDuring(Instant start, Instant end) {
        return from.isBefore(end) && until.isAfter(start);
    }
}
