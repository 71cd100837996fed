package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one session, or of one occurrence that has none yet.
 *
 * @param session its id, which a session to be added gets beforehand
 * @param series the series that it belongs to from now on
 * @param start the wall time of its occurrence there
 * @param startsAt when it begins from now on, or would have when it is cancelled
 * @param wasFrom when it began before, when it is moved
 * @param override whether it does not follow the series
 */
public record SeriesStep(
        Action action,
        UUID session,
        UUID series,
        LocalDateTime start,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant wasFrom,
        boolean override) {

    /** What is done with it. */
    @Schema(name = "SeriesAction", description = "What is done with an occurrence.")
    public enum Action {
        KEPT,
        RESIZED,
        MOVED,
        ADDED,
        CANCELLED;

        @Override
        @JsonValue
        public String toString() {
            return Words.of(this);
        }
    }

    /** Whether it claims a time and place that it did not have. */
    boolean takesTime() {
        return action == Action.MOVED || action == Action.ADDED;
    }

    /** Whether it gives a time and place back that it had. */
    public boolean leavesTime() {
        return action == Action.MOVED || action == Action.CANCELLED;
    }
}
