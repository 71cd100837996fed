package org.goldenbridge.acceptance.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Reply;

/** A partner who follows an RPDE feed by {@code next} alone, each page at the next of several instances. */
final class FeedFollower {
    private final List<URI> instances;
    private final Map<String, JsonNode> held = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final List<String> backwards = new ArrayList<>();
    private String next;
    private int asked;

    FeedFollower(List<URI> instances, String path) {
        this.instances = instances;
        next = path;
    }

    /** Reads one page, when the instance answers; whether it was the last. */
    boolean step() {
        Reply reply;
        try {
            reply = new Client(instances.get(asked++ % instances.size()), "").get(next);
        } catch (UncheckedIOException e) {
            return false; // that instance is down
        }
        if (reply.status() != 200) {
            return false;
        }
        reply.body().get("items").forEach(this::take);
        var before = next;
        var uri = URI.create(reply.body().get("next").asText());
        next = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return reply.body().get("items").isEmpty() && next.equals(before);
    }

    void catchUp() {
        var end = System.nanoTime() + 30_000_000_000L;
        while (!step()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The feed has no end: " + next);
            }
        }
    }

    private void take(JsonNode item) {
        var id = item.get("id").asText();
        var number = item.get("modified").asLong();
        var before = numbers.put(id, number);
        if (before != null && before > number) {
            backwards.add(id + " from " + before + " to " + number);
        }
        if (item.get("state").asText().equals("deleted")) {
            held.remove(id);
        } else {
            held.put(id, item.get("data"));
        }
    }

    Map<String, JsonNode> held() {
        return held;
    }

    Map<String, Long> numbers() {
        return numbers;
    }

    List<String> backwards() {
        return backwards;
    }
}
