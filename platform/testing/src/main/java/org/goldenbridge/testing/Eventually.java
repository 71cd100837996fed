package org.goldenbridge.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls a condition until it holds or a deadline has passed. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final long SHORTEST_PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private Eventually() {}

    /** Fails when the condition does not hold within 20 seconds. */
    public static void isTrue(String what, BooleanSupplier condition) {
        within(DEADLINE, what, condition);
    }

    /**
     * Fails when the condition does not hold before the deadline.
     *
     * @param what completes "Still not so: …"
     * @return how long it took
     */
    public static Duration within(Duration deadline, String what, BooleanSupplier condition) {
        var begun = System.nanoTime();
        for (var pause = SHORTEST_PAUSE_NANOS;
                !condition.getAsBoolean();
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS)) {
            if (System.nanoTime() - begun > deadline.toNanos()) {
                throw new AssertionError("Still not so after " + deadline.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(pause);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
