package org.goldenbridge.event.publicschedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.Access;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.geo.Located;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that the public may know of it, in all its languages: what the schedule, the feeds, the calendars and the
 * pages show.
 *
 * @param changeNumber its place in the change feed {@code sessions}; 0 for a moment after it was made
 * @param changedAt when it was last changed, or what is shown of it
 * @param announcedAt since when the public knows of its event
 * @param sequence how often its time, its place or its status has changed (RFC 5545, 3.8.7.4)
 * @param languages in which it is held
 * @param earlierStarts when it was to begin before it was moved, the last of them at the end
 * @param price what a place costs; null where it costs nothing; for a lesson that cannot be booked by itself, what the course
 *     costs
 * @param online null where it takes place at a place
 * @param places how many places are left, in a word; for a lesson that cannot be booked by itself, those of the course
 * @param placesLeft how many; 0 when it is cancelled
 * @param course the course of which it is a lesson
 */
public record ScheduleEntry(
        UUID id,
        long changeNumber,
        Instant changedAt,
        Instant announcedAt,
        int sequence,
        UUID eventId,
        EventKind kind,
        LocalizedText title,
        @Nullable LocalizedText description,
        Audience audience,
        @Nullable Level level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        @Nullable Price price,
        boolean cancelled,
        @Nullable LocalizedText cancelReason,
        List<Instant> earlierStarts,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        AtCentre centre,
        @Nullable InSpace space,
        @Nullable Venue venue,
        @Nullable OnlineAt online,
        List<String> teachers,
        Availability places,
        int placesLeft,
        int capacity,
        @Nullable OfCourse course,
        @Nullable UUID seriesId,
        @Nullable UnderProgramme programme,
        @Nullable EventImage image) {

    /** The centre that answers for it. */
    public record AtCentre(
            String id,
            LocalizedText name,
            @Nullable LocalizedText city,
            @Nullable String country,
            @Nullable LocalizedText address,
            @Nullable String postalCode,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Access access)
            implements Located {}

    /** The centre's own space in which it takes place. */
    public record InSpace(UUID id, LocalizedText name) {}

    /**
     * That it takes place online.
     *
     * @param link where to join; null where only those who booked may know
     */
    public record OnlineAt(@Nullable String link) {}

    /**
     * The course of which it is a lesson.
     *
     * @param price of the whole course; null where it costs nothing
     * @param lessons how many take place
     * @param startsAt when the first of them begins
     * @param endsAt when the last of them ends
     * @param dropIn whether anybody may come to one lesson alone
     */
    public record OfCourse(
            UUID id,
            @Nullable Price price,
            Availability places,
            int placesLeft,
            int lessons,
            Instant startsAt,
            Instant endsAt,
            boolean dropIn) {}

    /** The programme that its event stands under. */
    public record UnderProgramme(UUID id, LocalizedText title) {}

    /**
     * The picture of its event.
     *
     * @param alt what is to be seen, for who cannot see it
     */
    public record EventImage(
            UUID id, int width, int height, @Nullable LocalizedText alt) {}

    /** The course of which it is a lesson; null where it is none. */
    public @Nullable UUID courseId() {
        return course == null ? null : course.id();
    }

    /** When it was to begin before it was moved the last time, in the time of its place; null where it was not moved. */
    public @Nullable ZonedDateTime movedFrom() {
        return earlierStarts.isEmpty()
                ? null
                : earlierStarts.get(earlierStarts.size() - 1).atZone(zone);
    }

    /** The point where it takes place; null online. */
    public @Nullable Located point() {
        return online != null ? null : venue != null ? venue : centre;
    }

    /** How one gets in where it takes place; null online and where it is not known. */
    public @Nullable Access access() {
        return online != null ? null : venue != null ? venue.access() : centre.access();
    }

    /** Whether only the whole course can be booked. */
    public boolean isBookedAsCourse() {
        return course != null && !course.dropIn();
    }

    /** When it begins, in the time of its place. */
    public ZonedDateTime localStart() {
        return startsAt.atZone(zone);
    }

    /** When it ends, in the time of its place. */
    public ZonedDateTime localEnd() {
        return endsAt.atZone(zone);
    }
}
