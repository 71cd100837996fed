package org.goldenbridge.event.whatson;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A session as pages show it, in the reader's words.
 *
 * @param sign which drawing and colour stand for its kind
 * @param place the room or the venue
 * @param availability the word of its places, which their colour goes by; null where there is nothing to say any more
 * @param isNow whether it goes on now
 */
record EntryCard(
        ScheduleEntry entry,
        String href,
        Reader.Text title,
        String sign,
        String kind,
        String day,
        String shortDay,
        String starts,
        String ends,
        String startsAt,
        String endsAt,
        Reader.@Nullable Text place,
        Reader.@Nullable Text city,
        boolean online,
        String languages,
        String audience,
        @Nullable String price,
        @Nullable String availability,
        @Nullable String places,
        boolean cancelled,
        Reader.@Nullable Text reason,
        @Nullable String movedFrom,
        boolean isNow,
        boolean over,
        @Nullable String teachers) {
    private static final int COUNTED_UP_TO = 5;

    /**
     * @param links how links of this page are written
     */
    static EntryCard of(ScheduleEntry entry, Reader reader, Links links, Instant now) {
        var times = reader.times();
        var words = reader.words();
        var over = !entry.endsAt().isAfter(now);
        var venue = entry.venue();
        var space = entry.space();
        var city = venue != null ? venue.city() : entry.centre().city();
        return new EntryCard(
                entry,
                links.event(entry.eventId()),
                reader.read(entry.title()),
                Words.of(entry.kind()),
                words.word("kind", entry.kind()),
                times.day(entry.localStart().toLocalDate()),
                times.shortDay(entry.localStart().toLocalDate()),
                times.clock(entry.localStart()),
                times.clock(entry.localEnd()),
                entry.localStart().toOffsetDateTime().toString(),
                entry.localEnd().toOffsetDateTime().toString(),
                venue != null ? reader.read(venue.name()) : space != null ? reader.read(space.name()) : null,
                reader.readNullable(city),
                entry.online() != null,
                languages(entry.languages(), reader),
                Visitors.of(entry.audience(), entry.minimumAge(), entry.maximumAge(), reader),
                CourseCost.ofSession(entry, reader),
                over || entry.cancelled() ? null : Words.of(entry.places()),
                over || entry.cancelled() ? null : places(entry, reader),
                entry.cancelled(),
                reader.readNullable(entry.cancelReason()),
                movedFrom(entry, reader),
                !over && !entry.cancelled() && !entry.startsAt().isAfter(now),
                over,
                entry.teachers().isEmpty() ? null : words.say("with", String.join(words.say("and"), entry.teachers())));
    }

    /** For the address of its calendar. */
    public String id() {
        return entry.id().toString();
    }

    private static String places(ScheduleEntry entry, Reader reader) {
        return entry.places() == Availability.FEW && entry.placesLeft() <= COUNTED_UP_TO
                ? reader.words().count("placesLeft", entry.placesLeft())
                : reader.words().word("places", entry.places());
    }

    /** The day that it was moved from, or the hour where the day is the same. */
    private static @Nullable String movedFrom(ScheduleEntry entry, Reader reader) {
        var from = entry.movedFrom();
        if (from == null) {
            return null;
        }
        var sameDay = from.toLocalDate().equals(entry.localStart().toLocalDate());
        return reader.words()
                .say(
                        "movedFrom",
                        sameDay ? reader.times().clock(from) : reader.times().day(from.toLocalDate()));
    }

    static String languages(List<String> tags, Reader reader) {
        return tags.stream()
                .map(reader.times()::languageName)
                .distinct()
                .collect(Collectors.joining(reader.words().say("and")));
    }
}
