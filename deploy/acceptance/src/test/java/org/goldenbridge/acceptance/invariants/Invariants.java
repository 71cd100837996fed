package org.goldenbridge.acceptance.invariants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What must hold after every fault, by the numbers of the design: each breach is told in a sentence. */
final class Invariants {
    private final Evidence evidence;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Evidence evidence) {
        this.evidence = evidence;
    }

    /** All breaches; empty when everything holds. */
    static List<String> broken(Evidence evidence) {
        var check = new Invariants(evidence);
        check.acknowledgedChangesExist();
        check.placesAreCountedAndNeverOversold();
        check.noSpaceIsTakenTwice();
        check.copiesEqualTheirSource();
        check.followersHoldWhatNewReadersFind();
        check.nothingIsADeadLetter();
        check.eachChangeIsAuditedOnce();
        check.broken.addAll(Telling.broken(evidence));
        return check.broken;
    }

    private void acknowledgedChangesExist() {
        var there = new HashSet<String>();
        evidence.sessions().forEach(session -> there.add(session.id()));
        evidence.bookings().forEach(booking -> there.add(booking.id()));
        for (var id : evidence.acknowledged()) {
            require(there.contains(id), "I1: %s was acknowledged and is not there", id);
        }
    }

    private void placesAreCountedAndNeverOversold() {
        var live = new HashMap<String, Integer>();
        evidence.bookings().stream()
                .filter(booking -> booking.status().equals("confirmed"))
                .forEach(booking -> live.merge(booking.session(), booking.places(), Integer::sum));
        for (var places : evidence.places()) {
            var booked = live.getOrDefault(places.session(), 0);
            require(
                    places.taken() == booked + places.promised(),
                    "I2: session %s counts %d places as taken, and %d are booked and %d promised",
                    places.session(),
                    places.taken(),
                    booked,
                    places.promised());
            require(
                    places.taken() <= places.capacity(),
                    "I2: session %s has %d places and %d are taken",
                    places.session(),
                    places.capacity(),
                    places.taken());
        }
    }

    private void noSpaceIsTakenTwice() {
        var inOrder = evidence.claims().stream()
                .sorted(Comparator.comparing(Evidence.Claim::cell).thenComparing(Evidence.Claim::from))
                .toList();
        for (var i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var after = inOrder.get(i);
            require(
                    !before.cell().equals(after.cell()) || !after.from().isBefore(before.to()),
                    "I3: sessions %s and %s have one space at the same time",
                    before.session(),
                    after.session());
        }
    }

    private void copiesEqualTheirSource() {
        for (var copies : evidence.copies()) {
            require(
                    copies.source().equals(copies.copy()),
                    "I4: %s: the source has %s, the copy %s",
                    copies.name(),
                    copies.source(),
                    copies.copy());
        }
    }

    private void followersHoldWhatNewReadersFind() {
        require(
                evidence.followed().equals(evidence.feeds()),
                "I5: who followed the feeds holds %s, who reads them now finds %s",
                without(evidence.followed(), evidence.feeds()),
                without(evidence.feeds(), evidence.followed()));
        evidence.backwards().forEach(step -> require(false, "I7: %s", step));
    }

    private void nothingIsADeadLetter() {
        require(evidence.deadLetters() == 0, "I6: there are %d dead letters", evidence.deadLetters());
    }

    private void eachChangeIsAuditedOnce() {
        for (var booking : evidence.bookings()) {
            var booked = audited("booked", booking.session(), booking.id());
            require(booked == 1, "I8: booking %s has %d audit entries", booking.id(), booked);
            var alone = audited("booking-cancelled", booking.session(), booking.id());
            // A session whose cancellation was taken back has given the booking back as well.
            var withSession =
                    audited("cancelled", booking.session(), null) - audited("restored", booking.session(), null);
            require(
                    booking.status().equals("cancelled")
                            ? alone <= 1 && alone + withSession >= 1
                            : alone + withSession == 0,
                    "I8: booking %s is %s; audited as cancelled are it %d times and its session %d times",
                    booking.id(),
                    booking.status(),
                    alone,
                    withSession);
        }
        for (var session : evidence.sessions()) {
            var planned = audited("planned", session.id(), null);
            require(planned == 1, "I8: session %s was audited %d times as planned", session.id(), planned);
        }
        var known = new HashSet<String>();
        evidence.bookings().forEach(booking -> known.add(booking.id()));
        evidence.audit().stream()
                .filter(entry -> entry.booking() != null && !known.contains(entry.booking()))
                .forEach(
                        entry -> require(false, "I8: an audit entry tells of %s, which is not there", entry.booking()));
    }

    private long audited(String action, String session, String booking) {
        return evidence.audit().stream()
                .filter(entry -> entry.action().equals(action)
                        && entry.session().equals(session)
                        && (booking == null || booking.equals(entry.booking())))
                .count();
    }

    private static Map<String, Long> without(Map<String, Long> all, Map<String, Long> others) {
        var rest = new HashMap<>(all);
        rest.entrySet().removeAll(others.entrySet());
        return rest;
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency for one method
    private void require(boolean holds, String sentence, Object... words) {
        if (!holds) {
            broken.add(sentence.formatted(words));
        }
    }
}
