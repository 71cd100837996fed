package org.goldenbridge.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;

/**
 * A fact as it arrived: a CloudEvent 1.0 whose envelope and data were checked against their schemas.
 *
 * @param id unique within the source; the same when it is sent again
 * @param source the service that tells it
 * @param type what happened, with its version
 * @param subject the aggregate's id
 * @param time when it was recorded
 */
public record CloudEvent(
        String id, String source, String type, String subject, Instant time, JsonNode json, ObjectReader reader) {
    /** The data, as a record of just the fields that the consumer reads. */
    public <T> T data(Class<T> shape) {
        try {
            return reader.forType(shape).readValue(json);
        } catch (JsonProcessingException e) {
            throw new PoisonFact("its data is not what " + shape.getSimpleName() + " reads: " + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("A tree in memory can be read", e);
        }
    }
}
