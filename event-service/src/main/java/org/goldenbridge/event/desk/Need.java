package org.goldenbridge.event.desk;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a hand.
 *
 * @param session to which it leads
 * @param at when the session begins, or the offer ends
 * @param missing how many more enrolments a course needs; else 0
 * @param visitor to whom the offer was made; null for all else
 */
record Need(
        What what,
        UUID session,
        LocalizedText title,
        Instant at,
        int missing,
        @Nullable String visitor,
        @Nullable String contact) {
    /** What is the matter. */
    enum What {
        /** The space was closed or withdrawn after the session was planned. */
        CLASH,
        /** Equipment it needs is no longer there. */
        SHORTAGE,
        /** An offer to somebody who waits ends soon. */
        OFFER,
        /** A course is about to begin with too few. */
        BELOW_MINIMUM
    }
}
