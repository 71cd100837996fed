package org.goldenbridge.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object of a request; what is absent is left out. */
final class Body {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Body with(String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value instanceof Body body ? body.fields : value);
        }
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
