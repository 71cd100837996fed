package org.goldenbridge.event.whatson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.whatson.PublicEvents.PublicProgramme;
import org.jspecify.annotations.Nullable;

/** A programme: an umbrella with its parts and its events over centres and cities. */
record ProgrammePage(
        PublicProgramme programme,
        Reader.Text title,
        Reader.@Nullable Text description,
        String kind,
        String days,
        Reader.@Nullable Text reason,
        Reader.@Nullable Text whole,
        @Nullable String wholeHref,
        List<Part> parts,
        List<City> cities) {

    /** A part of it, as a link. */
    record Part(Reader.Text title, String days, boolean cancelled, String href) {}

    /** A city with the events there. */
    record City(Reader.Text name, List<Dates> events) {}

    /** An event with its next date. */
    record Dates(EntryCard next, String count) {}

    static ProgrammePage of(
            PublicProgramme programme,
            Optional<PublicProgramme> whole,
            List<PublicProgramme> parts,
            List<ScheduleEntry> entries,
            Reader reader,
            Links links,
            Instant now) {
        return new ProgrammePage(
                programme,
                reader.read(programme.title()),
                reader.readNullable(programme.description()),
                reader.words().word("programmeKind", programme.kind()),
                reader.times().days(programme.startsOn(), programme.endsOn()),
                reader.readNullable(programme.cancelReason()),
                whole.map(one -> reader.read(one.title())).orElse(null),
                whole.map(one -> links.programme(one.id())).orElse(null),
                parts.stream()
                        .map(part -> new Part(
                                reader.read(part.title()),
                                reader.times().days(part.startsOn(), part.endsOn()),
                                part.cancelled(),
                                links.programme(part.id())))
                        .toList(),
                cities(entries, reader, links, now));
    }

    private static List<City> cities(List<ScheduleEntry> entries, Reader reader, Links links, Instant now) {
        var byCity = new LinkedHashMap<String, LinkedHashMap<UUID, List<EntryCard>>>();
        for (var entry : entries) {
            var card = EntryCard.of(entry, reader, links, now);
            byCity.computeIfAbsent(cityOf(card), city -> new LinkedHashMap<>())
                    .computeIfAbsent(entry.eventId(), event -> new ArrayList<>())
                    .add(card);
        }
        return byCity.values().stream()
                .map(events -> {
                    var first = events.values().iterator().next().get(0);
                    return new City(
                            first.city() == null
                                    ? reader.read(first.entry().centre().name())
                                    : first.city(),
                            events.values().stream()
                                    .map(dates -> new Dates(
                                            dates.get(0), reader.words().count("dates", dates.size())))
                                    .toList());
                })
                .toList();
    }

    private static String cityOf(EntryCard card) {
        return card.city() == null ? card.entry().centre().id() : card.city().text();
    }
}
