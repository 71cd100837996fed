package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.schedule.Plans.at;
import static org.goldenbridge.event.schedule.Plans.instruments;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.teachers;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and when could 20 people with 12 dombras meet for two hours? */
@EventServiceTest
class FreeTimesTest {
    @Test
    void areThoseAtWhichSpaceAndInstrumentsAreFreeWithSetUpAndClearing() {
        var centre = beijing(20);
        var large = space(centre.id(), 30);
        space(centre.id(), 19);
        var dombras = dombras(centre, 12);
        plan(centre, centre.space(), 10, 12, instruments(dombras, 5, null)).statusCode(201);
        block(centre, large, 14, 16);
        ask(centre, "&people=20&minutes=120&equipment=" + dombras + ":12")
                .body("items.space.id", equalTo(List.of(centre.space().toString(), large.toString())))
                .body("items.localStartsAt", equalTo(List.of(day(0) + "T12:30:00+08:00", day(0) + "T16:15:00+08:00")))
                .body("items.localEndsAt", equalTo(List.of(day(0) + "T22:00:00+08:00", day(0) + "T22:00:00+08:00")))
                .body("items[0].lastStartsAt", equalTo(day(0) + "T12:00:00Z"))
                .body("more", equalTo(false));
        ask(centre, "&people=20&minutes=120&equipment=" + dombras + ":7&space=" + large)
                .body("items.localStartsAt", equalTo(List.of(day(0) + "T08:00:00+08:00", day(0) + "T16:15:00+08:00")))
                .body("items[0].localEndsAt", equalTo(day(0) + "T13:45:00+08:00"));
        ask(centre, "&people=20&minutes=120&equipment=" + dombras + ":13").body("items", hasSize(0));
        ask(centre, "&people=31").body("items", hasSize(0));
    }

    @Test
    void canBePlannedAtEveryQuarterHourThatIsPromised() {
        var centre = beijing(20);
        plan(centre, centre.space(), 10, 12, "\"equipment\":[]").statusCode(201);
        var found = ask(centre, "&minutes=60");
        List<String> starts = found.path("items.startsAt");
        List<String> last = found.path("items.lastStartsAt");
        assertEquals(2, starts.size());
        for (var start : List.of(starts.get(0), last.get(0), starts.get(1), last.get(1))) {
            var end = Instant.parse(start).plusSeconds(3600);
            given().bearer(centre.staff())
                    .contentType("application/json")
                    .body(Plans.draft(event(centre), centre.space(), start, end.toString(), "\"equipment\":[]"))
                    .post("/v1/session-checks")
                    .statusCode(200)
                    .body("fits", equalTo(true));
        }
    }

    @Test
    void waitForTheTeacher() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var teacher = teacher(centre, "Aigul Sarsenova");
        plan(centre, centre.space(), 8, 21, teachers(teacher)).statusCode(201);
        ask(centre, "&minutes=60&space=" + other + "&teacher=" + teacher)
                .body("items.localStartsAt", equalTo(List.of(day(0) + "T21:00:00+08:00")));
    }

    @Test
    void leaveClosuresOut() {
        var centre = beijing(20);
        applyCentre(centre.id(), "Asia/Shanghai", 2, """
                [{"id":"%s","spaceId":null,"startsAt":"%sT02:00:00Z","endsAt":"%sT04:00:00Z","reason":{"en":"Holiday"}}]""".formatted(UUID.randomUUID(), day(0), day(0)));
        ask(centre, "&minutes=60")
                .body("items.localStartsAt", equalTo(List.of(day(0) + "T08:00:00+08:00", day(0) + "T12:00:00+08:00")))
                .body("items.localEndsAt", equalTo(List.of(day(0) + "T10:00:00+08:00", day(0) + "T22:00:00+08:00")));
    }

    @Test
    void areThoseOfTheLocalDayWhenTheClocksChange() {
        var paris = centre("Europe/Paris", 20);
        var sunday = LocalDate.of(day(0).getYear() + 1, 3, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        read(paris, "/v1/free-times?centre=%s&from=%s&to=%s&minutes=60".formatted(paris.id(), sunday, sunday))
                .body("items.localStartsAt", equalTo(List.of(sunday + "T08:00:00+02:00")))
                .body("items.localEndsAt", equalTo(List.of(sunday + "T22:00:00+02:00")));
    }

    @Test
    void areAHundredAtMostInTheOrderOfTheirStart() {
        var centre = beijing(20);
        for (int rooms = 0; rooms < 4; rooms++) {
            space(centre.id(), 20);
        }
        var found = read(centre, "/v1/free-times?centre=%s&from=%s&to=%s".formatted(centre.id(), day(0), day(29)))
                .body("items", hasSize(100))
                .body("more", equalTo(true));
        List<String> starts = found.path("items.startsAt");
        assertEquals(starts.stream().sorted().toList(), starts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2027-01-01&to=3027-01-01",
                "from=2027-01-01&to=2099-01-01",
                "from=2027-01-01&to=2027-02-02",
                "from=2020-01-01&to=2020-01-02",
                "from=2027-01-02&to=2027-01-01",
                "from=2027-01-02T10:00:00Z&to=2027-01-02T10:00:00Z",
                "minutes=0",
                "minutes=-60",
                "minutes=1441",
                "minutes=long",
                "people=0",
                "people=100001",
                "space=hall",
                "teacher=Aigul",
                "equipment=dombra:12",
                "equipment=%3A",
                "equipment=0199a3c4-7d20-7000-8000-0000000000aa",
                "equipment=0199a3c4-7d20-7000-8000-0000000000aa:0",
                "equipment=0199a3c4-7d20-7000-8000-0000000000aa:-1",
                "equipment=0199a3c4-7d20-7000-8000-0000000000aa:9999999",
                "equipment=,,,,,,,,,,,",
                "rooms=3",
            })
    void areRefusedToAWrongQuestion(String query) {
        var centre = beijing(20);
        read(centre, "/v1/free-times?centre=" + centre.id() + "&" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", startsWith("?"));
    }

    @Test
    void areRefusedForWhatIsNotOfTheCentre() {
        var centre = beijing(20);
        var other = beijing(20);
        var path = "/v1/free-times?centre=" + centre.id();
        read(centre, path + "&space=" + other.space()).statusCode(422);
        read(centre, path + "&space=" + UUID.randomUUID()).statusCode(422);
        read(centre, path + "&teacher=" + teacher(other, "From Elsewhere")).statusCode(422);
        read(centre, path + "&equipment=" + dombras(other, 3) + ":1").statusCode(422);
        given().get(path).statusCode(401);
        given().bearer(other.staff()).get(path).statusCode(403);
        var admin = TestTokens.of("admin", "/network/administrator");
        given().bearer(admin).get(path).statusCode(200);
        given().bearer(admin).get("/v1/free-times?centre=nowhere").statusCode(422);
    }

    private static TestResponse ask(TestCentre centre, String more) {
        return read(centre, "/v1/free-times?centre=%s&from=%s&to=%s".formatted(centre.id(), day(0), day(0)) + more)
                .statusCode(200);
    }

    private static TestResponse read(TestCentre centre, String path) {
        return given().urlEncodingEnabled(false).bearer(centre.staff()).get(path);
    }

    private static void block(TestCentre centre, UUID space, int from, int to) {
        post(
                        centre.staff(),
                        "/v1/blocks",
                        "{\"spaceId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"reason\":\"Piano tuning\"}"
                                .formatted(space, at(from), at(to)))
                .statusCode(201);
    }
}
