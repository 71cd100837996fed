package org.goldenbridge.acceptance.invariants;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Whether the topics tell each change, in order, and end with what the database holds. */
final class Telling {
    private static final Set<String> CHANGES_OF_PLACES = Set.of("planned", "booked", "booking-cancelled", "cancelled");

    private final Evidence evidence;
    private final List<String> broken = new ArrayList<>();

    private Telling(Evidence evidence) {
        this.evidence = evidence;
    }

    /** All breaches; empty when everything was told. */
    static List<String> broken(Evidence evidence) {
        var check = new Telling(evidence);
        check.eachChangeIsTold();
        return check.broken;
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
        sessionsAreTold();
        placesAreTold();
    }

    private void sessionsAreTold() {
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
    }

    private void placesAreTold() {
        var changes = evidence.audit().stream().collect(groupingBy(Evidence.Audited::session));
        for (var places : evidence.places()) {
            var last = last("event.availability", places.session());
            require(
                    last != null
                            && last.data().get("taken").intValue() == places.told()
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

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency for one method
    private void require(boolean holds, String sentence, Object... words) {
        if (!holds) {
            broken.add(sentence.formatted(words));
        }
    }
}
