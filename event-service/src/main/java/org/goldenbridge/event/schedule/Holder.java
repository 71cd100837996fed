package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Who has a cell: a session or a block.
 *
 * @param during for how long, set-up and clearing of a room counted
 */
record Holder(@Nullable Session session, @Nullable Block block, Interval during) {
    /** In words, for the colleague who wants it too. */
    String inWords(ReaderLanguage reader, ZoneId zone) {
        var from = " from " + wall(during.start(), zone) + " to " + wall(during.end(), zone);
        if (block != null) {
            return block.blockedBy + " has blocked it" + from + " (" + block.reason + ")";
        }
        if (session == null) {
            throw new IllegalStateException("A claim is of a session or of a block");
        }
        var title = reader.of(session.event.title()).texts().values().iterator().next();
        var buffers = session.when().equals(during) ? "" : " with set-up and clearing";
        return title + " has it" + from + buffers + ", planned by " + session.plannedBy;
    }

    private static String wall(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }
}
