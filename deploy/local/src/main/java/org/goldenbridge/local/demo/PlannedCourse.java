package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The course whose lessons the sessions of an event are. */
record PlannedCourse(Centre centre, Event event) {
    /** So many years an adult course spans, where it names none. */
    private static final int GENERATIONS = 45;

    Event.Course terms() {
        return requireNonNull(event.course());
    }

    /** How many places are to be enrolled in. */
    int wanted() {
        return terms().enrolled().places(event.capacity(), 0);
    }

    /** The same words whenever and however often the network is loaded. */
    String key() {
        return centre.id() + "/" + event.key();
    }

    /** How old those are for whom a visitor enrols: always the same, and nothing where the course asks no ages. */
    @Nullable
    List<Integer> ages(Centre.Visitor visitor) {
        if (event.minimumAge() == null && event.maximumAge() == null) {
            return null;
        }
        int youngest = requireNonNullElse(event.minimumAge(), 0);
        int oldest = requireNonNullElse(event.maximumAge(), youngest + GENERATIONS);
        var random = new Random(Guests.key(key(), visitor).hashCode());
        return IntStream.range(0, visitor.party())
                .mapToObj(child -> youngest + random.nextInt(oldest - youngest + 1))
                .toList();
    }

    @Override
    public String toString() {
        return "the course “" + event.name() + "” of " + centre.id();
    }
}
