package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.course.Course;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where the sessions of a series take place, and for how many people: the same for all of them.
 *
 * @param space where, when it is a space of the centre
 * @param venue where, when it is elsewhere
 * @param courseId the course of which they are lessons
 * @param zone the zone in which their wall times are meant
 * @param capacityLimit their own limit; needed at a venue
 * @param hoursOverride why the opening hours do not bind, when they do not
 */
public record SeriesPlace(
        @Nullable Space space,
        @Nullable Venue venue,
        @Nullable UUID courseId,
        ZoneId zone,
        @Nullable Integer capacityLimit,
        @Nullable String hoursOverride) {

    /**
     * A place that is asked for.
     *
     * @throws Refusal 422 {@code unknown-space}, {@code space-of-another-centre}, {@code unknown-zone},
     *     {@code smaller-than-the-course}, or {@code capacity-needed} at a venue
     */
    public static SeriesPlace of(
            Centre centre,
            Place place,
            @Nullable Course course,
            @Nullable Integer asked,
            @Nullable String hoursOverride) {
        var capacityLimit = course == null ? asked : course.limit(asked);
        if (place.venue() != null && capacityLimit == null) {
            throw Refusal.unprocessable("capacity-needed", "At a venue say how many people may come.")
                    .at("/capacity", "is needed at a venue");
        }
        var made = new SeriesPlace(
                place.space(centre),
                place.venue(),
                course == null ? null : course.id(),
                place.zone(centre),
                capacityLimit,
                hoursOverride);
        if (course != null) {
            course.lesson(made.capacity());
        }
        return made;
    }

    /** The space's id; null at a venue. */
    public @Nullable UUID spaceId() {
        return space == null ? null : space.id();
    }

    Planned at(Instant start, Instant end) {
        return new Planned(space, venue, null, new Interval(start, end), zone, capacityLimit, hoursOverride);
    }

    Interval claimed(Instant start, Instant end) {
        var when = new Interval(start, end);
        return space == null ? when : when.widened(space.setUpMinutes(), space.clearingMinutes());
    }

    int capacity() {
        int most = space == null ? Integer.MAX_VALUE : space.capacity();
        return capacityLimit == null ? most : Math.min(capacityLimit, most);
    }
}
