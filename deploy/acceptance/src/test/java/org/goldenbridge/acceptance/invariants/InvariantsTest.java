package org.goldenbridge.acceptance.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.goldenbridge.acceptance.invariants.Evidence.Audited;
import org.goldenbridge.acceptance.invariants.Evidence.Booking;
import org.goldenbridge.acceptance.invariants.Evidence.Claim;
import org.goldenbridge.acceptance.invariants.Evidence.Copies;
import org.goldenbridge.acceptance.invariants.Evidence.Places;
import org.goldenbridge.acceptance.invariants.Evidence.Session;
import org.goldenbridge.acceptance.invariants.Evidence.Told;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail is worth nothing: each invariant is broken once, and only that one is reported. */
class InvariantsTest {
    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final String AVAILABILITY = "event.availability";

    private final Set<String> acknowledged = new HashSet<>(Set.of("s1", "b1"));
    private final List<Session> sessions = new ArrayList<>(List.of(new Session("s1", 0, "scheduled", TEN)));
    private final List<Places> places = new ArrayList<>(List.of(new Places("s1", 10, 2, 0, false)));
    private final List<Booking> bookings =
            new ArrayList<>(List.of(new Booking("b1", "s1", "confirmed", 2), new Booking("b2", "s1", "cancelled", 3)));
    private final List<Claim> claims = new ArrayList<>(List.of(
            new Claim("s1", "hall", TEN, TEN.plusSeconds(3600)),
            new Claim("s2", "hall", TEN.plusSeconds(3600), TEN.plusSeconds(7200))));
    private final List<Audited> audit = new ArrayList<>(List.of(
            new Audited("planned", "s1", null),
            new Audited("booked", "s1", "b1"),
            new Audited("booked", "s1", "b2"),
            new Audited("booking-cancelled", "s1", "b2")));
    private final Map<String, Long> versions = new HashMap<>(Map.of("centre.spaces hall", 3L));
    private final Map<String, List<Told>> facts = new HashMap<>(Map.of(
            "event.sessions",
            List.of(told(
                    "e1", "s1", 1, of("version", 0).put("status", "scheduled").put("startsAt", TEN.toString()))),
            AVAILABILITY,
            List.of(
                    told("e2", "s1", 2, taken(0)),
                    told("e3", "s1", 3, taken(2)),
                    told("e3", "s1", 3, taken(2)),
                    told("e4", "s1", 4, taken(5)),
                    told("e5", "s1", 5, taken(2))),
            "centre.spaces",
            List.of(told("e6", "hall", 1, of("version", 3)))));
    private final Map<String, Long> feeds = new HashMap<>(Map.of("availability s1", 5L));
    private final Map<String, Long> followed = new HashMap<>(feeds);
    private final List<String> backwards = new ArrayList<>();
    private final List<Copies> copies =
            new ArrayList<>(List.of(new Copies("spaces", Set.of("hall 3"), Set.of("hall 3"))));
    private long waiting;
    private long deadLetters;

    @Test
    void findsNothingWhereEverythingHolds() {
        assertEquals(List.of(), broken());
    }

    @Test
    void missesAnAcknowledgedBooking() {
        acknowledged.add("b9");
        reports("I1: b9 was acknowledged");
    }

    @Test
    void countsThePlaces() {
        places.set(0, new Places("s1", 10, 3, 0, false));
        retell(AVAILABILITY, told -> told.set(4, told("e5", "s1", 5, taken(3))));
        reports("I2: session s1 counts 3 places as taken, and 2 are booked");
    }

    @Test
    void seesASessionThatIsOversold() {
        bookings.set(0, new Booking("b1", "s1", "confirmed", 11));
        places.set(0, new Places("s1", 10, 11, 0, false));
        retell(AVAILABILITY, told -> told.set(4, told("e5", "s1", 5, taken(11))));
        reports("I2: session s1 has 10 places and 11 are taken");
    }

    @Test
    void wantsPlacesForMakeUpsToldAsTaken() {
        places.set(0, new Places("s1", 10, 2, 0, true));
        reports("I1: Places[session=s1, capacity=10, taken=2, promised=0, makeUpOnly=true], and the last fact");
        retell(AVAILABILITY, told -> told.set(4, told("e5", "s1", 5, taken(10))));
        assertEquals(List.of(), broken());
    }

    @Test
    void seesTwoSessionsInOneSpace() {
        claims.add(new Claim("s3", "hall", TEN.plusSeconds(3599), TEN.plusSeconds(3600)));
        reports("I3: sessions s1 and s3 have one space");
    }

    @Test
    void seesAnOldCopy() {
        copies.set(0, new Copies("spaces", Set.of("hall 3"), Set.of("hall 2")));
        reports("I4: spaces");
    }

    @Test
    void seesThatAFollowerMissedAnItem() {
        followed.clear();
        reports("I5: who followed the feeds");
    }

