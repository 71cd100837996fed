package org.goldenbridge.platform.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Finds the shapes that are part of a request body, themselves or within another. */
final class SentShapes {
    private final Components components;
    private final Set<String> names = new HashSet<>();

    private SentShapes(Components components) {
        this.components = components;
    }

    static Set<String> of(OpenAPI api) {
        var sent = new SentShapes(api.getComponents());
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(type -> sent.follow(type.getSchema()));
        return sent.names;
    }

    private void follow(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        var ref = schema.getRef();
        if (ref != null) {
            var name = ref.substring(ref.lastIndexOf('/') + 1);
            if (names.add(name)) {
                follow(components.getSchemas().get(name));
            }
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::follow);
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(this::follow);
    }
}
