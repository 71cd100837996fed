package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goldenbridge.acceptance.invariants.PlacesInvariants;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.naive.NaiveCourse;
import org.goldenbridge.acceptance.network.Courses;
import org.goldenbridge.acceptance.network.Courses.Course;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who enrol in a course and come to its lessons at once, at two instances, while it is resized and cancelled. */
@ExtendWith(OnStage.class)
@Order(2)
class CourseIT {
    private static final int CLIENTS = 200;
    private static final int LESSONS = 4;
    private static final int ROUNDS = Matrix.size(3, 15);
    private static final int RESIZES = 8;

    private final Stage stage;
    private final Desk desk;
    private final Courses courses;
    private final PlacesInvariants invariants;

    CourseIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        courses = new Courses(desk);
        invariants = new PlacesInvariants(stage.database());
    }

    @Test
    void ofTwoHundredClientsForTheLastTenPlacesOfACourseExactlyTenAreEnrolled() {
        var course = courses.plan("Wanted by all", Courses.terms(30, 0), LESSONS, 30);
        courses.enrol(course, "Friends of the centre", 20);
        try (var witness = new Witness(desk)) {
            var asking = new ArrayList<CompletableFuture<Reply>>();
            for (var client = 0; client < CLIENTS; client++) {
                asking.add(book(course.bookings(), "Pupil number " + client, client % 2));
            }
            var answers = answers(asking);
            assertEquals(Map.of("201", 10L, "409 sold-out", CLIENTS - 10L), answers);
            holds(course, "after the rush");
            witness.allHolds();
        }
        var left = stage.anyone().get(course.path()).body();
        assertEquals(0, left.get("placesLeft").intValue());
        assertEquals("none", left.get("places").textValue());
    }

    @Test
    void whoEnrolsAndWhoDropsInTakeNoPlaceOfEachOther() {
        var course = courses.plan("Enrolled and dropped in", Courses.terms(10, 3), LESSONS, 13);
        try (var witness = new Witness(desk)) {
            var enrolling = new ArrayList<CompletableFuture<Reply>>();
            var droppingIn = new ArrayList<CompletableFuture<Reply>>();
            for (var client = 0; client < 25; client++) {
                enrolling.add(book(course.bookings(), "Pupil " + client, client % 2));
                for (var lesson : course.lessons()) {
                    droppingIn.add(book(Desk.bookingsOf(lesson), "Drop in " + client, (client + 1) % 2));
                }
            }
            assertEquals(Map.of("201", 10L, "409 sold-out", 15L), answers(enrolling));
            assertEquals(Map.of("201", 3L * LESSONS, "409 sold-out", 22L * LESSONS), answers(droppingIn));
            holds(course, "after both");
            course.lessons().forEach(lesson -> assertEquals(13, expected(lesson)));
            witness.allHolds();
        }
    }

    @Test
    void aCourseThatIsResizedWhilePeopleComeHasTheSamePlacesInAllItsLessons() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CourseIT resizes with seed " + seed);
        var random = new Random(seed);
        var seen = new TreeMap<String, Long>();
        try (var witness = new Witness(desk)) {
            for (var round = 0; round < ROUNDS; round++) {
                var course = courses.plan("Resized in round " + round, Courses.terms(8, 2), LESSONS, 20);
                var coming = new ArrayList<CompletableFuture<Reply>>();
                var resizing = List.of(
                        resize(course, new Random(random.nextLong()), 0),
                        resize(course, new Random(random.nextLong()), 1));
                for (var client = 0; client < 40; client++) {
                    var at = random.nextInt(2);
                    if (random.nextBoolean()) {
                        coming.add(book(course.bookings(), "Pupil " + client, at));
                    } else {
                        var lesson = course.lessons().get(random.nextInt(LESSONS));
                        coming.add(book(Desk.bookingsOf(lesson), "Drop in " + client, at));
                    }
                }
                answers(coming).forEach((answer, times) -> seen.merge("come " + answer, times, Long::sum));
                resizing.forEach(one -> one.join().forEach(answer -> seen.merge("resize " + answer, 1L, Long::sum)));
                holds(course, "seed " + seed + ", round " + round);
            }
            System.out.println("CourseIT: " + seen);
            var good = List.of("come 201", "come 409 sold-out", "resize 200");
            assertTrue(seen.keySet().containsAll(good), () -> "seed " + seed + " shows little: " + seen);
            // Of two who resize it at once, one is told that it has changed.
            assertTrue(
                    Stream.concat(good.stream(), Stream.of("resize 409 too-many-booked", "resize 412 stale"))
                            .toList()
                            .containsAll(seen.keySet()),
                    () -> "seed " + seed + ": " + seen);
            witness.allHolds();
        }
    }

    @Test
    void whoEnrolsWhileACourseIsCancelledIsInNothingAfterwardsAndIsTold() {
        try (var witness = new Witness(desk)) {
            var enrolledInTime = 0;
            for (var round = 0; round < ROUNDS; round++) {
                var course = courses.plan("Cancelled in round " + round, Courses.terms(30, 10), LESSONS, 40);
                var coming = new ArrayList<CompletableFuture<Reply>>();
                CompletableFuture<Reply> cancelling = null;
                for (var client = 0; client < 30; client++) {
                    coming.add(book(course.bookings(), "Pupil " + client, client % 2));
                    coming.add(book(Desk.bookingsOf(course.lessons().get(client % LESSONS)), "Guest " + client, 1));
                    if (client == 5 * round) {
                        cancelling = stage.signedIn(MANAGER, round % 2)
                                .postAtOnce(course.path() + "/cancellation", Map.of(), "If-Match", "*");
                    }
                }
                cancelling.join().expect(200);
                var answers = answers(coming);
                assertTrue(
                        List.of("201", "409 course-cancelled", "409 session-cancelled")
                                .containsAll(answers.keySet()),
                        answers::toString);
                enrolledInTime += answers.getOrDefault("201", 0L).intValue();
                assertEquals(
                        List.of(),
                        stage.database()
                                .rows(
                                        "select b.* from event.booking b left join event.session s on s.id = b.opportunity_id"
                                                + " where ? in (b.opportunity_id, s.course_id) and (b.status = 'confirmed' or not exists"
                                                + " (select from event.notice n where n.booking_id = b.id and n.kind = b.cancelled_because))",
                                        course.id()),
                        "round " + round);
                holds(course, "after it was cancelled in round " + round);
            }
            assertTrue(enrolledInTime > 0, "The race is too tame to show anything");
            witness.allHolds();
        }
    }

    @Test
    void countingEachLessonAndThenWritingDownOverfillsThem() {
        var people = new NaiveCourse(stage.database()).race(40, LESSONS, 13);

        assertTrue(people > 13, () -> "The race is too tame to show anything: " + people + " are expected");
    }

    /** The other negative control: a lesson that keeps too few places is seen, though its own count is right. */
    @Test
    void aLessonThatKeepsTooFewPlacesIsSeen() {
        var course = courses.plan("Broken on purpose", Courses.terms(4, 1), 2, 5);
        holds(course, "before anything is broken");
        var places = "update event.places set taken = taken %s 1, kept = kept %s 1 where opportunity_id = '"
                + course.lessons().get(1) + "'";
        stage.database().execute(places.formatted("-", "-"));
        assertThrows(AssertionError.class, () -> holds(course, "broken"));
        stage.database().execute(places.formatted("+", "+"));
        holds(course, "mended");
    }

    private CompletableFuture<Reply> book(String path, String visitor, int instance) {
        return stage.signedIn(STAFF, instance)
                .postAtOnce(
                        path,
                        Desk.bookingDraft(visitor, 1),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    /** Somebody who makes a course larger and smaller, one step after the other; says what was answered. */
    private CompletableFuture<List<String>> resize(Course course, Random random, int instance) {
        var clerk = stage.signedIn(STAFF, instance);
        return CompletableFuture.supplyAsync(() -> IntStream.range(0, RESIZES)
                .mapToObj(step -> Courses.terms(4 + random.nextInt(12), 1 + random.nextInt(4)))
                .map(terms -> said(clerk.put(course.path(), terms, "*")))
                .toList());
    }

    private static String said(Reply reply) {
        return reply.status() + reply.problem().replace("/problems/", " ");
    }

    /** What was answered, and how often; whoever has a place is remembered. */
    private Map<String, Long> answers(List<CompletableFuture<Reply>> asking) {
        var answers = new TreeMap<String, Long>();
        for (var one : asking) {
            var reply = one.join();
            if (reply.status() == 201) {
                desk.acknowledge(reply);
            }
            answers.merge(said(reply), 1L, Long::sum);
        }
        return answers;
    }

    /** The places of the course and of all its lessons are as they must be. */
    private void holds(Course course, String moment) {
        invariants.hold(course.id(), moment);
        course.lessons().forEach(lesson -> invariants.hold(lesson, moment));
    }

    /** How many people are expected at a lesson: its own guests and the whole course. */
    private long expected(UUID lesson) {
        return stage.database()
                .number(
                        "select sum(b.places) from event.session s join event.booking b on b.opportunity_id in (s.id, s.course_id)"
                                + " where s.id = ? and b.status = 'confirmed'",
                        lesson);
    }
}
