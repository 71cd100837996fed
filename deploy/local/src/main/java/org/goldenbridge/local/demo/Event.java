package org.goldenbridge.local.demo;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is on: an event of the programme and when it meets.
 *
 * @param key names the event within its centre, for the people who edit the files and for the keys of bookings
 * @param programme the key of the programme it stands under
 * @param space the code of the space it is held in, or else
 * @param venue the key of a venue
 * @param capacity the places of each session, or of the course
 * @param price what a visitor pays: for a session, or for the whole course
 * @param course that its sessions are the lessons of one course
 */
record Event(
        String key,
        @Nullable String programme,
        String kind,
        String audience,
        @Nullable String level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        Map<String, String> title,
        Map<String, String> description,
        @Nullable String space,
        @Nullable String venue,
        int capacity,
        @Nullable Price price,
        @Nullable Course course,
        List<Meeting> sessions) {

    /** The English title, by which an event is found again. */
    String name() {
        return title.getOrDefault("en", key);
    }

    /** How many places of each session are kept for those enrolled in its course. */
    int kept() {
        return course == null ? 0 : capacity;
    }

    /** How many places of each session are for who comes to it alone. */
    int open() {
        return course == null ? capacity : course.dropIn() ? course.extraPlaces() : 0;
    }

    record Price(@JsonProperty int amount, @JsonProperty String currency) {}

    /**
     * One enrolment for all lessons.
     *
     * @param minimum below how many the centre looks whether it takes place
     * @param extraPlaces how many more places each lesson has
     * @param dropIn whether anybody may have those
     * @param enrolled how many enrol
     * @param makesUpIn the key of the course in which somebody makes up for a lesson of this one
     */
    record Course(
            @Nullable Integer minimum,
            int extraPlaces,
            boolean dropIn,
            @Nullable Price lessonPrice,
            Demand enrolled,
            @Nullable String makesUpIn) {}

    /**
     * On these days of these weeks, at this time.
     *
     * @param venue where these sessions are held when not where the others are
     * @param cancelled the key of a reason, if they are cancelled
     */
    record Meeting(
            Weeks weeks,

            @JsonAlias("day") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<DayOfWeek> days,

            LocalTime from,
            LocalTime to,
            @Nullable String venue,
            Demand booked,
            @Nullable String cancelled) {}

    /** Weeks of the programme, written {@code [0, 2, 4]} or {@code 0-7}. */
    record Weeks(List<Integer> numbers) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Weeks read(JsonNode node) {
            if (node.isArray()) {
                return new Weeks(IntStream.range(0, node.size())
                        .map(i -> node.get(i).intValue())
                        .boxed()
                        .toList());
            }
            var ends = node.asText().split("-", 2);
            return new Weeks(IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .boxed()
                    .toList());
        }
    }

    /** How many want to come: {@code full}, or the percentage of the places that is booked in week 0. */
    record Demand(int percent, boolean full) {
        /** The further away a session is, the fewer have booked: so many points less each week. */
        private static final int LESS_EACH_WEEK = 12;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Demand read(JsonNode node) {
            return node.asText().equals("full") ? new Demand(100, true) : new Demand(node.intValue(), false);
        }

        int places(int capacity, int week) {
            return full ? capacity : capacity * Math.max(0, percent - LESS_EACH_WEEK * week) / 100;
        }
    }
}
