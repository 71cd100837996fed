package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import org.goldenbridge.event.page.TourStops;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.ReaderLanguage;

/** Writes an event with its sessions, and a programme with all that stands under it. */
@Singleton
class SeriesDocuments {
    private final PublicAddresses addresses;
    private final Surroundings surroundings;
    private final SessionDocuments sessions;
    private final TourDocuments tours;
    private final TourStops stops;

    SeriesDocuments(
            PublicAddresses addresses,
            Surroundings surroundings,
            SessionDocuments sessions,
            TourDocuments tours,
            TourStops stops) {
        this.tours = tours;
        this.stops = stops;
        this.addresses = addresses;
        this.surroundings = surroundings;
        this.sessions = sessions;
    }

    ObjectNode of(Announced what, List<ScheduleEntry> ahead, ReaderLanguage reader) {
        var texts = new Texts(reader);
        var kind = what.programme();
        var document = Documents.inContext()
                .put("@type", kind == null ? "EventSeries" : Types.of(kind))
                .put("@id", kind == null ? addresses.eventId(what.id()) : addresses.programmeId(what.id()))
                .put("identifier", what.id().toString());
        texts.put(document, "name", what.title());
        texts.put(document, "description", what.description());
        document.put("url", kind == null ? addresses.event(what.id()) : addresses.programme(what.id()))
                .put("eventStatus", Types.CONTEXT + (what.cancelled() ? "/EventCancelled" : "/EventScheduled"));
        whenItIs(document, what, ahead);
        whereItIs(document, what, ahead, texts);
        var centre = what.centre();
        document.set("organizer", centre == null ? surroundings.network() : surroundings.organizer(centre, texts));
        var parent = what.parent();
        if (parent != null) {
            document.set("superEvent", surroundings.programme(parent, texts));
        }
        var parts = document.putArray("subEvent");
        if (kind != null) {
            parts.addAll(tours.of(what.id(), what.title(), stops.of(what.id()), reader));
        }
        ahead.forEach(session -> parts.add(sessions.withPlaces(session, reader)));
        return document;
    }

    /** A programme has its own days; an event lasts from its first session that is still to come to the last that is shown. */
    private static void whenItIs(ObjectNode document, Announced what, List<ScheduleEntry> ahead) {
        if (what.startsOn() != null && what.endsOn() != null) {
            document.put("startDate", what.startsOn().toString())
                    .put("endDate", what.endsOn().toString());
        } else if (!ahead.isEmpty()) {
            document.put("startDate", SessionDocuments.time(ahead.get(0).localStart()))
                    .put(
                            "endDate",
                            SessionDocuments.time(ahead.get(ahead.size() - 1).localEnd()));
        }
    }

    /** Each place once. */
    private void whereItIs(ObjectNode document, Announced what, List<ScheduleEntry> ahead, Texts texts) {
        var places = new LinkedHashMap<String, ObjectNode>();
        for (var session : ahead) {
            var place = surroundings.location(session, texts);
            places.putIfAbsent(place.toString(), place);
        }
        var centre = what.centre();
        if (places.isEmpty() && centre != null) {
            places.put(centre.id(), surroundings.place(centre, texts));
        }
        if (places.size() == 1) {
            document.set("location", places.values().iterator().next());
        } else if (!places.isEmpty()) {
            document.putArray("location").addAll(places.values());
        }
    }
}
