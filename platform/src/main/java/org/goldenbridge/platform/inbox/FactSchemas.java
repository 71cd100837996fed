package org.goldenbridge.platform.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of facts: the CloudEvents envelope, and for each type the one in {@code contracts/facts}. A fact is checked
 * when it is told (in tests) and when it is taken in (always).
 */
@Singleton
public class FactSchemas {
    private static final String ENVELOPE = "/cloudevent.schema.json";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** What is wrong with the envelope; empty when nothing is. */
    public List<String> faultsOfEnvelope(JsonNode event) {
        return faults(ENVELOPE, event);
    }

    /** What is wrong with the data of a fact of that type; empty when nothing is. */
    public List<String> faultsOfData(String type, JsonNode data) {
        return faults("/contracts/facts/" + type + ".schema.json", data);
    }

    private List<String> faults(String schema, JsonNode json) {
        return schemas.computeIfAbsent(schema, this::load).validate(json).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
                .toList();
    }

    private Schema load(String resource) {
        try (var stream = FactSchemas.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("There is no schema " + resource + " in the contracts");
            }
            return registry.getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
