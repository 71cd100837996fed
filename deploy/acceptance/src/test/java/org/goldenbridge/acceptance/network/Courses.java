package org.goldenbridge.acceptance.network;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Courses of Beijing, planned and enrolled in through the public APIs. */
public final class Courses {
    private static final int FIRST_DAY = 40;

    private final Desk desk;
    private final Stage stage;

    public Courses(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    /** A course and its lessons, in the order in which they are held. */
    public record Course(UUID id, List<UUID> lessons) {
        public String path() {
            return "/v1/courses/" + id;
        }

        public String bookings() {
            return path() + "/bookings";
        }
    }

    /** What a course is planned with where visitors may drop in. */
    public static Map<String, Object> terms(int capacity, int extraPlaces) {
        return Map.of("capacity", capacity, "extraPlaces", extraPlaces, "dropIn", extraPlaces > 0);
    }

    /** A course with a lesson on each of so many days, in a room of its own. */
    public Course plan(String title, Map<String, Object> terms, int lessons, int room) {
        return plan(title, terms, lessons, desk.room(title, room), FIRST_DAY);
    }

    /** A course with a lesson on each of so many days from that day on. */
    public Course plan(String title, Map<String, Object> terms, int lessons, UUID room, int firstDay) {
        var event = desk.workshop(title);
        var draft = new HashMap<String, Object>(terms);
        draft.put("eventId", event.toString());
        var course = stage.signedIn(MANAGER).post("/v1/courses", draft).expect(201);
        var planned = new ArrayList<UUID>();
        for (var lesson = 0; lesson < lessons; lesson++) {
            var session = new HashMap<>(Desk.sessionDraft(event, room, firstDay + lesson, 10));
            session.put("courseId", course.id());
            planned.add(UUID.fromString(desk.acknowledge(stage.signedIn(MANAGER).post("/v1/sessions", session))
                    .id()));
        }
        return new Course(UUID.fromString(course.id()), planned);
    }

    /** Enrols somebody of that name. */
    public Reply enrol(Course course, String visitor, int places) {
        return desk.acknowledge(stage.signedIn(STAFF)
                .post(
                        course.bookings(),
                        Desk.bookingDraft(visitor, places),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    /** Notes that nobody of a booking comes to a lesson. */
    public void noteAbsence(UUID lesson, String booking) {
        stage.signedIn(STAFF)
                .put("/v1/sessions/" + lesson + "/attendance/" + booking, Map.of("present", 0), "*")
                .expect(200);
    }
}
