package org.goldenbridge.event.schedule;

import java.time.ZoneId;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A time and place that was checked against the centre's hours and closures; only the claim can still refuse it.
 *
 * @param space where, when it is a space of the centre
 * @param venue where, when it is elsewhere
 * @param when from when to when
 * @param zone the zone of the place
 * @param capacityLimit the session's own limit
 * @param hoursOverride why the hours do not bind, when they do not
 */
record Planned(
        @Nullable Space space,
        @Nullable Venue venue,
        Interval when,
        ZoneId zone,
        @Nullable Integer capacityLimit,
        @Nullable String hoursOverride) {

    static Planned of(
            Centre centre,
            Place place,
            Interval when,
            @Nullable Integer capacityLimit,
            @Nullable String hoursOverride) {
        var space = place.space(centre);
        if (space != null && hoursOverride == null) {
            centre.whyClosed(space.id(), when.start(), when.end()).ifPresent(why -> {
                throw Refusal.unprocessable(
                                "outside-opening-hours",
                                "The centre is " + why + ". A manager may plan it all the same with hoursOverride.")
                        .at("/startsAt", "is outside the opening hours");
            });
        }
        return new Planned(space, place.venue(), when, place.zone(centre), capacityLimit, hoursOverride);
    }
}
