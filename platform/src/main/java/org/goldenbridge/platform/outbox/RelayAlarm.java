package org.goldenbridge.platform.outbox;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this instance after a commit, so that nobody waits for its next poll. */
@Singleton
public class RelayAlarm {
    private final Semaphore rung = new Semaphore(0);

    /** Says that something was committed to the outbox; cheap, and safe to call often. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    void await(long milliseconds) throws InterruptedException {
        if (rung.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
