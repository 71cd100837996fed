package org.goldenbridge.local.demo;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Plans the courses of one centre, enrols its visitors, and lets one of them make up for a lesson. */
final class CourseLoader {
    private final Api api;
    private final Crew crew;
    private final Tally tally;
    private final Centre centre;

    CourseLoader(Api api, Crew crew, Tally tally, Centre centre) {
        this.api = api;
        this.crew = crew;
        this.tally = tally;
        this.centre = centre;
    }

    /** The id of the course of an event, which has one at most; planned if it is not there. */
    String plan(Event event, String eventId) {
        var known = api.list(centre.manager(), "/v1/courses?event=" + eventId);
        if (!known.isEmpty()) {
            return known.get(0).path("id").asText();
        }
        var course = new PlannedCourse(centre, event);
        var terms = course.terms();
        var planned = api.post(
                centre.manager(),
                "/v1/courses",
                new Body()
                        .with("eventId", eventId)
                        .with("capacity", event.capacity())
                        .with("minimum", terms.minimum())
                        .with("extraPlaces", terms.extraPlaces())
                        .with("dropIn", terms.dropIn())
                        .with("lessonPrice", terms.lessonPrice()));
        return tally.created(planned, course.toString());
    }

    /** @param ids those of the courses, by the keys of their events */
    void enrol(List<PlannedCourse> courses, Map<String, String> ids) {
        crew.each(
                courses,
                course -> enrol(course, requireNonNull(ids.get(course.event().key()))));
    }

    private void enrol(PlannedCourse course, String id) {
        var there = api.get(centre.clerk(), "/v1/courses/" + id).body();
        var guests = Guests.of(course);
        int places = guests.stream().mapToInt(Centre.Visitor::party).sum();
        int taken = there.path("capacity").asInt() - there.path("placesLeft").asInt();
        if (taken >= places) {
            return;
        }
        for (var guest : guests) {
            var enrolled = api.post(
                    centre.clerk(),
                    "/v1/courses/" + id + "/bookings",
                    guest.asksForPlaces().with("ages", course.ages(guest)),
                    "Idempotency-Key",
                    Guests.key(course.key(), guest));
            // Somebody may have taken the last places since, or the course may be over.
            if (enrolled.status() != 409) {
                tally.created(enrolled, "An enrolment in " + course);
            }
        }
    }

    /**
     * Notes that somebody who is enrolled will miss a lesson, and books them into the other one.
     *
     * @return whether somebody comes to the other lesson instead
     */
    boolean makeUp(Programme.MakeUp makeUp, JsonNode missed, JsonNode instead) {
        var others = attendance(instead);
        if (others.stream().anyMatch(expected -> isExpected(expected, "make-up"))) {
            return true;
        }
        var busy = others.stream().map(CourseLoader::name).collect(toSet());
        var enrolled = attendance(missed).stream()
                .filter(expected -> isExpected(expected, "enrolment"))
                .filter(expected -> !busy.contains(name(expected)))
                .min(comparingInt(expected -> expected.path("places").asInt()))
                .map(expected -> expected.path("bookingId").asText());
        if (enrolled.isEmpty()) {
            return false;
        }
        var absence = api.put(
                centre.clerk(), attendanceOf(missed) + "/" + enrolled.get(), new Body().with("present", 0), "*");
        if (absence.status() == 409) {
            return false;
        }
        tally.accepted(absence, "An absence from " + makeUp.missed());
        var booked = api.post(
                centre.clerk(),
                "/v1/bookings/" + enrolled.get() + "/make-up-lessons",
                new Body()
                        .with("missedLesson", missed.path("id").asText())
                        .with("sessionId", instead.path("id").asText()),
                "Idempotency-Key",
                "demo/make-up/" + makeUp.missed().key());
        // Either lesson may be cancelled by now, and the last place of the other one gone.
        if (booked.status() == 409) {
            return false;
        }
        tally.created(booked, "A make-up lesson in " + makeUp.instead());
        return true;
    }

    private List<JsonNode> attendance(JsonNode lesson) {
        return api.list(centre.clerk(), attendanceOf(lesson));
    }

    private static String attendanceOf(JsonNode lesson) {
        return "/v1/sessions/" + lesson.path("id").asText() + "/attendance";
    }

    private static String name(JsonNode expected) {
        return expected.path("name").asText();
    }

    private static boolean isExpected(JsonNode expected, String as) {
        return expected.path("as").asText().equals(as);
    }
}
