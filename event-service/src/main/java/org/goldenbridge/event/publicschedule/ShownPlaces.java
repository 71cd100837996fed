package org.goldenbridge.event.publicschedule;

import org.goldenbridge.event.places.Availability;

/**
 * What an answer says of the places of a session.
 *
 * @param left how many, where that is said; otherwise -1
 */
public record ShownPlaces(Availability word, int left) {
    /** Whether somebody who comes now finds a place. */
    public boolean any() {
        return word == Availability.PLENTY || word == Availability.FEW;
    }
}
