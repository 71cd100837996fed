package org.goldenbridge.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something to become true, by looking again and again. */
final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Deadline() {}

    /** True as soon as the condition holds, false when it did not within that time. */
    static boolean reached(Duration within, BooleanSupplier condition) {
        var end = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting", e);
            }
        }
        return true;
    }
}
