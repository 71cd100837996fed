package org.goldenbridge.event.whatson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TourStops.TourStop;
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
        List<Stop> stops,
        List<City> cities,
        @Nullable Pages pages,
        String programmes) {

    /**
     * A part of it, as a link.
     *
     * @param kind what it is; null where that is said around it
     */
    record Part(Reader.Text title, @Nullable String kind, String days, boolean cancelled, String href) {
        static Part of(PublicProgramme part, boolean withKind, Reader reader, Links links) {
            return new Part(
                    reader.read(part.title()),
                    withKind ? reader.words().word("programmeKind", part.kind()) : null,
                    reader.times().days(part.startsOn(), part.endsOn()),
                    part.cancelled(),
                    links.programme(part.id()));
        }
    }

    /**
     * Where it stands from when to when.
     *
     * @param href what else is on at that centre; null for a venue
     */
    record Stop(
            Reader.Text city,
            Reader.@Nullable Text place,
            String opens,
            String first,
            String closes,
            String last,
            @Nullable String href) {
        static Stop of(TourStop stop, Reader reader, Links links) {
            var place = reader.readNullable(stop.place());
            var city = reader.readNullable(stop.city());
            var room = reader.readNullable(stop.room());
            var centre = stop.centreId();
            var where = city == null ? room : room == null ? place : room;
            return new Stop(
                    city == null ? Objects.requireNonNull(place) : city,
                    city != null && room != null && place != null
                            ? new Reader.Text(place.text() + ", " + room.text(), place.lang(), null)
                            : where,
                    stop.opens().toString(),
                    reader.times().shortDayOfYear(stop.opens()),
                    stop.closes().toString(),
                    reader.times().shortDayOfYear(stop.closes()),
                    centre == null ? null : links.ofCentre(centre));
        }
    }

    /** A city with the events there. */
    record City(Reader.Text name, List<Dates> events) {}

    /** An event with its next date. */
    record Dates(EntryCard next, String count) {}

    static ProgrammePage of(
            PublicProgramme programme,
            Optional<PublicProgramme> whole,
            List<PublicProgramme> parts,
            List<TourStop> stops,
            List<ScheduleEntry> entries,
            @Nullable String asked,
            Reader reader,
            Links links,
            Instant now) {
        var events = events(entries, reader, links, now);
        var page = Pages.number(asked, events.size());
        return new ProgrammePage(
                programme,
                reader.read(programme.title()),
                reader.readNullable(programme.description()),
                reader.words().word("programmeKind", programme.kind()),
                reader.times().days(programme.startsOn(), programme.endsOn()),
                reader.readNullable(programme.cancelReason()),
                whole.map(one -> reader.read(one.title())).orElse(null),
                whole.map(one -> links.programme(one.id())).orElse(null),
                parts.stream().map(part -> Part.of(part, false, reader, links)).toList(),
                stops.stream().map(stop -> Stop.of(stop, reader, links)).toList(),
                cities(events.stream()
                        .skip(Pages.offset(page))
                        .limit(Pages.SIZE)
                        .toList()),
                Pages.of(page, events.size(), reader, nth -> links.programme(programme.id(), nth)),
                links.programmes());
    }

    /** Each event in each city with its next date there, city by city in the order of the first dates. */
    private static List<Dates> events(List<ScheduleEntry> entries, Reader reader, Links links, Instant now) {
        var byCity = new LinkedHashMap<String, LinkedHashMap<UUID, List<EntryCard>>>();
        for (var entry : entries) {
            var card = EntryCard.of(entry, reader, links, now);
            byCity.computeIfAbsent(cityOf(card), city -> new LinkedHashMap<>())
                    .computeIfAbsent(entry.eventId(), event -> new ArrayList<>())
                    .add(card);
        }
        return byCity.values().stream()
                .flatMap(events -> events.values().stream())
                .map(dates -> new Dates(dates.get(0), reader.words().count("dates", dates.size())))
                .toList();
    }

    private static List<City> cities(List<Dates> events) {
        var byCity = new LinkedHashMap<String, List<Dates>>();
        events.forEach(event -> byCity.computeIfAbsent(cityOf(event.next()), city -> new ArrayList<>())
                .add(event));
        return byCity.values().stream()
                .map(ofCity -> new City(ofCity.get(0).next().cityOrCentre(), ofCity))
                .toList();
    }

    private static String cityOf(EntryCard card) {
        return card.city() == null ? card.entry().centre().id() : card.city().text();
    }
}
