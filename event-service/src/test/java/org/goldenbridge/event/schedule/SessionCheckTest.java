package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.event.schedule.Plans.draft;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.instruments;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.teachers;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@EventServiceTest
class SessionCheckTest {
    @Test
    void saysThatItWouldFitAndHowManyCouldCome() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        check(centre, draft(event(centre), centre.space(), 10, 12, instruments(dombras, 12, 1)))
                .statusCode(200)
                .body("fits", equalTo(true))
                .body("problems", hasSize(0))
                .body("capacity", equalTo(12));
        assertEquals(0, count("select 1 from session where centre_id = '" + centre.id() + "'"));
        assertEquals(0, count("select 1 from equipment_claim where equipment_id = '" + dombras + "'"));
    }

    @Test
    void saysAllThatStandsAgainstItAtOnceAndClaimsNothing() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var dombras = dombras(centre, 12);
        var teacher = teacher(centre, "Aigul Sarsenova");
        var needs = teachers(teacher) + "," + instruments(dombras, 10, null);
        plan(centre, centre.space(), 20, 22, needs).statusCode(201);
        var event = event(centre);
        var before = count("select 1 from space_claim") + count("select 1 from audit");
        check(centre, draft(event, centre.space(), 21, 23, needs))
                .statusCode(200)
                .body("fits", equalTo(false))
                .body(
                        "problems.code",
                        equalTo(List.of("outside-opening-hours", "space-taken", "teacher-taken", "equipment-taken")))
                .body("clashes", hasSize(2))
                .body("shortages[0].free", equalTo(2))
                .body("freeTimes[0].localStartsAt", equalTo(day(1) + "T08:00:00+08:00"))
                .body("otherSpaces", hasSize(0))
                .body("capacity", equalTo(20));
        check(centre, draft(event, centre.space(), 20, 22, "\"equipment\":[]"))
                .body("problems.code", equalTo(List.of("space-taken")))
                .body("otherSpaces[0].id", equalTo(other.toString()));
        assertEquals(before, count("select 1 from space_claim") + count("select 1 from audit"));
    }

    @Test
    void doesNotCountWhatTheSessionWouldGiveBackWhenItIsMoved() {
        var centre = beijing(20);
        var small = space(centre.id(), 3);
        var dombras = dombras(centre, 12);
        var session = plan(centre, centre.space(), 10, 12, instruments(dombras, 12, 1))
                .statusCode(201);
        book(centre.staff(), id(session), "k", visitor("Group Leader", 4)).statusCode(201);
        check(centre, moved(session, 11, 13, "")).body("fits", equalTo(true)).body("capacity", equalTo(12));
        check(centre, moved(session, 11, 13, ",\"spaceId\":\"" + small + "\""))
                .body("problems.code", equalTo(List.of("too-many-booked")))
                .body("capacity", equalTo(3));
        given().get("/v1/sessions/" + id(session))
                .body("localStartsAt", equalTo(at(10) + ":00+08:00"))
                .body("capacity", equalTo(12));
        post(centre.staff(), "/v1/sessions/" + id(session) + "/cancellation", "*", "{}")
                .statusCode(200);
        check(centre, moved(session, 11, 13, "")).body("problems.code", equalTo(List.of("session-cancelled")));
    }

    @Test
    void letsOnlyAManagerAskBeyondTheOpeningHours() {
        var centre = beijing(20);
        var late = draft(event(centre), centre.space(), 21, 23, "\"hoursOverride\":\"Night of the museums\"");
        check(centre, late).statusCode(403);
        post(centre.manager(), "/v1/session-checks", late).statusCode(200).body("fits", equalTo(true));
    }

    @Test
    void refusesAQuestionThatIsWrongInItself() {
        var centre = beijing(20);
        var other = beijing(20);
        var times = "\"startsAt\":\"%s\",\"endsAt\":\"%s\"".formatted(at(10), at(12));
        check(centre, "{" + times + "}").statusCode(400);
        check(centre, "{\"eventId\":\"%s\",%s}".formatted(event(centre), times)).statusCode(400);
        check(centre, draft(event(centre), centre.space(), 12, 10, "\"equipment\":[]"))
                .statusCode(422);
        check(centre, draft(event(centre), other.space(), 10, 12, "\"equipment\":[]"))
                .statusCode(422)
                .body("type", equalTo("/problems/space-of-another-centre"));
        check(centre, "{\"sessionId\":\"%s\",%s}".formatted(UUID.randomUUID(), times))
                .statusCode(404);
        check(other, draft(event(centre), centre.space(), 10, 12, "\"equipment\":[]"))
                .statusCode(403);
        given().contentType("application/json")
                .body(draft(event(centre), centre.space(), 10, 12, "\"equipment\":[]"))
                .post("/v1/session-checks")
                .statusCode(401);
    }

    private static String moved(TestResponse session, int from, int to, String more) {
        return "{\"sessionId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\"%s}"
                .formatted(id(session), at(from), at(to), more);
    }

    private static TestResponse check(TestCentre centre, String body) {
        return post(centre.staff(), "/v1/session-checks", body);
    }
}
