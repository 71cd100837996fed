package org.goldenbridge.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Counts the requests of each caller: a bucket holds what the caller may still ask for, is filled as time passes and never runs
 * over. Only so many callers are remembered, those that asked last; one that is forgotten begins with a full bucket.
 */
final class Buckets {
    private static final double NANOS = 1e9;

    /** Longer than any bucket takes to be full again. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private final Cache<CallerKey, Bucket> buckets;

    Buckets(int most) {
        buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(FORGOTTEN)
                .build();
    }

    /**
     * Takes one request out of the caller's bucket.
     *
     * @param nanos the time, of a clock that never goes back
     * @return how many seconds until there is one again; 0 when it was there
     */
    double take(CallerKey caller, Allowance allowance, long nanos) {
        return buckets.get(caller, unknown -> new Bucket(allowance, nanos)).take(allowance, nanos);
    }

    /** How many callers are remembered now. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static final class Bucket {
        private double left;
        private long filledAt;

        Bucket(Allowance allowance, long nanos) {
            left = allowance.atOnce();
            filledAt = nanos;
        }

        /** What the caller may have can change between two requests: an agreement is made, or ends. */
        synchronized double take(Allowance allowance, long nanos) {
            var passed = Math.max(0, nanos - filledAt);
            filledAt += passed;
            left = Math.min(allowance.atOnce(), left + passed * allowance.perSecond() / NANOS);
            if (left >= 1) {
                left--;
                return 0;
            }
            return (1 - left) / allowance.perSecond();
        }
    }
}
