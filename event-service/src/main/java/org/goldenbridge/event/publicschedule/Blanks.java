package org.goldenbridge.event.publicschedule;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.event.places.Availability;

/**
 * The parts of a page that say how many places are left: after a booking these alone are written anew.
 *
 * @param sessions of which they say it; of all others only counts whether places are left
 * @param isArranged whether which sessions are shown, or in which order, goes by whether places are left: then it is made again
 */
public record Blanks(List<Blank> parts, Set<UUID> sessions, boolean isArranged) {
    ShownPlaces shown(UUID session, ShownPlaces places) {
        return sessions.contains(session)
                ? places
                : new ShownPlaces(places.any() ? Availability.PLENTY : Availability.NONE, -1);
    }

    /** Whether places that became others ask for another page, and not only for other words in it. */
    boolean isMadeAgain(ShownPlaces before, ShownPlaces after) {
        return isArranged && before.any() != after.any();
    }
}
