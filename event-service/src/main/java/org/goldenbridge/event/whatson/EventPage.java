package org.goldenbridge.event.whatson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
 * @param come the address, line by line
 * @param map where a map of it is
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
        List<EntryCard> past,
        @Nullable String clock,
        String audience,
        @Nullable String level,
        String languages,
        String price,
        boolean costs,
        List<Reader.Text> come,
        @Nullable String map,
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
            List<ScheduleEntry> entries,
            Reader reader,
            Links links,
            Instant now) {
        var cards = entries.stream()
                .map(entry -> EntryCard.of(entry, reader, links, now))
                .toList();
        var dates = cards.stream().filter(card -> !card.over()).toList();
        var next = dates.stream()
                .filter(card -> !card.cancelled())
                .findFirst()
                .or(() -> dates.stream().findFirst())
                .or(() -> cards.stream().reduce((one, other) -> other))
                .orElse(null);
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
                dates,
                cards.stream().filter(EntryCard::over).toList(),
                next == null ? null : words.say("centreTime", clock(next)),
                Visitors.of(event.audience(), event.minimumAge(), event.maximumAge(), reader),
                event.level() == null ? null : words.word("level", event.level()),
                EntryCard.languages(event.languages(), reader),
                event.price() == null ? words.say("free") : reader.times().price(event.price()),
                event.price() != null,
                come,
                come.isEmpty() || next == null || next.online() ? null : map(next),
                words.say("book." + book(event, cards)),
                centre.map(one -> reader.read(one.name())).orElse(null),
                links.ofCentre(event.centreId()),
                programme.map(one -> reader.read(one.title())).orElse(null),
                programme.map(one -> links.programme(one.id())).orElse(null),
                image,
                image == null ? null : reader.readNullable(image.alt()),
                summary(description == null ? title.text() : description.text()));
    }

    /** What dates can still be booked says what a visitor can do. */
    private static String book(PublicEvent event, List<EntryCard> cards) {
        if (event.cancelled()) {
            return "cancelled";
        }
        if (cards.isEmpty()) {
            return "later";
        }
        var open = cards.stream()
                .filter(card -> !card.over() && !card.cancelled())
                .map(card -> card.entry().places())
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
                                next.city())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Asked for in the words of the place itself where there are any, for those are on its map. */
    private static String map(EntryCard next) {
        var entry = next.entry();
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
