package org.goldenbridge.event.course;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** E40: what is answered is what the API description says, above all in what is always there. */
@EventServiceTest
class ApiAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    @DisplayName("E40: answers have all that is required of them")
    void haveWhatIsRequired() throws IOException {
        var centre = beijing(20);
        var event = Courses.children(centre);
        var course = Courses.course(centre, event, "\"capacity\":3,\"extraPlaces\":1", 3);
        String enrolment =
                Courses.id(Courses.enrol(centre, course, "Aru One", 8).statusCode(201));
        String plain = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","audience":"everyone","title":{"en":"Kui"},"price":{"amount":0.29,"currency":"EUR"}}""".formatted(centre.id())));
        String session = created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00","capacity":10,"venue":{"name":{"en":"Museum"},
                 "city":{"en":"Lyon"},"country":"FR","zone":"Europe/Paris"}}""".formatted(plain, day(4), day(4))));
        book(centre.staff(), session, "k-" + session, visitor("Aru", 1)).statusCode(201);
        var teacher = teacher(centre, "Aigul");
        var paths = new LinkedHashMap<String, String>();
        paths.put("/v1/schedule", "/v1/schedule?centre=" + centre.id());
        paths.put("/v1/sessions", "/v1/sessions?centre=" + centre.id());
        paths.put("/v1/sessions/{sessionId}", "/v1/sessions/" + session);
        paths.put("/v1/sessions/{sessionId}/bookings", "/v1/sessions/" + session + "/bookings");
        paths.put("/v1/sessions/{sessionId}/places", "/v1/sessions/" + session + "/places");
        paths.put("/v1/sessions/{sessionId}/waiting-list", "/v1/sessions/" + session + "/waiting-list");
        paths.put("/v1/events", "/v1/events?centre=" + centre.id());
        paths.put("/v1/events/{eventId}", "/v1/events/" + plain);
        paths.put("/v1/courses", "/v1/courses?centre=" + centre.id());
        paths.put("/v1/courses/{courseId}", "/v1/courses/" + course);
        paths.put("/v1/courses/{courseId}/bookings", "/v1/courses/" + course + "/bookings");
        paths.put("/v1/bookings/{bookingId}", "/v1/bookings/" + enrolment);
        paths.put("/v1/teachers/{teacherId}", "/v1/teachers/" + teacher);
        paths.put("/v1/feeds/sessions", "/v1/feeds/sessions?limit=20");
        paths.put("/v1/feeds/availability", "/v1/feeds/availability?limit=20");
        paths.put("/v1/free-times", "/v1/free-times?centre=" + centre.id());
        paths.put("/v1/programmes", "/v1/programmes");

        var description =
                JSON.readTree(given().get("/openapi/event-service?format=json").asString());
        var faults = new ArrayList<String>();
        for (var path : paths.entrySet()) {
            var body = JSON.readTree(given().bearer(centre.staff())
                    .get(path.getValue())
                    .statusCode(200)
                    .asString());
            faults(description, path.getKey(), body).forEach(fault -> faults.add(path.getValue() + fault));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    @DisplayName("E40: the check finds what is missing or is none of the words")
    void findsWhatIsMissing() throws IOException {
        var description =
                JSON.readTree(given().get("/openapi/event-service?format=json").asString());
        var centre = beijing(20);
        Courses.course(centre, Courses.children(centre), "\"capacity\":3", 3);
        var page =
                JSON.readTree(given().get("/v1/schedule?centre=" + centre.id()).asString());
        assertEquals(List.of(), faults(description, "/v1/schedule", page));
        ((ObjectNode) page.at("/items/0")).remove("title");
        ((ObjectNode) page.at("/items/1")).put("status", "postponed");
        assertTrue(faults(description, "/v1/schedule", page).size() >= 2);
    }

    private static List<String> faults(JsonNode description, String path, JsonNode body) {
        var content = description.path("paths").path(path).at("/get/responses/200/content/application~1json/schema");
        assertTrue(content.isObject(), "there is no schema of " + path);
        var schema = JSON.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.set("components", description.get("components"));
        schema.setAll((ObjectNode) content);
        return SCHEMAS.getSchema(schema.toString()).validate(body).stream()
                .map(error -> " " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
