package org.goldenbridge.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Who has places in a pretended network, who is expected at its sessions, and who makes up for a lesson. */
final class PretendDesk {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Function<String, Map<String, ObjectNode>> lists;

    PretendDesk(Function<String, Map<String, ObjectNode>> lists) {
        this.lists = lists;
    }

    /** @param of what is booked: {@code sessions} or {@code courses} */
    ObjectNode book(String of, String id, ObjectNode body, String key) {
        var known = keys.get(id + key);
        if (known != null) {
            return one("bookings", known);
        }
        var there = one(of, id);
        there.put(
                "placesLeft",
                there.path("placesLeft").asInt() - body.path("places").asInt());
        return keep(body.put("of", id).put("as", of.equals("courses") ? "enrolment" : "booking"), id + key);
    }

    private ObjectNode keep(ObjectNode booking, String key) {
        var made = UUID.randomUUID().toString();
        keys.put(key, made);
        lists.apply("bookings").put(made, booking.put("id", made));
        return booking;
    }

    /** A page of those who have booked the session or its course. */
    ObjectNode expected(String session) {
        var page = json.createObjectNode();
        var items = page.putArray("items");
        var course = one("sessions", session).path("courseId").asText("none");
        for (var booking : lists.apply("bookings").values()) {
            var of = booking.path("of").asText();
            if (of.equals(session) || of.equals(course)) {
                items.addObject()
                        .put("bookingId", booking.path("id").asText())
                        .put("name", booking.path("visitor").path("name").asText())
                        .put("places", booking.path("places").asInt())
                        .put("as", booking.path("as").asText());
            }
        }
        return page;
    }

    ObjectNode note(String session, String booking, ObjectNode body) {
        lists.apply("absences").put(booking + session, body);
        return body;
    }

    /** Instead of a lesson that was missed. */
    ObjectNode makeUp(String enrolment, ObjectNode body, String key) {
        if (!lists.apply("absences")
                .containsKey(enrolment + body.path("missedLesson").asText())) {
            throw new IllegalStateException("Nobody is noted as absent from that lesson");
        }
        var places = one("bookings", enrolment).path("places").asInt();
        var instead = body.path("sessionId").asText();
        var booked = book("sessions", instead, body.put("places", places), key);
        return booked.put("as", "make-up");
    }

    private ObjectNode one(String list, String id) {
        return lists.apply(list).get(id);
    }
}
