package org.goldenbridge.event.whatson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.LocalTimes;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.whatson.PublicEvents.PublicEvent;
import org.goldenbridge.event.whatson.PublicEvents.PublicProgramme;
import org.jspecify.annotations.Nullable;

/**
 * An event, answering in order what a visitor asks.
 *
 * @param next the next date, or the last one when all are over
 * @param costs whether something is paid at the desk
 * @param courses what its courses cost, and how many places they have; says more than the price where there are any
 * @param pages where there are more dates than the page shows
 * @param severalPlaces whether the dates to come are at different places
 * @param come the address, line by line
 * @param map where a map of it is
 * @param access how one gets there and in
 * @param book whether one can book, in a sentence
 */
record EventPage(
        PublicEvent event,
        Reader.Text title,
        Reader.@Nullable Text description,
        String sign,
        String kind,
        boolean cancelled,
        Reader.@Nullable Text reason,
        @Nullable EntryCard next,
        List<EntryCard> dates,
        @Nullable Pages pages,
        List<EntryCard> past,
        @Nullable Pages earlier,
        boolean severalPlaces,
        @Nullable String clock,
        String audience,
        @Nullable String level,
        String languages,
        String price,
        boolean costs,
        List<String> courses,
        List<Reader.Text> come,
        @Nullable String map,
        List<Reader.Text> access,
        String book,
        Reader.@Nullable Text centre,
        String ofCentre,
        Reader.@Nullable Text programme,
        @Nullable String programmeHref,
        ScheduleEntry.@Nullable EventImage image,
        Reader.@Nullable Text imageAlt,
        String summary) {
    private static final int LONGEST_SUMMARY = 200;

    static EventPage of(
            PublicEvent event,
            Optional<CentreCard> centre,
            Optional<PublicProgramme> programme,
            EventDates shown,
            Reader reader,
            Links links,
            Instant now) {
        var entries = shown.all();
        var cards = cards(entries, reader, links, now);
        var dates = cards.stream().filter(card -> !card.over()).toList();
        var next = dates.stream()
                .filter(card -> !card.cancelled())
                .findFirst()
                .or(() -> dates.stream().findFirst())
                .or(() -> cards.stream().reduce((one, other) -> other))
                .orElse(null);
        var ahead = dates.stream()
                .filter(card -> !card.cancelled())
                .map(EntryCard::entry)
                .toList();
        var words = reader.words();
        var title = reader.read(event.title());
        var description = reader.readNullable(event.description());
        var image = entries.stream()
                .map(ScheduleEntry::image)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var come = next == null ? List.<Reader.Text>of() : come(next, reader);
        return new EventPage(
                event,
                title,
                description,
                org.goldenbridge.platform.words.Words.of(event.kind()),
                words.word("kind", event.kind()),
                event.cancelled(),
                reader.readNullable(event.cancelReason()),
                next,
                cards(shown.coming(), reader, links, now),
                shown.pages(),
                cards(shown.over(), reader, links, now),
                shown.earlier(),
                cards.stream()
                                .filter(card -> !card.cancelled() && !card.over())
                                .map(EventPage::place)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1,
                next == null ? null : words.say("centreTime", clock(next)),
                Visitors.of(event.audience(), event.minimumAge(), event.maximumAge(), reader),
                event.level() == null ? null : words.word("level", event.level()),
                EntryCard.languages(event.languages(), reader),
                event.price() == null ? words.say("free") : reader.times().price(event.price()),
                (event.price() != null && !event.price().costsNothing())
                        || dates.stream().anyMatch(card -> card.price() != null),
                CourseCost.lines(ahead, reader),
                come,
                come.isEmpty() || next == null || next.online() ? null : map(next),
                next == null ? List.of() : access(next, reader),
                words.say("book." + book(event, cards)),
                centre.map(one -> reader.read(one.name())).orElse(null),
                links.ofCentre(event.centreId()),
                programme.map(one -> reader.read(one.title())).orElse(null),
                programme.map(one -> links.programme(one.id())).orElse(null),
                image,
                image == null ? null : reader.readNullable(image.alt()),
                summary(description == null ? title.text() : description.text()));
    }

    private static List<EntryCard> cards(List<ScheduleEntry> entries, Reader reader, Links links, Instant now) {
        return entries.stream()
                .map(entry -> EntryCard.of(entry, reader, links, now))
                .toList();
    }

    private static String place(EntryCard card) {
        return card.online() + " " + card.place() + " " + card.city() + " "
                + card.entry().centre().id();
    }

    /** What dates can still be booked says what a visitor can do. */
    private static String book(PublicEvent event, List<EntryCard> cards) {
        if (event.cancelled()) {
            return "cancelled";
        }
        if (cards.isEmpty()) {
            return "later";
        }
        var ahead = cards.stream()
                .filter(card -> !card.over() && !card.cancelled())
                .map(EntryCard::entry)
                .toList();
        var open = Stream.concat(ahead.stream().map(ScheduleEntry::places), CourseCost.places(ahead))
                .collect(Collectors.toSet());
        return Stream.of(Availability.PLENTY, Availability.FEW, Availability.WAITING_LIST, Availability.NONE)
                .filter(open::contains)
                .findFirst()
                .map(Availability::toString)
                .orElse("over");
    }

    /** Whose clock the times are of: the city where it takes place. */
    private static String clock(EntryCard next) {
        return next.city() != null
                ? next.city().text()
                : LocalTimes.zoneCity(next.entry().zone());
    }

    private static List<Reader.Text> come(EntryCard next, Reader reader) {
        var entry = next.entry();
        var venue = entry.venue();
        return entry.online() != null
                ? List.of()
                : Stream.of(
                                venue != null
                                        ? reader.read(venue.name())
                                        : reader.read(entry.centre().name()),
                                reader.readNullable(
                                        venue != null
                                                ? venue.address()
                                                : entry.centre().address()),
                                postalCode(
                                        venue != null
                                                ? venue.postalCode()
                                                : entry.centre().postalCode()),
                                next.city())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** At its point; where none is known, asked for in the words of the place itself where there are any, for those are on its map. */
    private static String map(EntryCard next) {
        var entry = next.entry();
        var point = entry.point();
        if (point != null && point.latitude() != null && point.longitude() != null) {
            return String.format(
                    Locale.ROOT,
                    "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=17/%1$.6f/%2$.6f",
                    point.latitude(),
                    point.longitude());
        }
        var venue = entry.venue();
        var parts = Stream.of(
                        venue != null ? venue.address() : entry.centre().address(),
                        venue != null ? venue.city() : entry.centre().city())
                .filter(Objects::nonNull)
                .map(text -> text.texts()
                        .getOrDefault("en", text.texts().values().iterator().next()))
                .collect(Collectors.joining(", "));
        return "https://www.openstreetmap.org/search?query=" + URLEncoder.encode(parts, StandardCharsets.UTF_8);
    }

    private static Reader.@Nullable Text postalCode(@Nullable String code) {
        return code == null ? null : new Reader.Text(code, null, null);
    }

    /** How one gets there and in, as far as it is known. */
    private static List<Reader.Text> access(EntryCard next, Reader reader) {
        var access = next.entry().access();
        if (access == null) {
            return List.of();
        }
        var words = reader.words();
        return Stream.of(
                        reader.readNullable(access.transport()),
                        access.stepFree() == null
                                ? null
                                : new Reader.Text(
                                        words.say(access.stepFree() ? "stepFree" : "notStepFree"), null, null),
                        Boolean.TRUE.equals(access.hearingLoop())
                                ? new Reader.Text(words.say("hearingLoop"), null, null)
                                : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String summary(String text) {
        return text.length() <= LONGEST_SUMMARY
                ? text
                : text.substring(
                                0,
                                text.lastIndexOf(' ', LONGEST_SUMMARY) > 0
                                        ? text.lastIndexOf(' ', LONGEST_SUMMARY)
                                        : LONGEST_SUMMARY)
                        + "…";
    }
}
