package org.goldenbridge.event.schedule;

import java.time.ZoneId;
import java.util.Optional;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.CentreHours;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A time and place at which a session is to stand; whether it can, the hours of the centre and the claims say.
 *
 * @param space where, when it is a space of the centre
 * @param venue where, when it is elsewhere
 * @param online where, when it is online
 * @param when from when to when
 * @param zone the zone of the place
 * @param capacityLimit the session's own limit
 * @param hoursOverride why the hours do not bind, when they do not
 */
record Planned(
        @Nullable Space space,
        @Nullable Venue venue,
        @Nullable Online online,
        Interval when,
        ZoneId zone,
        @Nullable Integer capacityLimit,
        @Nullable String hoursOverride) {

    /** The same where nobody is asked yet whether the centre is open. */
    static Planned at(
            Centre centre,
            Place place,
            Interval when,
            @Nullable Integer capacityLimit,
            @Nullable String hoursOverride) {
        return new Planned(
                place.space(centre),
                place.venue(),
                place.online(centre),
                when,
                place.zone(centre),
                capacityLimit,
                hoursOverride);
    }

    static Planned of(
            Centre centre,
            Place place,
            Interval when,
            @Nullable Integer capacityLimit,
            @Nullable String hoursOverride,
            ReaderLanguage reader) {
        var planned = at(centre, place, when, capacityLimit, hoursOverride);
        planned.whyClosed(centre, reader).ifPresent(why -> {
            throw Refusal.unprocessable("outside-opening-hours", why).at("/startsAt", "is outside the opening hours");
        });
        return planned;
    }

    /** Why the hours and the closures of the centre stand against it; empty when they do not. */
    Optional<String> whyClosed(Centre centre, ReaderLanguage reader) {
        return space == null || hoursOverride != null
                ? Optional.empty()
                : CentreHours.of(centre, space.id())
                        .whyClosed(space.id(), when.start(), when.end())
                        .map(closed ->
                                closed.inWords(reader) + ". A manager may plan it all the same with hoursOverride.");
    }
}
