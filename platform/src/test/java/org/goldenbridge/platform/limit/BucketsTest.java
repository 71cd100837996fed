package org.goldenbridge.platform.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Allowance TEN = Allowance.of(10, Duration.ofSeconds(2));
    private static final CallerKey ANNA = new CallerKey(CallerKey.Kind.ACCOUNT, "anna");
    private static final CallerKey BORIS = new CallerKey(CallerKey.Kind.ACCOUNT, "boris");

    private final Buckets buckets = new Buckets(1_000);

    @Test
    void letsACallerAskForWhatItHasSavedAndThenAsItIsFilled() {
        for (var i = 0; i < 20; i++) {
            assertEquals(0, buckets.take(ANNA, TEN, 0));
        }
        assertEquals(0.1, buckets.take(ANNA, TEN, 0), 1e-9);
        assertEquals(0.05, buckets.take(ANNA, TEN, SECOND / 20), 1e-9);
        assertEquals(0, buckets.take(ANNA, TEN, SECOND / 10));
        assertTrue(buckets.take(ANNA, TEN, SECOND / 10) > 0);
    }

    @Test
    void neverRunsOver() {
        assertEquals(0, buckets.take(ANNA, TEN, 0));
        for (var i = 0; i < 20; i++) {
            assertEquals(0, buckets.take(ANNA, TEN, 3_600 * SECOND));
        }
        assertTrue(buckets.take(ANNA, TEN, 3_600 * SECOND) > 0);
    }

    @Test
    void keepsCallersApart() {
        for (var i = 0; i < 21; i++) {
            buckets.take(ANNA, TEN, 0);
        }
        assertEquals(0, buckets.take(BORIS, TEN, 0));
        assertEquals(0, buckets.take(new CallerKey(CallerKey.Kind.PARTNER, "anna"), TEN, 0));
    }

    @Test
    void givesMoreAsSoonAsMoreIsAgreedAndLessAsSoonAsItEnds() {
        var more = Allowance.of(100, Duration.ofSeconds(2));
        for (var i = 0; i < 21; i++) {
            buckets.take(ANNA, TEN, 0);
        }
        assertEquals(0, buckets.take(ANNA, more, SECOND / 50));
        assertEquals(0, buckets.take(ANNA, more, 10 * SECOND));
        for (var i = 0; i < 20; i++) {
            assertEquals(0, buckets.take(ANNA, TEN, 10 * SECOND), "what was saved is cut to what may be saved now");
        }
        assertTrue(buckets.take(ANNA, TEN, 10 * SECOND) > 0);
    }

    /** Whatever the rhythm: never more than the rate and what could be saved, and never less than the rate. */
    @Test
    void holdsTheRateInEveryRhythm() {
        var seed = System.nanoTime();
        System.out.println("BucketsTest seed " + seed);
        var random = new Random(seed);
        var now = 0L;
        var served = 0;
        for (var i = 0; i < 100_000; i++) {
            now += random.nextInt((int) (SECOND / 15));
            if (buckets.take(ANNA, TEN, now) == 0) {
                served++;
            }
        }
        var seconds = (double) now / SECOND;
        assertTrue(served <= 10 * seconds + 20, served + " in " + seconds + " s");
        assertTrue(served >= 0.9 * 10 * seconds, served + " in " + seconds + " s");
    }

    @Test
    void remembersOnlySoManyCallers() {
        var few = new Buckets(100);
        for (var i = 0; i < 21; i++) {
            few.take(ANNA, TEN, 0);
        }
        for (var i = 0; i < 100_000; i++) {
            few.take(new CallerKey(CallerKey.Kind.ADDRESS, "10.0." + i / 256 + "." + i % 256), TEN, 0);
        }
        assertTrue(few.remembered() <= 100, () -> "it remembers " + few.remembered());
    }
}
