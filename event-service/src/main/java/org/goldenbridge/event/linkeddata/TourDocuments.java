package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.TourStops.TourStop;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;

/** Writes each stop of a touring exhibition as an ExhibitionEvent of its own days. */
@Singleton
class TourDocuments {
    private final PublicAddresses addresses;
    private final Surroundings surroundings;

    TourDocuments(PublicAddresses addresses, Surroundings surroundings) {
        this.addresses = addresses;
        this.surroundings = surroundings;
    }

    List<ObjectNode> of(UUID programme, LocalizedText title, List<TourStop> stops, ReaderLanguage reader) {
        return stops.stream().map(stop -> of(programme, title, stop, reader)).toList();
    }

    private ObjectNode of(UUID programme, LocalizedText title, TourStop stop, ReaderLanguage reader) {
        var texts = new Texts(reader);
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("@type", "ExhibitionEvent")
                .put("@id", addresses.programmeId(programme) + "#stop-" + stop.id())
                .put("identifier", stop.id().toString());
        texts.put(document, "name", title);
        document.put("url", addresses.programme(programme))
                .put("startDate", stop.opens().toString())
                .put("endDate", stop.closes().toString())
                .put("eventStatus", Types.CONTEXT + "/EventScheduled")
                .put("eventAttendanceMode", Types.CONTEXT + "/OfflineEventAttendanceMode");
        document.set("location", surroundings.place(stop, texts));
        document.set("superEvent", surroundings.programme(new ScheduleEntry.UnderProgramme(programme, title), texts));
        return document;
    }
}
