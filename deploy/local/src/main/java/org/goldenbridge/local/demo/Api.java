package org.goldenbridge.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The public APIs behind the gateway, called in the name of a demo account. What is safe to repeat is repeated for a
 * while when a service is away; anything else is left to the next run, which finds out what is there.
 */
final class Api {
    private static final int TRIES = 6;
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration UNTIL_KNOWN = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI gateway;
    private final Accounts accounts;

    Api(URI gateway) {
        this.gateway = gateway;
        this.accounts = new Accounts(http, gateway, json);
    }

    Answer get(String account, String path) {
        return exchange(account, "GET", path, null, Map.of());
    }

    Answer post(String account, String path, Body body) {
        return exchange(account, "POST", path, body, Map.of());
    }

    Answer post(String account, String path, Body body, String header, String value) {
        return exchange(account, "POST", path, body, Map.of(header, value));
    }

    Answer put(String account, String path, Body body, String version) {
        return exchange(account, "PUT", path, body, Map.of("If-Match", version));
    }

    /** Sends a file; sending it again replaces it. */
    Answer putFile(String account, String path, byte[] bytes) {
        return exchange(account, "PUT", path, "application/octet-stream", bytes, Map.of());
    }

    /** Every item of a list, page after page, with its texts in English. */
    List<JsonNode> list(String account, String path) {
        var items = new ArrayList<JsonNode>();
        var first = path + (path.contains("?") ? "&" : "?") + "lang=en&limit=500";
        for (var next = first; next != null; ) {
            var page = get(account, next);
            if (!page.isGood()) {
                throw new LoadingRefused("The list " + path + " cannot be read: " + page.reason() + ".");
            }
            page.body().path("items").forEach(items::add);
            var cursor = page.body().path("next").asText("");
            next = cursor.isEmpty() ? null : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return items;
    }

    /**
     * Asks until event-service has heard of the centre and the space: they reach it over Kafka, a moment after they were
     * made.
     */
    Answer onceKnown(Instant deadline, Supplier<Answer> request) {
        var answer = request.get();
        while ((answer.status() == 404 || answer.status() == 422)
                && Instant.now().isBefore(deadline)) {
            pause(UNTIL_KNOWN);
            answer = request.get();
        }
        return answer;
    }

    /** Asks until event-service has heard of the centre that a list names; until then it refuses it as unknown. */
    void awaitKnown(Instant deadline, String account, String path) {
        while (get(account, path).status() == 400 && Instant.now().isBefore(deadline)) {
            pause(UNTIL_KNOWN);
        }
    }

    private Answer exchange(
            String account, String method, String path, @Nullable Body body, Map<String, String> headers) {
        try {
            var bytes = body == null ? null : json.writeValueAsBytes(body.fields());
            return exchange(account, method, path, "application/json", bytes, headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The demo's own bodies can be written", e);
        }
    }

    private Answer exchange(
            String account,
            String method,
            String path,
            String type,
            byte @Nullable [] body,
            Map<String, String> headers) {
        var repeatable = !method.equals("POST") || headers.containsKey("Idempotency-Key");
        for (int tried = 1; ; tried++) {
            try {
                var answer = send(account, method, path, type, body, headers);
                if (answer.status() == 401 && tried == 1) {
                    accounts.forget(account);
                } else if (tried == TRIES || !comesBack(answer.status(), repeatable)) {
                    return answer;
                }
            } catch (IOException e) {
                if (!repeatable || tried == TRIES) {
                    throw new LoadingRefused(
                            "The connection to " + gateway + " broke at " + method + " " + path
                                    + "; start again, and what is missing is completed.",
                            e);
                }
            }
            pause(PAUSE.multipliedBy(tried));
        }
    }

    /** 429 and 503 did nothing; after 502 and 504 nobody knows. */
    private static boolean comesBack(int status, boolean repeatable) {
        return status == 429 || status == 503 || (repeatable && (status == 502 || status == 504));
    }

    private Answer send(
            String account,
            String method,
            String path,
            String type,
            byte @Nullable [] body,
            Map<String, String> headers)
            throws IOException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", accounts.bearer(account))
                .header("Accept", "application/json");
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    read(answer),
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadingRefused("Loading the demo network was interrupted.", e);
        }
    }

    private JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") ? json.readTree(answer.body()) : MissingNode.getInstance();
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadingRefused("Loading the demo network was interrupted.", e);
        }
    }
}
