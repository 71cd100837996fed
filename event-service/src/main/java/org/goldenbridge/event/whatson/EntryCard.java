package org.goldenbridge.event.whatson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TimeSpan;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ShownPlaces;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A session as pages show it, in the reader's words.
 *
 * @param sign which drawing and colour stand for its kind
 * @param when its day and its hours, or both its days where it is over days
 * @param from its first day and when it begins
 * @param to its last day and when it ends
 * @param until when it ends, and on which day where hours alone do not say it
 * @param continued whether it is shown on a day after its first
 * @param place the room or the venue
 * @param availability the word of its places, which their colour goes by; null where there is nothing to say any more
 * @param imageAlt what is to be seen on its picture
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
        String when,
        String from,
        String to,
        String until,
        boolean overDays,
        boolean continued,
        String startsAt,
        String endsAt,
        Reader.@Nullable Text place,
        Reader.@Nullable Text city,
        Reader.Text centreName,
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
        @Nullable String teachers,
        @Nullable String imageAlt) {
    /**
     * @param links how links of this page are written
     */
    static EntryCard of(ScheduleEntry entry, Reader reader, Links links, Instant now) {
        return of(entry, reader, links, null, now);
    }

    /**
     * @param marks stand for what is said of places; null where it is written as it is
     */
    static EntryCard of(ScheduleEntry entry, Reader reader, Links links, @Nullable PlaceMarks marks, Instant now) {
        var times = reader.times();
        var words = reader.words();
        var span = span(entry);
        var today = LocalDate.ofInstant(now, entry.zone());
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
                times.day(span.firstDay(), today),
                times.shortDay(span.firstDay(), today),
                times.clock(span.start()),
                times.ends(span),
                times.when(span, today),
                times.begins(span, today),
                times.finishes(span, today),
                times.until(span, today),
                span.isOverDays(),
                false,
                entry.localStart().toOffsetDateTime().toString(),
                entry.localEnd().toOffsetDateTime().toString(),
                venue != null ? reader.read(venue.name()) : space != null ? reader.read(space.name()) : null,
                reader.readNullable(city),
                reader.read(entry.centre().name()),
                entry.online() != null,
                languages(entry.languages(), reader),
                Visitors.of(entry.audience(), entry.minimumAge(), entry.maximumAge(), reader),
                CourseCost.ofSession(entry, reader),
                over || entry.cancelled() ? null : marks == null ? Words.of(entry.places()) : marks.word(entry),
                over || entry.cancelled() ? null : marks == null ? places(entry, reader) : marks.text(entry),
                entry.cancelled(),
                reader.readNullable(entry.cancelReason()),
                movedFrom(entry, today, reader),
                !over && !entry.cancelled() && !entry.startsAt().isAfter(now),
                over,
                entry.teachers().isEmpty() ? null : words.say("with", String.join(words.say("and"), entry.teachers())),
                alt(entry, reader));
    }

    private static @Nullable String alt(ScheduleEntry entry, Reader reader) {
        var image = entry.image();
        var alt = image == null ? null : reader.readNullable(image.alt());
        return alt == null ? null : alt.text();
    }

    /** Its picture, small; null for none. */
    public @Nullable String picture() {
        var image = entry.image();
        return image == null ? null : "/v1/images/" + image.id() + "?width=480";
    }

    /** Where everybody may join; null where only those who booked may know. */
    public @Nullable String link() {
        var online = entry.online();
        return online == null ? null : online.link();
    }

    /** The same as it is shown on that day. */
    EntryCard on(LocalDate shown) {
        var isLater = span(entry).firstDay().isBefore(shown);
        return isLater == continued
                ? this
                : new EntryCard(
                        entry,
                        href,
                        title,
                        sign,
                        kind,
                        day,
                        shortDay,
                        starts,
                        ends,
                        when,
                        from,
                        to,
                        until,
                        overDays,
                        isLater,
                        startsAt,
                        endsAt,
                        place,
                        city,
                        centreName,
                        online,
                        languages,
                        audience,
                        price,
                        availability,
                        places,
                        cancelled,
                        reason,
                        movedFrom,
                        isNow,
                        over,
                        teachers,
                        imageAlt);
    }

    static TimeSpan span(ScheduleEntry entry) {
        return new TimeSpan(entry.localStart(), entry.localEnd());
    }

    /** The city, or the centre where that is not known. */
    Reader.Text cityOrCentre() {
        return city == null ? centreName : city;
    }

    /** Whether somebody who comes now finds no place. */
    boolean isFull() {
        return entry.places() == Availability.NONE || entry.places() == Availability.WAITING_LIST;
    }

    /** For the address of its calendar. */
    public String id() {
        return entry.id().toString();
    }

    private static String places(ScheduleEntry entry, Reader reader) {
        return PlaceMarks.text(new ShownPlaces(entry.places(), entry.placesLeft()), reader);
    }

    /** The day that it was moved from, or the hour where the day is the same. */
    private static @Nullable String movedFrom(ScheduleEntry entry, LocalDate today, Reader reader) {
        var from = entry.movedFrom();
        if (from == null) {
            return null;
        }
        var sameDay = from.toLocalDate().equals(entry.localStart().toLocalDate());
        return reader.words()
                .say(
                        "movedFrom",
                        sameDay ? reader.times().clock(from) : reader.times().day(from.toLocalDate(), today));
    }

    static String languages(List<String> tags, Reader reader) {
        return tags.stream()
                .map(reader.times()::languageName)
                .distinct()
                .collect(Collectors.joining(reader.words().say("and")));
    }
}
