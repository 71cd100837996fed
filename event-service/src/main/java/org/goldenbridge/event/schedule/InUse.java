package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many of a stock are in use, from moment to moment. What ends at a moment is free from that moment on. */
final class InUse {
    /** From each moment on, how many; before the first, none. */
    private final NavigableMap<Instant, Integer> from = new TreeMap<>();

    void add(Interval during, int quantity) {
        from.putIfAbsent(during.start(), at(during.start()));
        from.putIfAbsent(during.end(), at(during.end()));
        from.subMap(during.start(), during.end()).replaceAll((moment, inUse) -> inUse + quantity);
    }

    /** At the fullest moment of an interval. */
    int peak(Interval interval) {
        return from.subMap(interval.start(), interval.end()).values().stream().reduce(at(interval.start()), Math::max);
    }

    private int at(Instant moment) {
        var entry = from.floorEntry(moment);
        return entry == null ? 0 : entry.getValue();
    }
}
