package org.goldenbridge.local.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A programme of the network: an umbrella over events.
 *
 * @param key names it for the people who edit the files
 * @param centre who answers for it; the network when there is none
 * @param partOf the key of the programme it is a part of, which stands before it
 */
record Umbrella(
        String key,
        String kind,
        @Nullable String centre,
        @Nullable String partOf,
        Days days,
        Map<String, String> title,
        Map<String, String> description,
        @Nullable List<Leg> legs) {

    /** The English title, by which a programme is found again. */
    String name() {
        return title.getOrDefault("en", key);
    }

    List<Leg> tour() {
        return legs == null ? List.of() : legs;
    }

    /** Where a touring exhibition stands: at a centre, or at a venue. */
    record Leg(
            @Nullable String centre,
            @Nullable String space,
            @Nullable String venue,
            Days days,
            int setUpDays,
            int transitDaysBefore) {}

    /** First and last day, counted from the day of loading. */
    record Days(int first, int last) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Days read(List<Integer> ends) {
            return new Days(ends.get(0), ends.get(1));
        }

        String begin(LocalDate firstDay) {
            return firstDay.plusDays(first).toString();
        }

        String end(LocalDate firstDay) {
            return firstDay.plusDays(last).toString();
        }
    }
}
