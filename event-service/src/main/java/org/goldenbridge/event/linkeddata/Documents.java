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

/** Writes what is on as schema.org has it, in JSON-LD. */
@Singleton
public class Documents {
    private final SessionDocuments sessions;
    private final PlacesDocuments places;
    private final TourDocuments tours;

    Documents(SessionDocuments sessions, PlacesDocuments places, TourDocuments tours) {
        this.tours = tours;
        this.sessions = sessions;
        this.places = places;
    }

    /** A session with what places are left. */
    public ObjectNode of(ScheduleEntry session, ReaderLanguage reader) {
        return inContext().setAll(sessions.withPlaces(session, reader));
    }

    /** Several sessions in one document, with a word for the places left as on a page: their number would be another with each booking. */
    public ObjectNode of(List<ScheduleEntry> several, ReaderLanguage reader) {
        var document = inContext();
        var graph = document.putArray("@graph");
        several.forEach(
                session -> graph.add(sessions.withPlaces(session, reader).without("remainingAttendeeCapacity")));
        return document;
    }

    /** Each stop of a programme that tours. */
    public List<ObjectNode> of(UUID programme, LocalizedText title, List<TourStop> stops, ReaderLanguage reader) {
        return tours.of(programme, title, stops, reader);
    }

    /** A session without its places: what moves it in the feed of sessions. */
    public ObjectNode withoutPlaces(ScheduleEntry session, ReaderLanguage reader) {
        return inContext().setAll(sessions.withoutPlaces(session, reader));
    }

    /** The places of a session alone: what moves it in the feed of availability. */
    public ObjectNode placesOf(ScheduleEntry session) {
        return inContext().setAll(places.of(session));
    }

    /**
     * The document as it may stand within {@code <script type="application/ld+json">}: whatever somebody wrote into a title, it
     * neither ends the element nor begins a comment there.
     */
    public static String inPage(ObjectNode document) {
        return document.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    static ObjectNode inContext() {
        return JsonNodeFactory.instance.objectNode().put("@context", Types.CONTEXT);
    }
}
