package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applyEquipment;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.schedule.Plans.edit;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.instruments;
import static org.goldenbridge.event.schedule.Plans.move;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.planned;
import static org.goldenbridge.event.schedule.Plans.restore;
import static org.goldenbridge.event.schedule.Plans.tag;
import static org.goldenbridge.event.schedule.Plans.teachers;
import static org.goldenbridge.event.schedule.Plans.venue;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.UUID;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session needs beside its room: teachers and equipment. */
@EventServiceTest
class ResourcesTest {
    @Test
    void showsWhoTeachesAndWhatIsNeeded() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var teacher = teacher(centre, "Aigul Sarsenova");
        var planned = plan(centre, centre.space(), 10, 12, teachers(teacher) + "," + instruments(dombras, 12, 1))
                .statusCode(201)
                .body("teachers[0].name", equalTo("Aigul Sarsenova"))
                .body("equipment[0].name.en", equalTo("Dombra"))
                .body("equipment[0].quantity", equalTo(12))
                .body("equipment[0].perPerson", equalTo(1))
                .body("capacity", equalTo(12));
        given().get("/v1/sessions?centre=" + centre.id())
                .body("items[0].teachers[0].name", equalTo("Aigul Sarsenova"))
                .body("items[0].equipment[0].name.en", equalTo("Dombra"));
        String tag = given().get("/v1/sessions/" + id(planned)).header("ETag");
        given().bearer(centre.manager())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "*")
                .body("{\"centreId\":\"%s\",\"name\":\"Aigul Sarsen\"}".formatted(centre.id()))
                .put("/v1/teachers/" + teacher)
                .statusCode(200);
        given().header("If-None-Match", tag)
                .get("/v1/sessions/" + id(planned))
                .statusCode(200)
                .body("teachers[0].name", equalTo("Aigul Sarsen"));
    }

    @Test
    void takesTheLeastOfLimitRoomAndInstruments() {
        var centre = beijing(20);
        var dombras = dombras(centre, 100);
        plan(centre, centre.space(), 8, 9, instruments(dombras, 15, 2))
                .statusCode(201)
                .body("capacity", equalTo(7));
        plan(centre, centre.space(), 10, 11, instruments(dombras, 50, 1))
                .statusCode(201)
                .body("capacity", equalTo(20));
        plan(centre, centre.space(), 12, 13, "\"capacity\":5," + instruments(dombras, 50, 1))
                .statusCode(201)
                .body("capacity", equalTo(5));
        plan(centre, centre.space(), 14, 15, instruments(dombras, 3, null))
                .statusCode(201)
                .body("capacity", equalTo(20));
    }

    @Test
    void givesATeacherToOneSessionAtATimeAndSaysToWhich() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var teacher = teacher(centre, "Aigul Sarsenova");
        plan(centre, centre.space(), 10, 12, teachers(teacher)).statusCode(201);
        plan(centre, other, 11, 13, teachers(teacher))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/teacher-taken"))
                .body(
                        "detail",
                        containsString(
                                "Aigul Sarsenova teaches then: Dombra workshop has it from " + day(0) + " 10:00"))
                .body("clashes", hasSize(1))
                .body("clashes[0].plannedBy", equalTo(centre.id() + "-staff"))
                .body("freeTimes[0].localStartsAt", equalTo(day(0) + "T12:00:00+08:00"));
        plan(centre, other, 12, 13, teachers(teacher)).statusCode(201);
    }

    @Test
    void neverPromisesMoreThanTheStockAndSaysHowManyAreFree() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var dombras = dombras(centre, 12);
        plan(centre, centre.space(), 10, 12, instruments(dombras, 8, null)).statusCode(201);
        plan(centre, other, 11, 13, instruments(dombras, 5, null))
                .statusCode(409)
                .body("type", equalTo("/problems/equipment-taken"))
                .body("detail", containsString("4 of the 5 of Dombra"))
                .body("shortages[0].wanted", equalTo(5))
                .body("shortages[0].free", equalTo(4))
                .body("shortages[0].equipmentId", equalTo(dombras.toString()))
                .body("freeTimes[0].localStartsAt", equalTo(day(0) + "T12:30:00+08:00"));
        plan(centre, other, 11, 13, instruments(dombras, 4, null)).statusCode(201);
        assertEquals(2, count("select 1 from equipment_claim where equipment_id = '" + dombras + "'"));
    }

    @Test
    void countsSetUpAndClearingForEquipmentAsForTheRoom() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var dombras = dombras(centre, 12);
        plan(centre, centre.space(), 10, 12, instruments(dombras, 12, null)).statusCode(201);
        plan(centre, other, 12, 13, instruments(dombras, 1, null)).statusCode(409);
        plan(centre, other, 13, 14, instruments(dombras, 12, null)).statusCode(201);
    }

    @Test
    void claimsEquipmentAndTeachersAtAVenueAsWell() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var teacher = teacher(centre, "Aigul Sarsenova");
        venue(centre, 10, 12, teachers(teacher) + "," + instruments(dombras, 12, 1))
                .statusCode(201)
                .body("capacity", equalTo(12));
        venue(centre, 11, 13, teachers(teacher)).statusCode(409).body("type", equalTo("/problems/teacher-taken"));
        venue(centre, 11, 13, instruments(dombras, 1, null))
                .statusCode(409)
                .body("type", equalTo("/problems/equipment-taken"));
    }

    @Test
    void movesEveryClaimWithASessionAndGivesTheOldOnesBack() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var dombras = dombras(centre, 12);
        var teacher = teacher(centre, "Aigul Sarsenova");
        var needs = teachers(teacher) + "," + instruments(dombras, 12, 1);
        var planned = plan(centre, centre.space(), 10, 12, needs).statusCode(201);
        move(centre, planned, 16, 18, "").statusCode(200).body("equipment[0].quantity", equalTo(12));
        plan(centre, other, 10, 12, needs).statusCode(201);
        plan(centre, other, 16, 17, teachers(teacher)).statusCode(409);
        plan(centre, other, 16, 17, instruments(dombras, 1, null)).statusCode(409);
    }

    @Test
    void leavesASessionAsItWasWhenItsEquipmentIsTakenWhereItWouldMove() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var dombras = dombras(centre, 12);
        var planned = plan(centre, centre.space(), 10, 12, instruments(dombras, 12, 1))
                .statusCode(201);
        plan(centre, other, 16, 18, instruments(dombras, 1, null)).statusCode(201);
        move(centre, planned, 16, 18, "").statusCode(409).body("type", equalTo("/problems/equipment-taken"));
        var then = " where session_id = '" + id(planned) + "' and during @> timestamptz '" + day(0) + "T02:00:00Z'";
        assertEquals(1, count("select 1 from space_claim" + then));
        assertEquals(1, count("select 1 from equipment_claim" + then));
        given().get("/v1/sessions/" + id(planned)).body("localStartsAt", equalTo(day(0) + "T10:00:00+08:00"));
    }

    @Test
    void editsWhoTeachesAndWhatIsNeededInPlace() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var first = teacher(centre, "Aigul Sarsenova");
        var second = teacher(centre, "Bolat Omarov");
        var planned = plan(centre, centre.space(), 10, 12, teachers(first) + "," + instruments(dombras, 12, 1))
                .statusCode(201);
        var edited = edit(centre, planned, "{" + teachers(second) + "," + instruments(dombras, 6, 1) + "}")
                .statusCode(200)
                .body("teachers.name", equalTo(Collections.singletonList("Bolat Omarov")))
                .body("capacity", equalTo(6));
        edit(centre, edited, "{\"capacity\":4}")
                .statusCode(200)
                .body("teachers.name", equalTo(Collections.singletonList("Bolat Omarov")))
                .body("equipment[0].quantity", equalTo(6))
                .body("capacity", equalTo(4));
        venue(centre, 10, 12, teachers(first) + "," + instruments(dombras, 6, 1))
                .statusCode(201);
        venue(centre, 10, 12, teachers(second)).statusCode(409);
        edit(centre, edited, "{}").statusCode(412);
        edit(centre, planned(id(planned)), "{\"capacity\":null,\"teacherIds\":[],\"equipment\":[]}")
                .statusCode(200)
                .body("teachers", hasSize(0))
                .body("equipment", hasSize(0))
                .body("capacity", equalTo(20));
        assertEquals(1, count("select 1 from space_claim where session_id = '" + id(planned) + "'"));
    }

    @Test
    void givesEverythingBackWhenCancelledAndTakesItAgainWhenRestored() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var teacher = teacher(centre, "Aigul Sarsenova");
        var needs = teachers(teacher) + "," + instruments(dombras, 12, 1);
        var planned = plan(centre, centre.space(), 10, 12, needs).statusCode(201);
        post(centre.staff(), "/v1/sessions/" + id(planned) + "/cancellation", tag(planned), "{}")
                .statusCode(200);
        var instead = venue(centre, 10, 12, needs).statusCode(201);
        restore(centre, planned).statusCode(409).body("type", equalTo("/problems/teacher-taken"));
        edit(centre, instead, "{\"capacity\":40,\"teacherIds\":[]}").statusCode(200);
        restore(centre, planned).statusCode(409).body("type", equalTo("/problems/equipment-taken"));
        edit(centre, planned(id(instead)), "{\"capacity\":40,\"equipment\":[]}").statusCode(200);
        restore(centre, planned)
                .statusCode(200)
                .body("teachers[0].name", equalTo("Aigul Sarsenova"))
                .body("equipment[0].quantity", equalTo(12));
        venue(centre, 10, 12, instruments(dombras, 1, null)).statusCode(409);
    }

    @Test
    void flagsWhatNoLongerFitsWhenAStockIsCutAndDropsNothing() {
        var centre = beijing(20);
        var other = space(centre.id(), 20);
        var dombras = dombras(centre, 12);
        var first =
                plan(centre, centre.space(), 10, 12, instruments(dombras, 6, 1)).statusCode(201);
        var second = plan(centre, other, 11, 13, instruments(dombras, 6, 1)).statusCode(201);
        var apart = plan(centre, other, 18, 19, instruments(dombras, 8, 1)).statusCode(201);
        applyEquipment(dombras, centre, 1, false, 8);
        Eventually.isTrue(
                "the later one is flagged",
                () -> count("select 1 from session where short_of_equipment and id = '" + id(second) + "'") == 1);
        given().get("/v1/sessions/" + id(second)).body("clashing", equalTo(true));
        given().get("/v1/sessions/" + id(first)).body("clashing", nullValue());
        given().get("/v1/sessions/" + id(apart)).body("clashing", nullValue());
        assertEquals(3, count("select 1 from equipment_claim where equipment_id = '" + dombras + "'"));
        edit(centre, planned(id(second)), "{" + instruments(dombras, 3, 1) + "}")
                .statusCode(409)
                .body("shortages[0].free", equalTo(2));
        edit(centre, planned(id(second)), "{" + instruments(dombras, 2, 1) + "}")
                .statusCode(200)
                .body("clashing", nullValue())
                .body("capacity", equalTo(2));
    }

    @Test
    void takesTheFlagAwayWhenTheStockGrowsAgain() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var planned = plan(centre, centre.space(), 10, 12, instruments(dombras, 12, 1))
                .statusCode(201);
        var flagged = "select 1 from session where short_of_equipment and id = '" + id(planned) + "'";
        applyEquipment(dombras, centre, 1, true, 12);
        Eventually.isTrue("it is flagged", () -> count(flagged) == 1);
        applyEquipment(dombras, centre, 2, false, 12);
        Eventually.isTrue("it is not flagged", () -> count(flagged) == 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "equipment":[{"equipmentId":"OWN","quantity":0}]                 | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":-3}]                | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":100001}]            | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":1.5}]               | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN"}]                              | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":2,"perPerson":0}]   | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":2,"perPerson":-1}]  | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":2,"perPerson":3}]   | 400 | invalid-request
                    "equipment":[{"equipmentId":"OWN","quantity":1},{"equipmentId":"OWN","quantity":1}] | 400 | invalid-request
                    "equipment":[null]                                               | 400 | invalid-request
                    "equipment":[{"quantity":1}]                                     | 400 | invalid-request
                    "equipment":[{"equipmentId":"NONE","quantity":1}]                | 422 | unknown-equipment
                    "equipment":[{"equipmentId":"OLD","quantity":1}]                 | 422 | unknown-equipment
                    "equipment":[{"equipmentId":"ELSEWHERE","quantity":1}]           | 422 | equipment-of-another-centre
                    "equipment":[{"equipmentId":"OWN","quantity":13}]                | 409 | equipment-taken
                    "teacherIds":["NONE"]                                            | 422 | unknown-teacher
                    "teacherIds":["STRANGER"]                                        | 422 | teacher-of-another-centre
                    "teacherIds":["LEFT"]                                            | 422 | unknown-teacher
                    "teacherIds":[null]                                              | 400 | invalid-request
                    "teacherIds":["Aigul"]                                           | 400 | invalid-request
                    "teacherIds":"LEFT"                                              | 400 | invalid-request
                    """)
    void refusesAWrongNeed(String needs, int status, String code) {
        var centre = beijing(20);
        var elsewhere = beijing(20);
        var old = dombras(centre, 3);
        applyEquipment(old, centre, 1, true, 3);
        var left = teacher(centre, "Has Left");
        given().bearer(centre.manager())
                .header("If-Match", "*")
                .delete("/v1/teachers/" + left)
                .statusCode(204);
        var named = needs.replace("OWN", dombras(centre, 12).toString())
                .replace("NONE", UUID.randomUUID().toString())
                .replace("OLD", old.toString())
                .replace("ELSEWHERE", dombras(elsewhere, 3).toString())
                .replace("STRANGER", teacher(elsewhere, "From Elsewhere"))
                .replace("LEFT", left);
        plan(centre, centre.space(), 10, 12, named).statusCode(status).body("type", equalTo("/problems/" + code));
        assertEquals(0, count("select 1 from session where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void refusesMoreTeachersThanAnySessionHas() {
        var centre = beijing(20);
        var id = teacher(centre, "Aigul Sarsenova");
        plan(
                        centre,
                        centre.space(),
                        10,
                        12,
                        teachers(Collections.nCopies(6_000, id).toArray(String[]::new)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/teacherIds"));
        plan(
                        centre,
                        centre.space(),
                        10,
                        12,
                        teachers(Collections.nCopies(10_000, id).toArray(String[]::new)))
                .statusCode(413);
        plan(centre, centre.space(), 10, 12, teachers(id, id, id))
                .statusCode(201)
                .body("teachers", hasSize(1));
    }
}
