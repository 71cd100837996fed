package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.goldenbridge.event.publicschedule.ScheduleEntry;

/** Writes how many places of a session are left. */
@Singleton
class PlacesDocuments {
    private final PublicAddresses addresses;

    PlacesDocuments(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    ObjectNode of(ScheduleEntry session) {
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("@type", Types.of(session.kind()))
                .put("@id", addresses.sessionId(session.id()))
                .put("identifier", session.id().toString())
                .put("maximumAttendeeCapacity", session.capacity())
                .put("remainingAttendeeCapacity", session.placesLeft());
        document.putObject("offers")
                .put("@type", "Offer")
                .put("@id", addresses.sessionId(session.id()) + "#offer")
                .put("availability", Types.of(session.places()))
                .put("url", addresses.session(session.eventId(), session.id()))
                // Our own word says what schema.org has none for: that one can wait for a place.
                .putObject("additionalProperty")
                .put("@type", "PropertyValue")
                .put("propertyID", "places")
                .put("value", session.places().toString());
        return document;
    }
}
