package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is taken of rooms, teachers and equipment for some time: read once, and asked as often as one likes. */
final class Diary {
    private static final InUse NONE = new InUse();

    /** By cell, from when to when; they never overlap. */
    private final Map<UUID, NavigableMap<Instant, Instant>> cells = new HashMap<>();

    private final Map<UUID, InUse> inUse = new HashMap<>();
    private final Map<UUID, Integer> stocks = new HashMap<>();

    /** Notes that a cell is taken. */
    void take(UUID cell, Interval during) {
        cells.computeIfAbsent(cell, key -> new TreeMap<>()).put(during.start(), during.end());
    }

    /** Notes how many there are of a stock. */
    void stock(UUID equipment, int quantity) {
        stocks.put(equipment, quantity);
    }

    /** Notes that some of a stock are in use. */
    void use(UUID equipment, Interval during, int quantity) {
        inUse.computeIfAbsent(equipment, key -> new InUse()).add(during, quantity);
    }

    /** Whether nobody has one of the cells in the interval. */
    boolean isFree(UUID[] wanted, Interval interval) {
        for (var cell : wanted) {
            var taken = cells.get(cell);
            Map.@Nullable Entry<Instant, Instant> last = taken == null ? null : taken.lowerEntry(interval.end());
            if (last != null && last.getValue().isAfter(interval.start())) {
                return false;
            }
        }
        return true;
    }

    /** Whether of each stock enough is free for the whole interval. */
    boolean hasEnough(List<EquipmentNeed> needs, Interval interval) {
        return needs.stream()
                .allMatch(need -> stocks.getOrDefault(need.equipmentId(), 0)
                                - inUse.getOrDefault(need.equipmentId(), NONE).peak(interval)
                        >= need.quantity());
    }
}
