package org.goldenbridge.catalogue;

import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.held;
import static org.goldenbridge.catalogue.CatalogueFixtures.item;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenbridge.platform.inbox.FactSchemas;
import org.goldenbridge.testing.Facts;
import org.goldenbridge.testing.KafkaTopics;
import org.junit.jupiter.api.Test;

/** What this service tells the others is what the contracts say, and nothing that is for staff only. */
@CatalogueServiceTest
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
            assertEquals("/catalogue-service", fact.get("source").asText());
            assertEquals(key, fact.get("subject").asText());
            assertEquals(List.of(), SCHEMAS.faultsOfData(fact.get("type").asText(), fact.get("data")), fact.toString());
        }
        return facts.stream().map(fact -> fact.get("data")).toList();
    }

    private static List<String> all(List<JsonNode> facts, String field) {
        var values = new ArrayList<String>();
        facts.forEach(fact -> values.add(fact.get(field).asText()));
        return values;
    }

    @Test
    void aRecordIsToldWithItsTitlesInAllScripts() {
        var centre = centre();
        var id = entered(
                centre,
                record(
                        centre,
                        "book",
                        marc(
                                field("245", "10", "6", "880-01", "a", "Abai zholy."),
                                field("246", "31", "a", "Путь Абая"),
                                field("880", "10", "6", "245-01/(N", "a", "Абай жолы."))));
        put(centre.cataloguer(), "/v1/records/" + id, "*", but(book(centre, "Hidden"), "hidden", true))
                .statusCode(200);
        delete(centre.cataloguer(), "/v1/records/" + id, "*").statusCode(204);
        var facts = told("catalogue.records", "record", id, 3);
        assertEquals(List.of("0", "1", "2"), all(facts, "version"));
        assertEquals(List.of("active", "active", "deleted"), all(facts, "state"));
        assertEquals(List.of("false", "true", "true"), all(facts, "hidden"));
        var titles = facts.get(0).get("titles");
        assertEquals(3, titles.size());
        assertEquals("Abai zholy", titles.get(0).get("text").asText());
        assertEquals("Cyrl", titles.get(1).get("script").asText());
        assertEquals("parallel", titles.get(2).get("role").asText());
        assertEquals(1942, facts.get(0).get("year").asInt());
    }

    @Test
    void aMergeIsToldOfBothAndOfTheItemsThatMove() {
        var centre = centre();
        var from = entered(centre, book(centre, "From"));
        var into = entered(centre, book(centre, "Into"));
        var item = held(centre, item(centre, from, unique("BC-")));
        post(centre.cataloguer(), "/v1/records/" + from + "/merge", "*", Map.of("into", into))
                .statusCode(200);
        var merged = told("catalogue.records", "record", from, 2).get(1);
        assertEquals("merged", merged.get("state").asText());
        assertEquals(into, merged.get("mergedInto").asText());
        assertEquals(
                1,
                told("catalogue.records", "record", into, 2)
                        .get(1)
                        .get("version")
                        .asInt());
        assertEquals(List.of(from, into), all(told("catalogue.items", "item", item, 2), "recordId"));
    }

    @Test
    void anItemIsToldWithoutItsNote() {
        var centre = centre();
        var record = entered(centre, book(centre, "Noted"));
        var body = but(item(centre, record, unique("BC-")), "note", "Canary note");
        var id = held(centre, body);
        put(centre.cataloguer(), "/v1/items/" + id, "*", but(body, "note", "Another canary note"))
                .statusCode(200);
        delete(centre.cataloguer(), "/v1/items/" + id, "*").statusCode(204);
        var facts = told("catalogue.items", "item", id, 3);
        assertEquals(List.of("0", "1", "2"), all(facts, "version"));
        assertEquals(List.of("false", "false", "true"), all(facts, "withdrawn"));
        for (var topic : List.of("catalogue.items", "catalogue.records")) {
            for (var message : KafkaTopics.underTest().read(topic)) {
                assertFalse(new String(message.value(), java.nio.charset.StandardCharsets.UTF_8)
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("canary"));
            }
        }
    }

    @Test
    void theSchemasCanRefuse() {
        assertTrue(SCHEMAS.faultsOfData("org.goldenbridge.record.changed.v1", example("record"))
                .isEmpty());
        assertTrue(SCHEMAS.faultsOfData("org.goldenbridge.item.changed.v1", example("item"))
                .isEmpty());
        for (var word : List.of("record", "item")) {
            for (var field : List.of("id", "version", "centreId")) {
                var broken = example(word).deepCopy();
                ((com.fasterxml.jackson.databind.node.ObjectNode) broken).remove(field);
                assertFalse(
                        SCHEMAS.faultsOfData("org.goldenbridge." + word + ".changed.v1", broken)
                                .isEmpty(),
                        word + " without " + field);
            }
        }
    }

    private static JsonNode example(String word) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(Facts.example("org.goldenbridge." + word + ".changed.v1"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
