package org.goldenbridge.acceptance.invariants;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold after every fault, by the numbers of the design: each breach is told in a sentence. */
final class Invariants {
    private static final Set<String> CHANGES_OF_PLACES = Set.of("planned", "booked", "booking-cancelled", "cancelled");

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
        check.eachChangeIsTold();
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
                    places.taken() == booked,
                    "I2: session %s counts %d places as taken, and %d are booked",
                    places.session(),
                    places.taken(),
                    booked);
            require(
                    booked <= places.capacity(),
                    "I2: session %s has %d places and %d are booked",
                    places.session(),
                    places.capacity(),
                    booked);
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
            var withSession = audited("cancelled", booking.session(), null);
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

    private void eachChangeIsTold() {
        require(evidence.waitingInOutbox() == 0, "I1: %d facts were not sent", evidence.waitingInOutbox());
        evidence.facts().forEach(this::isInOrder);
        evidence.versions().forEach((subject, version) -> {
            var words = subject.split(" ", 2);
            var last = last(words[0], words[1]);
            require(
                    last != null && last.data().get("version").longValue() == version,
                    "I1: %s is at version %d, the last fact about it is %s",
                    subject,
                    version,
                    last);
        });
        for (var session : evidence.sessions()) {
            var last = last("event.sessions", session.id());
            require(
                    last != null
                            && last.data().get("version").longValue() == session.version()
                            && last.data().get("status").textValue().equals(session.status())
                            && Instant.parse(last.data().get("startsAt").textValue())
                                    .equals(session.startsAt()),
                    "I1: %s, and the last fact about it is %s",
                    session,
                    last);
        }
        var changes = evidence.audit().stream().collect(groupingBy(Evidence.Audited::session));
        for (var places : evidence.places()) {
            var last = last("event.availability", places.session());
            require(
                    last != null
                            && last.data().get("taken").intValue() == places.taken()
                            && last.data().get("capacity").intValue() == places.capacity(),
                    "I1: %s, and the last fact about them is %s",
                    places,
                    last);
            var entries = changes.getOrDefault(places.session(), List.of());
            if (entries.stream().allMatch(entry -> CHANGES_OF_PLACES.contains(entry.action()))) {
                var told = told("event.availability", places.session()).stream()
                        .map(Evidence.Told::id)
                        .distinct()
                        .count();
                require(
                        told == entries.size(),
                        "I1: the places of %s changed %d times, and %d facts tell of it",
                        places.session(),
                        entries.size(),
                        told);
            }
        }
    }

    /** A fact that is sent again is the same word for word; what is told for the first time comes in order. */
    private void isInOrder(String topic, List<Evidence.Told> told) {
        var seen = new HashMap<String, Evidence.Told>();
        var last = new HashMap<String, Long>();
        for (var fact : told) {
            var before = seen.putIfAbsent(fact.id(), fact);
            if (before == null) {
                var earlier = last.put(fact.key(), fact.sequence());
                require(
                        earlier == null || earlier < fact.sequence(),
                        "I7: in %s fact %d about %s comes after %d",
                        topic,
                        fact.sequence(),
                        fact.key(),
                        earlier);
            } else {
                require(
                        before.text().equals(fact.text()) && before.key().equals(fact.key()),
                        "I1: in %s two different facts have the id %s",
                        topic,
                        fact.id());
            }
        }
        seen.values().stream()
                .collect(groupingBy(Evidence.Told::sequence, counting()))
                .forEach((sequence, count) ->
                        require(count == 1, "I7: in %s the number %d was given %d times", topic, sequence, count));
    }

    private List<Evidence.Told> told(String topic, String key) {
        return evidence.facts().getOrDefault(topic, List.of()).stream()
                .filter(fact -> fact.key().equals(key))
                .toList();
    }

    private Evidence.Told last(String topic, String key) {
        var told = told(topic, key);
        return told.isEmpty() ? null : told.get(told.size() - 1);
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
