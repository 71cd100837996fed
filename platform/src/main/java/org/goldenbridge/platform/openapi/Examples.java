package org.goldenbridge.platform.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shows with each request and answer the example of its shape; a page shows one item of the kind it lists. */
final class Examples {
    private final Components components;

    Examples(Components components) {
        this.components = components;
    }

    void show(Operation operation) {
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(answer -> show(answer.getContent()));
    }

    private void show(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().values().forEach(type -> {
            if (type.getExample() == null && type.getExamples() == null) {
                var example = of(type.getSchema());
                if (example != null) {
                    type.setExample(example);
                }
            }
        });
    }

    private @Nullable Object of(@Nullable Schema schema) {
        if (schema == null) {
            return null;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            return of(components.getSchemas().get(name));
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().get(0);
        }
        if (schema.getProperties() != null && schema.getProperties().containsKey("items")) {
            var item = of(schema.getProperties().get("items").getItems());
            var page = new LinkedHashMap<String, Object>();
            page.put("items", item == null ? List.of() : List.of(item));
            return page;
        }
        return null;
    }
}
