package org.goldenbridge.event.publicschedule;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.places.Availability;

/** Writes other words for places into a schedule as JSON. */
final class JsonPlaces {
    /** Cannot stand in a text: there a quotation mark has a stroke before it. */
    private static final String PLACES = "\"places\":\"";

    private JsonPlaces() {}

    /**
     * The same bytes with other words.
     *
     * @param ids of its items, in their order
     * @param newer the words of those of which they are others
     */
    static Buffer with(Buffer bytes, List<UUID> ids, Map<UUID, ShownPlaces> newer) {
        var body = new StringBuilder(bytes.toString(StandardCharsets.UTF_8));
        for (var nth = 0; nth < ids.size(); nth++) {
            var places = newer.get(ids.get(nth));
            var begin = places == null ? -1 : body.indexOf(item(ids.get(nth)));
            if (places != null && begin >= 0) { // the one behind the page is not written
                var next = nth + 1 < ids.size() ? body.indexOf(item(ids.get(nth + 1)), begin) : -1;
                replace(body, begin, next < 0 ? body.length() : next, places.word());
            }
        }
        return Buffer.buffer(body.toString());
    }

    /** How an item begins. */
    private static String item(UUID id) {
        return "{\"id\":\"" + id + '"';
    }

    private static void replace(StringBuilder body, int begin, int end, Availability word) {
        var from = body.indexOf(PLACES, begin);
        if (from >= 0 && from < end) { // not where other fields were asked for
            var first = from + PLACES.length();
            body.replace(first, body.indexOf("\"", first), word.toString());
        }
    }
}
