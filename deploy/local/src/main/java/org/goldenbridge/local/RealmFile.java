package org.goldenbridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A realm as Keycloak imports it, put together from the base that every installation has and the demo's additions. */
final class RealmFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    /** The base with the additions: lists are joined, everything else of the additions replaces what the base says. */
    static ObjectNode merged(Path base, Path additions) throws IOException {
        var realm = (ObjectNode) JSON.readTree(Files.readAllBytes(base));
        JSON.readTree(Files.readAllBytes(additions)).properties().forEach(addition -> {
            if (addition.getValue() instanceof ArrayNode more
                    && realm.get(addition.getKey()) instanceof ArrayNode list) {
                list.addAll(more);
            } else {
                realm.set(addition.getKey(), addition.getValue());
            }
        });
        return realm;
    }
}
