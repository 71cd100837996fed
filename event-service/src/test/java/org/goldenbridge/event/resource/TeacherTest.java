package org.goldenbridge.event.resource;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
class TeacherTest {
    @Test
    void isAddedEditedAndWithdrawnByWhoAnswersForTheProgramme() {
        var centre = beijing(20);
        var added = post(centre.manager(), "/v1/teachers", draft(centre, " Aigul Sarsenova "))
                .statusCode(201)
                .header("ETag", startsWith("\"0."))
                .body("name", equalTo("Aigul Sarsenova"))
                .body("withdrawn", equalTo(false));
        String id = added.path("id");
        edit(centre, id, added.header("ETag"), draft(centre, "Aigul Sarsen"))
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("name", equalTo("Aigul Sarsen"));
        edit(centre, id, "\"0.en\"", draft(centre, "Somebody Else")).statusCode(412);
        edit(centre, id, null, draft(centre, "Somebody Else")).statusCode(428);
        given().get("/v1/teachers?centre=" + centre.id()).body("items", hasSize(1));
        given().bearer(centre.manager())
                .header("If-Match", "\"1.en\"")
                .delete("/v1/teachers/" + id)
                .statusCode(204);
        given().get("/v1/teachers?centre=" + centre.id()).body("items", hasSize(0));
        given().get("/v1/teachers/" + id).statusCode(200).body("withdrawn", equalTo(true));
        edit(centre, id, "*", draft(centre, "Back Again")).statusCode(409).body("type", equalTo("/problems/withdrawn"));
    }

    @Test
    void isListedPageByPage() {
        var centre = beijing(20);
        teacher(centre, "First");
        teacher(centre, "Second");
        teacher(centre, "Third");
        String next = given().get("/v1/teachers?limit=2&centre=" + centre.id())
                .body("items.name", equalTo(List.of("First", "Second")))
                .path("next");
        given().get("/v1/teachers?limit=2&centre=" + centre.id() + "&cursor=" + next)
                .body("items.name", equalTo(List.of("Third")));
    }

    @Test
    void staysWithTheirCentre() {
        var centre = beijing(20);
        var other = beijing(20);
        var id = teacher(centre, "Aigul Sarsenova");
        edit(centre, id, "*", draft(other, "Aigul Sarsenova"))
                .statusCode(422)
                .body("type", equalTo("/problems/fixed-field"));
    }

    @Test
    void isNotForTheDeskNorForOtherCentresToChange() {
        var centre = beijing(20);
        var id = teacher(centre, "Aigul Sarsenova");
        for (var groups : new String[] {"/" + centre.id() + "/staff", "/elsewhere/manager", "/network/partner"}) {
            var token = TestTokens.of("intruder", groups);
            post(token, "/v1/teachers", draft(centre, "Planted")).statusCode(403);
            given().bearer(token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("If-Match", "*")
                    .body(draft(centre, "Overwritten"))
                    .put("/v1/teachers/" + id)
                    .statusCode(403);
            given().bearer(token)
                    .header("If-Match", "*")
                    .delete("/v1/teachers/" + id)
                    .statusCode(403);
        }
        given().contentType(MediaType.APPLICATION_JSON)
                .body(draft(centre, "Planted"))
                .post("/v1/teachers")
                .statusCode(401);
        assertEquals(1, count("select 1 from teacher where not withdrawn and centre_id = '" + centre.id() + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"centreId\":\"C\"}",
                "{\"centreId\":\"C\",\"name\":\" \"}",
                "{\"centreId\":\"C\",\"name\":\"a\\u0000b\"}",
                "{\"centreId\":\"C\",\"name\":7}",
                "{\"centreId\":\"C\",\"name\":\"A\",\"withdrawn\":true}",
            })
    void isRefusedWithoutAProperName(String body) {
        var centre = beijing(20);
        post(centre.manager(), "/v1/teachers", body.replace("\"C\"", "\"" + centre.id() + "\""))
                .statusCode(400)
                .contentType("application/problem+json");
        post(centre.manager(), "/v1/teachers", draft(centre, "x".repeat(201))).statusCode(400);
        assertEquals(0, count("select 1 from teacher where centre_id = '" + centre.id() + "'"));
    }

    private static String draft(TestCentre centre, String name) {
        return "{\"centreId\":\"%s\",\"name\":\"%s\"}".formatted(centre.id(), name);
    }

    private static TestResponse edit(TestCentre centre, String id, String ifMatch, String body) {
        return given().bearer(centre.manager())
                .contentType(MediaType.APPLICATION_JSON)
                .headers(ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch))
                .body(body)
                .put("/v1/teachers/" + id);
    }
}
