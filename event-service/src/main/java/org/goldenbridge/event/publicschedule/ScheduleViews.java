package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.text.ReaderLanguage;

/** Writes sessions as the schedule and its changes show them. */
@Singleton
class ScheduleViews {
    private static final List<String> PLACES = List.of("id", "places", "placesLeft");

    private final ObjectMapper json;
    private final URI publicUrl;

    ScheduleViews(ObjectMapper json, @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** The session with those fields; the usual ones where none are named. */
    Object of(ScheduleEntry entry, ShownFields fields, ReaderLanguage language) {
        var view = ScheduleView.of(entry, fields.shows("description"), fields.shows("placesLeft"), language, publicUrl);
        return fields.areUsual() ? view : node(view, fields);
    }

    /** The session as its change is told, always with the number of its places. */
    ObjectNode changed(ScheduleEntry entry, ShownFields fields, ReaderLanguage language) {
        var view = ScheduleView.of(entry, fields.shows("description"), true, language, publicUrl);
        return node(view, fields.with("placesLeft"));
    }

    /** Its places alone, as its change says them. */
    ObjectNode places(ScheduleChange.ChangedSession session) {
        return json.createObjectNode()
                .put("id", session.id().toString())
                .put("places", session.places().toString())
                .put("placesLeft", session.placesLeft());
    }

    /** Its places alone. */
    ObjectNode places(ScheduleEntry entry, ReaderLanguage language) {
        ObjectNode whole = json.valueToTree(ScheduleView.of(entry, false, true, language, publicUrl));
        return whole.retain(PLACES);
    }

    /** That it ended long ago, and is to be forgotten. */
    ObjectNode gone(ScheduleEntry entry) {
        return json.createObjectNode().put("id", entry.id().toString()).put("deleted", true);
    }

    private ObjectNode node(ScheduleView view, ShownFields fields) {
        ObjectNode whole = json.valueToTree(view);
        return fields.isWhole() ? whole : whole.retain(new ArrayList<>(fields.names()));
    }

    String write(Object page) {
        try {
            return json.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own answers can be written", e);
        }
    }
}
