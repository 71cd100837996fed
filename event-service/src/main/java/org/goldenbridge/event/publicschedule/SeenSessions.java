package org.goldenbridge.event.publicschedule;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.goldenbridge.event.places.Availability;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that an answer was made of, and what it says of their places: in few bytes, for a page counts thousands of sessions
 * and is kept by the hundreds.
 */
final class SeenSessions implements Blank.Known {
    /** Nothing is said of its places. */
    private static final int UNSAID = -1;

    private static final List<Availability> WORDS = List.of(Availability.values());

    /** In their order, the two halves of each id. */
    private final long[] firsts;

    private final long[] lasts;

    /** A word and a number each. */
    private final int[] places;

    private SeenSessions(long[] firsts, long[] lasts, int[] places) {
        this.firsts = firsts;
        this.lasts = lasts;
        this.places = places;
    }

    static SeenSessions of(
            Collection<ScheduleEntry> seen,
            Collection<ScheduleEntry> counted,
            Function<ScheduleEntry, ShownPlaces> shown) {
        var said = new HashMap<UUID, Integer>();
        counted.forEach(entry -> said.put(entry.id(), code(shown.apply(entry))));
        var sorted = seen.stream().map(ScheduleEntry::id).distinct().sorted().toList();
        return new SeenSessions(
                sorted.stream().mapToLong(UUID::getMostSignificantBits).toArray(),
                sorted.stream().mapToLong(UUID::getLeastSignificantBits).toArray(),
                sorted.stream().mapToInt(id -> said.getOrDefault(id, UNSAID)).toArray());
    }

    /** The same where these are others. */
    SeenSessions with(Map<UUID, ShownPlaces> newer) {
        var others = places.clone();
        newer.forEach((id, shown) -> {
            var at = place(id);
            if (at >= 0) {
                others[at] = code(shown);
            }
        });
        return new SeenSessions(firsts, lasts, others);
    }

    boolean has(UUID session) {
        return place(session) >= 0;
    }

    /** What is said of its places; null for nothing. */
    @Nullable
    ShownPlaces places(UUID session) {
        var at = place(session);
        return at < 0 || places[at] == UNSAID ? null : decoded(places[at]);
    }

    @Override
    public ShownPlaces of(UUID session) {
        var said = places(session);
        return said == null ? new ShownPlaces(Availability.NONE, -1) : said;
    }

    @Override
    public int free() {
        return (int) Arrays.stream(places)
                .filter(code -> code != UNSAID && decoded(code).any())
                .count();
    }

    int size() {
        return places.length;
    }

    /** Where it stands; negative where it does not. */
    private int place(UUID session) {
        var low = 0;
        var high = firsts.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = Long.compare(firsts[middle], session.getMostSignificantBits());
            if (order == 0) {
                order = Long.compare(lasts[middle], session.getLeastSignificantBits());
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static int code(ShownPlaces shown) {
        return (shown.left() + 1) * WORDS.size() + WORDS.indexOf(shown.word());
    }

    private static ShownPlaces decoded(int code) {
        return new ShownPlaces(WORDS.get(code % WORDS.size()), code / WORDS.size() - 1);
    }
}
