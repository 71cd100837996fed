package org.goldenbridge.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes a fact as a CloudEvent 1.0 in structured JSON (CloudEvents Kafka Protocol Binding, 3.3). The id stays the same
 * when a row is sent again; {@code sequence} is the number that orders all facts of a service.
 */
@Singleton
class CloudEventWriter {
    private final ObjectMapper json;
    private final String source;

    CloudEventWriter(ObjectMapper json, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.source = "/" + service;
    }

    ProducerRecord<String, byte[]> record(OutboxRow row) {
        try {
            var event = json.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", row.eventId())
                    .put("source", source)
                    .put("type", row.type())
                    .put("subject", row.key())
                    .put("time", row.recordedAt().toString())
                    .put("datacontenttype", "application/json")
                    .put("sequence", String.valueOf(row.number()));
            if (row.traceparent() != null) {
                event.put("traceparent", row.traceparent());
            }
            event.set("data", json.readTree(row.data()));
            var record = new ProducerRecord<>(row.topic(), row.key(), json.writeValueAsBytes(event));
            record.headers().add("content-type", ascii("application/cloudevents+json; charset=UTF-8"));
            if (row.traceparent() != null) {
                record.headers().add("traceparent", ascii(row.traceparent()));
            }
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox holds JSON", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
