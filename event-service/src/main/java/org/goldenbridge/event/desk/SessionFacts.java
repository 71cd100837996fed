package org.goldenbridge.event.desk;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the desk has to know of a session besides its time and its roster.
 *
 * @param coursePrice of the whole course; null for a session of no course, and where it costs nothing
 * @param price of a place in the session by itself; null where it costs nothing
 * @param dropIn whether places of a lesson are sold by themselves; true for a session of no course
 * @param minimumAge in years, at the start
 * @param languages in which it is held
 * @param teachers by their names
 * @param country of the centre (ISO 3166-1 alpha-2)
 * @param counts whose its places are
 */
record SessionFacts(
        UUID event,
        @Nullable UUID programme,
        @Nullable LocalizedText programmeTitle,
        @Nullable UUID series,
        @Nullable UUID course,
        @Nullable Price coursePrice,
        @Nullable Price price,
        boolean dropIn,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        List<String> teachers,
        @Nullable String country,
        Counts counts) {

    /**
     * Whose the places are.
     *
     * @param booked by single visitors, enrolments counted in
     * @param held by the desk, those of a cancellation that can be undone counted in
     * @param partners what partners have, filled or not
     * @param waiting groups on the list to whom nothing is offered
     * @param waitingPlaces so many people those are
     * @param pass for the how manieth time the groups that wait would be passed, if a smaller one were booked now; 0 when none may be
     */
    record Counts(
            int booked, int offered, int held, int partners, int free, int waiting, int waitingPlaces, int pass) {}

    boolean asksAges() {
        return minimumAge != null || maximumAge != null;
    }
}
