package org.goldenbridge.acceptance.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What databases, topics and feeds hold at a moment at which nothing is under way.
 *
 * @param acknowledged ids of bookings and sessions that were answered with 201
 * @param facts by topic, in the order in which a consumer reads them
 * @param feeds what a reader who begins now finds
 * @param followed what a reader holds who has followed the feeds all the time
 * @param backwards where that reader saw a feed go backwards
 * @param copies each source beside its copies, as "what id version withdrawn"
 */
record Evidence(
        Set<String> acknowledged,
        List<Session> sessions,
        List<Places> places,
        List<Booking> bookings,
        List<Claim> claims,
        List<Audited> audit,
        Map<String, Long> versions,
        Map<String, List<Told>> facts,
        Map<String, Long> feeds,
        Map<String, Long> followed,
        List<String> backwards,
        List<Copies> copies,
        long waitingInOutbox,
        long deadLetters) {

    record Session(String id, long version, String status, Instant startsAt) {}

    /**
     * Those of a session or a course.
     *
     * @param promised taken without a booking: held, offered, kept for a course, or set aside and not used
     * @param makeUpOnly what is left is for who makes up for a lesson, and not public
     */
    record Places(String session, int capacity, int taken, int promised, boolean makeUpOnly) {
        /** How many are taken as far as the public is told. */
        int told() {
            return makeUpOnly ? capacity : taken;
        }
    }

    record Booking(String id, String session, String status, int places) {}

    record Claim(String session, String cell, Instant from, Instant to) {}

    record Audited(String action, String session, String booking) {}

    /** A fact as it stands in a topic. */
    record Told(String id, String key, long sequence, JsonNode data, String text) {}

    record Copies(String name, Set<String> source, Set<String> copy) {}
}
