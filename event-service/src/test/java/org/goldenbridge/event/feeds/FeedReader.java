package org.goldenbridge.event.feeds;

import static org.goldenbridge.testing.TestRequest.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A partner who follows an RPDE feed over HTTP by {@code next} alone, and holds what it told. */
final class FeedReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUBLIC = "http://localhost:8080";

    private final Map<String, JsonNode> held = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private String next;
    private int pages;

    FeedReader(String path) {
        next = PUBLIC + path;
    }

    /** Reads on until a page has no items and leads to itself. */
    void catchUp() {
        for (var page = read(); !isLast(page); page = read()) {
            next = page.get("next").asText();
        }
    }

    /** Reads one page, and takes what is on it. */
    void step() {
        var page = read();
        next = page.get("next").asText();
    }

    private boolean isLast(JsonNode page) {
        return page.get("items").isEmpty() && page.get("next").asText().equals(next);
    }

    private JsonNode read() {
        pages++;
        var page = json(given().urlEncodingEnabled(false)
                .get(next.substring(PUBLIC.length()))
                .statusCode(200)
                .asString());
        page.get("items").forEach(this::take);
        return page;
    }

    private void take(JsonNode item) {
        var id = item.get("id").asText();
        var number = item.get("modified").asLong();
        if (numbers.getOrDefault(id, 0L) > number) {
            throw new AssertionError(id + " went back from " + numbers.get(id) + " to " + number);
        }
        numbers.put(id, number);
        if (item.get("state").asText().equals("deleted")) {
            held.remove(id);
        } else {
            held.put(id, item.get("data"));
        }
    }

    /** What it holds: from id to data. */
    Map<String, JsonNode> held() {
        return held;
    }

    /** The number of the last change of each item it was ever told of. */
    Map<String, Long> numbers() {
        return numbers;
    }

    String next() {
        return next;
    }

    int pages() {
        return pages;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
