package org.goldenbridge.event.publicschedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that the public may know of it, in all its languages: what the schedule, the feeds, the calendars and the
 * pages show.
 *
 * @param changeNumber its place in the change feed {@code sessions}; 0 for a moment after it was made
 * @param changedAt when it was last changed, or what is shown of it
 * @param sequence how often its time, its place or its status has changed (RFC 5545, 3.8.7.4)
 * @param languages in which it is held
 * @param price what a place costs; null where it costs nothing
 * @param online null where it takes place at a place
 * @param places how many places are left, in a word
 * @param placesLeft how many; 0 when it is cancelled
 * @param courseId the course of which it is a lesson
 */
public record ScheduleEntry(
        UUID id,
        long changeNumber,
        Instant changedAt,
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
        @Nullable UUID courseId,
        @Nullable UUID seriesId,
        @Nullable UnderProgramme programme,
        @Nullable EventImage image) {

    /** The centre that answers for it. */
    public record AtCentre(
            String id,
            LocalizedText name,
            @Nullable LocalizedText city,
            @Nullable String country,
            @Nullable LocalizedText address) {}

    /** The centre's own space in which it takes place. */
    public record InSpace(UUID id, LocalizedText name) {}

    /**
     * That it takes place online.
     *
     * @param link where to join; null where only those who booked may know
     */
    public record OnlineAt(@Nullable String link) {}

    /** The programme that its event stands under. */
    public record UnderProgramme(UUID id, LocalizedText title) {}

    /**
     * The picture of its event.
     *
     * @param alt what is to be seen, for who cannot see it
     */
    public record EventImage(
            UUID id, int width, int height, @Nullable LocalizedText alt) {}

    /** When it begins, in the time of its place. */
    public ZonedDateTime localStart() {
        return startsAt.atZone(zone);
    }

    /** When it ends, in the time of its place. */
    public ZonedDateTime localEnd() {
        return endsAt.atZone(zone);
    }
}
