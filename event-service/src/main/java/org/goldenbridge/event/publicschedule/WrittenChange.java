package org.goldenbridge.event.publicschedule;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.goldenbridge.platform.outbox.ChangeNumbers;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Lets whoever has written something read it at once, at whichever instance. */
@Singleton
public class WrittenChange {
    private final Semaphore waiting = new Semaphore(40);
    private final ScheduleChanges changes;
    private final ChangeNumbers numbers;

    WrittenChange(ScheduleChanges changes, ChangeNumbers numbers) {
        this.changes = changes;
        this.numbers = numbers;
    }

    /**
     * Goes on when everything that was written with that number is known here.
     *
     * @param changeNumber as the answer to a write says it; null asks for nothing
     * @throws Refusal 400 when it is none that was given out, 503 when the change has no place in the feeds yet
     */
    public void mustBeKnown(@Nullable String changeNumber) {
        if (changeNumber == null) {
            return;
        }
        try {
            var written = ChangeNumbers.read(changeNumber);
            if (written.isEmpty() || written.getAsLong() > numbers.last()) {
                throw Refusal.badRequest("invalid-request", "?changeNumber is none that was given out here.")
                        .at("?changeNumber", "must be the Change-Number of the answer to a write");
            }
            if (!isKnown(written.getAsLong())) {
                throw Refusal.unavailable("busy", "The change is not in the schedule yet. Try again.", 1);
            }
        } catch (SQLException e) {
            throw new UnreadableSchedule(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("busy", "The service is stopping. Try again.", 1);
        }
    }

    /** So many wait at most: who waits holds a thread. */
    private boolean isKnown(long written) throws SQLException, InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return changes.awaitWrite(written);
        } finally {
            waiting.release();
        }
    }
}
