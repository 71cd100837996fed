package org.goldenbridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Facts (CloudEvents 1.0, JSON) as another service would send them. */
public final class Facts {
    private Facts() {}

    /** The example of a fact's data from the contracts. */
    public static String example(String type) {
        try (var example =
                Facts.class.getClassLoader().getResourceAsStream("contracts/facts/" + type + ".example.json")) {
            return new String(example.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fact in its envelope, with a new id. */
    public static String fact(String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s",
                 "time":"2026-11-20T10:00:00Z","datacontenttype":"application/json","data":%s}""".formatted(UUID.randomUUID(), type, subject, data);
    }
}
