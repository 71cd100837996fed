package org.goldenbridge.centre;

import static org.goldenbridge.centre.CentreFixtures.centre;
import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.space;
import static org.goldenbridge.centre.CentreFixtures.unique;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.goldenbridge.platform.inbox.FactSchemas;
import org.goldenbridge.testing.KafkaTopics;
import org.junit.jupiter.api.Test;

/** What this service tells the others, as it stands on Kafka. */
@CentreServiceTest
class FactsTest {
    private static final FactSchemas SCHEMAS = new FactSchemas();

    /** The data of the facts under the key, each checked against the envelope's schema and its type's. */
    private static List<JsonNode> told(String topic, String word, String key, int count) {
        var facts = KafkaTopics.underTest().await(topic, key, count);
        assertEquals(count, facts.size());
        for (var fact : facts) {
            assertEquals(List.of(), SCHEMAS.faultsOfEnvelope(fact));
            assertEquals(
                    "org.goldenbridge." + word + ".changed.v1", fact.get("type").asText());
            assertEquals("/centre-service", fact.get("source").asText());
            assertEquals(key, fact.get("subject").asText());
            assertEquals(List.of(), SCHEMAS.faultsOfData(fact.get("type").asText(), fact.get("data")));
        }
        return facts.stream().map(fact -> fact.get("data")).toList();
    }

    @Test
    void everyExampleOfTheContractsKeepsItsSchema() throws IOException {
        var json = new ObjectMapper();
        try (var files = Files.list(Path.of("..", "contracts", "facts"))) {
            var examples = files.filter(file -> file.toString().endsWith(".example.json"))
                    .toList();
            assertEquals(13, examples.size());
            for (var example : examples) {
                var type = example.getFileName().toString().replace(".example.json", "");
                var data = json.readTree(example.toFile());
                assertEquals(List.of(), SCHEMAS.faultsOfData(type, data), type);
                var broken = ((com.fasterxml.jackson.databind.node.ObjectNode) data.deepCopy())
                        .put("id", 7)
                        .put("sessionId", 7)
                        .put("courseId", 7);
                assertFalse(SCHEMAS.faultsOfData(type, broken).isEmpty(), "the schema of " + type + " can refuse");
            }
        }
    }

    @Test
    void aCentreIsToldWithItsHoursAndClosures() {
        var id = unique("told");
        post(administrator(), "/v1/centres", centre(id)).statusCode(201);
        put(
                        administrator(),
                        "/v1/centres/" + id + "/opening-hours",
                        "\"0.en\"",
                        Map.of("weekly", List.of(Map.of("day", "saturday", "opens", "10:00", "closes", "24:00"))))
                .statusCode(200);
        var closure = created(
                "/v1/closures",
                with(
                        "centreId",
                        id,
                        "startsAt",
                        "2035-12-31T00:00",
                        "endsAt",
                        "2036-01-01T00:00",
                        "reason",
                        Map.of("en", "New Year")));
        delete(administrator(), "/v1/closures/" + closure, "\"0.en\"").statusCode(204);
        delete(administrator(), "/v1/centres/" + id, "\"3.en\"").statusCode(204);
        var told = told("centre.centres", "centre", id, 5);
        for (int version = 0; version < told.size(); version++) {
            assertEquals(version, told.get(version).get("version").asInt());
        }
        assertEquals("Pékin", told.get(0).at("/city/fr").asText());
        assertEquals("saturday", told.get(1).at("/openingHours/0/day").asText());
        assertEquals("24:00", told.get(1).at("/openingHours/0/closes").asText());
        assertEquals(closure, told.get(2).at("/closures/0/id").asText());
        assertEquals(
                "2035-12-30T16:00:00Z", told.get(2).at("/closures/0/startsAt").asText());
        assertTrue(told.get(2).at("/closures/0/spaceId").isNull());
        assertEquals(0, told.get(3).get("closures").size());
        assertTrue(told.get(4).get("withdrawn").asBoolean());
    }

    @Test
    void aHallIsToldAgainWhenItGetsAPart() {
        var centre = opened();
        var hall = created("/v1/spaces", but(space(centre, "forum"), "divisible", true));
        var part = created("/v1/spaces", but(space(centre, "forum-left"), "partOf", hall));
        var cells = told("centre.spaces", "space", part, 1).get(0).get("cells");
        var told = told("centre.spaces", "space", hall, 2);
        assertEquals(1, told.get(0).get("cells").size());
        assertEquals(cells, told.get(1).get("cells"));
        assertEquals(1, told.get(1).get("version").asInt());
    }

    @Test
    void aRenamedSpaceAndAWithdrawnOneAreTold() {
        var centre = opened();
        var id = created("/v1/spaces", space(centre, "hall"));
        put(
                        administrator(),
                        "/v1/spaces/" + id,
                        "\"0.en\"",
                        but(space(centre, "hall"), "name", Map.of("en", "Abai hall")))
                .statusCode(200);
        delete(administrator(), "/v1/spaces/" + id, "\"1.en\"").statusCode(204);
        var told = told("centre.spaces", "space", id, 3);
        assertEquals("Abai hall", told.get(1).at("/name/en").asText());
        assertTrue(told.get(2).get("withdrawn").asBoolean());
    }

    @Test
    void equipmentPartnersAndAgreementsAreTold() {
        var centre = opened();
        var stock = created(
                "/v1/equipment",
                with("centreId", centre, "code", "easel", "name", Map.of("en", "Easel"), "quantity", 0));
        assertEquals(
                0,
                told("centre.equipment", "equipment", stock, 1)
                        .get(0)
                        .get("quantity")
                        .asInt());
        var partner = created("/v1/partners", with("name", Map.of("en", "Museum"), "kind", "museum", "country", "FR"));
        assertEquals(
                "museum",
                told("centre.partners", "partner", partner, 1)
                        .get(0)
                        .get("kind")
                        .asText());
        var agreement = created(
                "/v1/agreements",
                with(
                        "partnerId",
                        partner,
                        "kind",
                        "co-production",
                        "title",
                        Map.of("en", "A film"),
                        "startsOn",
                        "2026-01-01",
                        "access",
                        Map.of("clientId", "film-school", "requestsPerMinute", 600),
                        "centres",
                        List.of(centre)));
        var told = told("centre.agreements", "agreement", agreement, 1).get(0);
        assertEquals("co-production", told.get("kind").asText());
        assertEquals("film-school", told.at("/access/clientId").asText());
        assertEquals(600, told.at("/access/requestsPerMinute").asInt());
        assertEquals(centre, told.at("/centres/0").asText());
    }

    @Test
    void whatIsRefusedIsNotTold() {
        var centre = opened();
        var id = created("/v1/spaces", space(centre, "hall"));
        put(administrator(), "/v1/spaces/" + id, "\"5.en\"", space(centre, "hall"))
                .statusCode(412);
        put(administrator(), "/v1/spaces/" + id, "\"0.en\"", but(space(centre, "hall"), "capacity", 0))
                .statusCode(400);
        put(administrator(), "/v1/spaces/" + id, "\"0.en\"", but(space(centre, "hall"), "capacity", 41))
                .statusCode(200);
        var told = told("centre.spaces", "space", id, 2);
        assertEquals(41, told.get(1).get("capacity").asInt());
    }
}