    @Test
    void seesAFeedGoBackwards() {
        backwards.add("feed sessions moved s1 from 5 to 4");
        reports("I7: feed sessions moved s1");
    }

    @Test
    void seesADeadLetter() {
        deadLetters = 1;
        reports("I6: there are 1 dead letters");
    }

    @Test
    void seesABookingWithoutAudit() {
        audit.remove(1);
        retell(AVAILABILITY, told -> told.remove(3));
        reports("I8: booking b1 has 0 audit entries");
    }

    @Test
    void seesABookingAuditedTwice() {
        audit.add(new Audited("booked", "s1", "b1"));
        retell(AVAILABILITY, told -> told.add(3, told("e7", "s1", 4, taken(2))));
        retell(AVAILABILITY, told -> told.set(4, told("e4", "s1", 5, taken(5))));
        retell(AVAILABILITY, told -> told.set(5, told("e5", "s1", 6, taken(2))));
        reports("I8: booking b1 has 2 audit entries");
    }

    @Test
    void seesACancellationWithoutAudit() {
        audit.remove(3);
        retell(AVAILABILITY, told -> told.remove(3));
        reports("I8: booking b2 is cancelled; audited as cancelled are it 0 times and its session 0 times");
    }

    @Test
    void seesACancellationAuditedTwice() {
        audit.add(new Audited("booking-cancelled", "s1", "b2"));
        retell(AVAILABILITY, told -> told.add(told("e9", "s1", 9, taken(2))));
        reports("I8: booking b2 is cancelled; audited as cancelled are it 2 times");
    }

    @Test
    void seesAnAuditEntryOfABookingThatIsNotThere() {
        audit.add(new Audited("booked", "s9", "b9"));
        reports("I8: an audit entry tells of b9");
    }

    @Test
    void seesASessionPlannedTwice() {
        audit.add(new Audited("planned", "s1", null));
        retell(AVAILABILITY, told -> told.add(0, told("e0", "s1", 1, taken(0))));
        reports("I8: session s1 was audited 2 times as planned");
    }

    @Test
    void seesThatAChangeWasNeverTold() {
        retell(AVAILABILITY, told -> told.remove(3));
        reports("I1: the places of s1 changed 4 times, and 3 facts");
    }

    @Test
    void seesThatTheLastFactIsOld() {
        retell(AVAILABILITY, told -> told.set(4, told("e5", "s1", 5, taken(1))));
        reports("I1: Places[session=s1");
    }

    @Test
    void seesASessionThatWasNotTold() {
        sessions.set(0, new Session("s1", 1, "cancelled", TEN));
        reports("I1: Session[id=s1");
    }

    @Test
    void seesAVersionThatWasNotTold() {
        versions.put("centre.spaces hall", 4L);
        reports("I1: centre.spaces hall is at version 4");
    }

    @Test
    void seesFactsThatWait() {
        waiting = 2;
        reports("I1: 2 facts were not sent");
    }

    @Test
    void seesFactsInTheWrongOrder() {
        retell(AVAILABILITY, told -> told.add(0, told("e0", "s1", 9, taken(0))));
        audit.add(new Audited("booked", "s1", "b3"));
        audit.add(new Audited("booking-cancelled", "s1", "b3"));
        bookings.add(new Booking("b3", "s1", "cancelled", 1));
        retell(AVAILABILITY, told -> told.add(told("e10", "s1", 10, taken(2))));
        reports("I7: in event.availability fact 2 about s1 comes after 9");
    }

    @Test
    void seesARepeatedFactThatSaysSomethingElse() {
        retell(AVAILABILITY, told -> told.set(2, told("e3", "s1", 3, taken(7))));
        reports("I1: in event.availability two different facts have the id e3");
    }

    @Test
    void seesANumberThatWasGivenTwice() {
        facts.put(
                "centre.spaces",
                List.of(told("e6", "hall", 1, of("version", 3)), told("e8", "yard", 1, of("version", 1))));
        reports("I7: in centre.spaces the number 1 was given 2 times");
    }

    private void retell(String topic, Consumer<List<Told>> change) {
        var told = new ArrayList<>(facts.get(topic));
        change.accept(told);
        facts.put(topic, told);
    }

    private void reports(String beginning) {
        var broken = broken();
        assertEquals(1, broken.size(), broken::toString);
        assertEquals(
                beginning,
                broken.get(0)
                        .substring(0, Math.min(beginning.length(), broken.get(0).length())));
    }

    private List<String> broken() {
        return Invariants.broken(new Evidence(
                acknowledged,
                sessions,
                places,
                bookings,
                claims,
                audit,
                versions,
                facts,
                feeds,
                followed,
                backwards,
                copies,
                waiting,
                deadLetters));
    }

    private static Told told(String id, String key, long sequence, ObjectNode data) {
        return new Told(id, key, sequence, data, id + sequence + data);
    }

    private static ObjectNode taken(int taken) {
        return of("capacity", 10).put("taken", taken);
    }

    private static ObjectNode of(String field, long value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }
}
