package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

@EventServiceTest
class PlanningTest {
    @Test
    void plansASessionInTheTimeOfTheCentre() {
        var centre = beijing(20);
        plan(centre, day(0) + "T18:00", day(0) + "T20:00")
                .statusCode(201)
                .header("Location", startsWith("http"))
                .header("ETag", startsWith("\"0.en"))
                .body("status", equalTo("scheduled"))
                .body("startsAt", equalTo(day(0) + "T10:00:00Z"))
                .body("localStartsAt", equalTo(day(0) + "T18:00:00+08:00"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("event.title.en", equalTo("Dombra workshop"))
                .body("space.name.en", equalTo("Music hall"))
                .body("capacity", equalTo(20))
                .body("placesLeft", equalTo(20));
    }

    @Test
    void namesTheClashAndOffersTheNextFreeTimesAndOtherSpaces() {
        var centre = beijing(20);
        var other = space(centre.id(), 30);
        plan(centre, day(0) + "T14:00", day(0) + "T16:00").statusCode(201);
        plan(centre, day(0) + "T15:00", day(0) + "T17:00")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/space-taken"))
                .body("detail", containsString("Dombra workshop has it from " + day(0) + " 13:45"))
                .body("detail", containsString("planned by " + centre.id() + "-staff"))
                .body("clashes", hasSize(1))
                .body("clashes[0].title.en", equalTo("Dombra workshop"))
                .body("freeTimes", hasSize(3))
                .body("freeTimes[0].localStartsAt", equalTo(day(0) + "T16:30:00+08:00"))
                .body("otherSpaces[0].id", equalTo(other.toString()));
        assertEquals(1, count("select 1 from session where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void countsSetUpAndClearingTime() {
        var centre = beijing(20);
        plan(centre, day(0) + "T14:00", day(0) + "T16:00").statusCode(201);
        plan(centre, day(0) + "T16:29", day(0) + "T17:00").statusCode(409);
        plan(centre, day(0) + "T16:30", day(0) + "T17:00").statusCode(201);
    }

    @Test
    void refusesAHalfOfAHallThatIsTakenWhole() {
        var centre = beijing(20);
        var north = UUID.randomUUID();
        var south = UUID.randomUUID();
        var hall = UUID.randomUUID();
        applySpace(north, centre.id(), 1, "North half", 40, north);
        applySpace(south, centre.id(), 1, "South half", 40, south);
        applySpace(hall, centre.id(), 1, "Whole hall", 90, north, south);
        var event = event(centre);
        post(centre.staff(), "/v1/sessions", draft(event, north, day(0) + "T10:00", day(0) + "T11:00"))
                .statusCode(201);
        post(centre.staff(), "/v1/sessions", draft(event, south, day(0) + "T10:00", day(0) + "T11:00"))
                .statusCode(201);
        post(centre.staff(), "/v1/sessions", draft(event, hall, day(0) + "T10:30", day(0) + "T12:00"))
                .statusCode(409)
                .body("clashes", hasSize(2));
        post(centre.staff(), "/v1/sessions", draft(event, hall, day(0) + "T14:00", day(0) + "T16:00"))
                .statusCode(201);
        post(centre.staff(), "/v1/sessions", draft(event, south, day(0) + "T15:00", day(0) + "T16:00"))
                .statusCode(409);
    }

    @Test
    void expandsClaimsAgainWhenAHallIsDividedAnewAndFlagsWhatClashes() {
        var centre = beijing(20);
        var hall = UUID.randomUUID();
        var part = UUID.randomUUID();
        applySpace(hall, centre.id(), 1, "Hall", 90, hall);
        applySpace(part, centre.id(), 1, "Corner", 10, part);
        var event = event(centre);
        var whole = id(post(centre.staff(), "/v1/sessions", draft(event, hall, day(0) + "T10:00", day(0) + "T12:00")));
        var inCorner =
                id(post(centre.staff(), "/v1/sessions", draft(event, part, day(0) + "T11:00", day(0) + "T12:00")));
        applySpace(hall, centre.id(), 2, "Hall", 90, hall, part);
        given().get("/v1/sessions/" + whole).body("clashing", equalTo(true));
        given().get("/v1/sessions/" + inCorner).body("clashing", equalTo(null));
        post(centre.staff(), "/v1/sessions", draft(event, hall, day(1) + "T10:00", day(1) + "T12:00"))
                .statusCode(201);
        post(centre.staff(), "/v1/sessions", draft(event, part, day(1) + "T11:00", day(1) + "T12:00"))
                .statusCode(409);
    }

    @Test
    void movesASessionWithItsClaimAndLeavesItWhereItWasWhenRefused() {
        var centre = beijing(20);
        var first = plan(centre, day(0) + "T10:00", day(0) + "T11:00").statusCode(201);
        var second = plan(centre, day(0) + "T14:00", day(0) + "T15:00").statusCode(201);
        var id = id(first);
        move(centre, id, tag(first), day(0) + "T14:30", day(0) + "T15:30").statusCode(409);
        given().get("/v1/sessions/" + id).body("localStartsAt", startsWith(day(0) + "T10:00"));
        var moved = move(centre, id, tag(first), day(0) + "T16:00", day(0) + "T17:00")
                .statusCode(200);
        moved.body("localStartsAt", startsWith(day(0) + "T16:00"));
        move(centre, id(second), tag(second), day(0) + "T10:00", day(0) + "T11:00")
                .statusCode(200);
        move(centre, id, tag(first), day(0) + "T18:00", day(0) + "T19:00").statusCode(412);
        move(centre, id, null, day(0) + "T18:00", day(0) + "T19:00").statusCode(428);
    }

    @Test
    void refusesAMoveIntoARoomThatIsTooSmallForWhatIsBooked() {
        var centre = beijing(20);
        var small = space(centre.id(), 3);
        var planned = plan(centre, day(0) + "T10:00", day(0) + "T11:00").statusCode(201);
        book(centre.staff(), id(planned), "k", visitor("Group Leader", 4)).statusCode(201);
        post(
                        centre.staff(),
                        "/v1/sessions/" + id(planned) + "/moves",
                        tag(planned),
                        "{\"spaceId\":\"%s\",\"startsAt\":\"%sT10:00\",\"endsAt\":\"%sT11:00\"}"
                                .formatted(small, day(0), day(0)))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-booked"));
    }

    @Test
    void cancelsASessionWithItsBookingsAndFreesItsRoom() {
        var centre = beijing(20);
        var planned = plan(centre, day(0) + "T10:00", day(0) + "T11:00").statusCode(201);
        var booking = created(book(centre.staff(), id(planned), "k", visitor("Anna Petrova", 2)));
        post(
                        centre.staff(),
                        "/v1/sessions/" + id(planned) + "/cancellation",
                        tag(planned),
                        "{\"reason\":{\"en\":\"The teacher is ill\"}}")
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancelReason.en", equalTo("The teacher is ill"))
                .body("places", equalTo("none"));
        given().bearer(centre.staff()).get("/v1/bookings/" + booking).body("status", equalTo("cancelled"));
        book(centre.staff(), id(planned), "k2", visitor("Late Comer", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/session-cancelled"));
        plan(centre, day(0) + "T10:00", day(0) + "T11:00").statusCode(201);
    }

    @Test
    void holdsToOpeningHoursUnlessAManagerGivesAReason() {
        var centre = beijing(20);
        plan(centre, day(0) + "T07:00", day(0) + "T09:00")
                .statusCode(422)
                .body("type", equalTo("/problems/outside-opening-hours"))
                .body("detail", containsString("08:00 to 22:00"));
        var event = event(centre);
        var early = """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT07:00","endsAt":"%sT09:00","hoursOverride":"Nauryz breakfast"}""".formatted(event, centre.space(), day(0), day(0));
        post(centre.staff(), "/v1/sessions", early).statusCode(403);
        post(centre.manager(), "/v1/sessions", early).statusCode(201);
    }

    @Test
    void holdsToClosuresOfTheCentreAndOfASpace() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        applyCentre(centre.id(), "Asia/Shanghai", 2, """
                [{"id":"%s","spaceId":"%s","startsAt":"%sT00:00:00Z","endsAt":"%sT00:00:00Z","reason":{"en":"Repair"}}]""".formatted(UUID.randomUUID(), centre.space(), day(0), day(2)));
        plan(centre, day(1) + "T10:00", day(1) + "T11:00")
                .statusCode(422)
                .body("detail", containsString("closed from"));
        post(centre.staff(), "/v1/sessions", draft(event(centre), other, day(1) + "T10:00", day(1) + "T11:00"))
                .statusCode(201);
    }

    @Test
    void plansAtAVenueInTheVenuesTimeWithoutAClaim() {
        var centre = centre("Europe/Paris", 20);
        post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","venue":{"name":{"en":"Abai Opera"},"city":{"en":"Almaty"},"country":"KZ","zone":"Asia/Almaty"},
                 "startsAt":"%sT19:00","endsAt":"%sT21:00","capacity":300}""".formatted(event(centre), day(0), day(0)))
                .statusCode(201)
                .body("startsAt", equalTo(day(0) + "T14:00:00Z"))
                .body("venue.city.en", equalTo("Almaty"))
                .body("capacity", equalTo(300));
    }

    @Test
    void refusesAnHourThatClocksLeapOverAndTakesTheFirstOfARepeatedOne() {
        var centre = centre("Europe/Paris", 20);
        var spring = lastSunday(3);
        var override = ",\"hoursOverride\":\"Night of the museums\"";
        post(
                        centre.manager(),
                        "/v1/sessions",
                        draft(event(centre), centre.space(), spring + "T02:30", spring + "T05:00")
                                .replace("}", override + "}"))
                .statusCode(422)
                .body("type", equalTo("/problems/time-in-gap"))
                .body("errors[0].pointer", equalTo("/startsAt"));
        var autumn = lastSunday(10);
        post(
                        centre.manager(),
                        "/v1/sessions",
                        draft(event(centre), centre.space(), autumn + "T02:30", autumn + "T05:00")
                                .replace("}", override + "}"))
                .statusCode(201)
                .body("startsAt", equalTo(autumn + "T00:30:00Z"))
                .body("endsAt", equalTo(autumn + "T04:00:00Z"));
    }

    @Test
    void limitsHowManyMayCome() {
        var centre = beijing(20);
        var planned = plan(centre, day(0) + "T10:00", day(0) + "T11:00").statusCode(201);
        book(centre.staff(), id(planned), "k", visitor("Group Leader", 4)).statusCode(201);
        edit(centre, id(planned), tag(planned), "{\"capacity\":3}").statusCode(409);
        var limited =
                edit(centre, id(planned), tag(planned), "{\"capacity\":4}").statusCode(200);
        limited.body("placesLeft", equalTo(0)).body("places", equalTo("none"));
        edit(centre, id(planned), tag(limited), "{\"capacity\":500}")
                .statusCode(200)
                .body("capacity", equalTo(20));
    }

    private static LocalDate lastSunday(int month) {
        var year = day(0).getYear() + 1;
        return LocalDate.of(year, month, 31)
                .with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.SUNDAY));
    }

    private static TestResponse plan(TestCentre centre, String from, String to) {
        return post(centre.staff(), "/v1/sessions", draft(event(centre), centre.space(), from, to));
    }

    private static TestResponse move(TestCentre centre, String id, String tag, String from, String to) {
        return post(
                centre.staff(),
                "/v1/sessions/" + id + "/moves",
                tag,
                "{\"startsAt\":\"%s\",\"endsAt\":\"%s\"}".formatted(from, to));
    }

    private static TestResponse edit(TestCentre centre, String id, String tag, String body) {
        return given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/v1/sessions/" + id);
    }

    private static String id(TestResponse answer) {
        return answer.path("id");
    }

    private static String tag(TestResponse answer) {
        return answer.header("ETag");
    }
}
