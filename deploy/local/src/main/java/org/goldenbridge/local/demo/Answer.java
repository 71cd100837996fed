package org.goldenbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered.
 *
 * @param etag the version of the resource, where it has one
 */
record Answer(int status, JsonNode body, @Nullable String etag) {

    boolean isGood() {
        return status / 100 == 2;
    }

    /** Whether it is the given kind of problem (RFC 9457). */
    boolean isProblem(String code) {
        return body.path("type").asText().equals("/problems/" + code);
    }

    String id() {
        return body.path("id").asText();
    }

    /** Why it was refused, in one line. */
    String reason() {
        var errors = StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText() + " "
                        + error.path("detail").asText())
                .collect(Collectors.joining("; "));
        var detail = body.path("detail").asText(body.path("title").asText("no reason was given"));
        return status + ", " + detail + (errors.isEmpty() ? "" : " (" + errors + ")");
    }
}
