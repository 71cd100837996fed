package org.goldenbridge.acceptance.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What was answered.
 *
 * @param text the body as it came
 * @param body the same, read as JSON; missing when it is none
 */
public record Reply(int status, HttpHeaders headers, String text, JsonNode body) {

    /** Goes on with an answer of that status, or fails with what came instead. */
    public Reply expect(int expected) {
        assertEquals(expected, status, () -> "The answer was: " + text);
        return this;
    }

    public String id() {
        return body.required("id").textValue();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    /** The kind of refusal, such as {@code /problems/sold-out}. */
    public String problem() {
        return body.path("type").asText();
    }
}
