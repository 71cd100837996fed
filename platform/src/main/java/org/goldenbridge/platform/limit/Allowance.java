package org.goldenbridge.platform.limit;

import java.time.Duration;

/**
 * What a caller may ask for.
 *
 * @param perSecond so many requests a second, for as long as it likes
 * @param atOnce so many at once, when it asked for nothing for a while
 */
record Allowance(double perSecond, double atOnce) {
    /** So many a second, of which those not asked for can be asked for later, for that long. */
    static Allowance of(double perSecond, Duration saved) {
        return new Allowance(perSecond, Math.max(1, perSecond * saved.toMillis() / 1_000));
    }
}
