package org.goldenbridge.platform.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many streams may be open at once: of each caller, so that one does not take all places, and altogether, so that memory
 * and connections are left for those who ask and go.
 */
public final class StreamPlaces {
    private final int mostOfOne;
    private final int mostAltogether;
    private final ConcurrentMap<CallerKey, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicInteger altogether = new AtomicInteger();

    /** Places of which one caller has so many at most, and all together so many. */
    public StreamPlaces(int mostOfOne, int mostAltogether) {
        this.mostOfOne = mostOfOne;
        this.mostAltogether = mostAltogether;
    }

    /** Takes a place for a stream; false when there is none. Whoever has one gives it back once, however the stream ends. */
    public boolean take(CallerKey caller) {
        if (altogether.incrementAndGet() > mostAltogether) {
            altogether.decrementAndGet();
            return false;
        }
        var before = new int[1];
        taken.compute(caller, (key, count) -> {
            before[0] = count == null ? 0 : count;
            return before[0] < mostOfOne ? Integer.valueOf(before[0] + 1) : count;
        });
        if (before[0] < mostOfOne) {
            return true;
        }
        altogether.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    public void giveBack(CallerKey caller) {
        taken.computeIfPresent(caller, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        altogether.decrementAndGet();
    }

    /** How many are open now. */
    public int open() {
        return altogether.get();
    }
}
