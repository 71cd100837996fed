package org.goldenbridge.acceptance.network;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** Waiting for what has to come, by looking again and again until a deadline. */
public final class Eventually {
    private static final long PAUSE_MILLIS = 20;

    private Eventually() {}

    /** Returns how long it took; fails when it does not come in time. */
    public static Duration within(Duration patience, String what, BooleanSupplier condition) {
        var begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                Assertions.fail("Not within " + patience.toSeconds() + " s: " + what);
            }
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
