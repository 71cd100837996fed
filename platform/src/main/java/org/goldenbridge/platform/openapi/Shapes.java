package org.goldenbridge.platform.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Says of the shapes what the scanner cannot see: how our JSON writes words, and what may be missing or null. */
final class Shapes {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** What the scanner writes for a text that must not be blank, and means as a part of it. */
    private static final String NOT_BLANK = "\\S";

    private final Map<String, ClassInfo> records = new HashMap<>();

    Shapes(IndexView index) {
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(it -> it.name().toString().startsWith("org.goldenbridge."))
                .sorted(Comparator.comparing(ClassInfo::name))
                .forEach(it -> records.put(it.simpleName(), it));
    }

    /** @param sent the names of the shapes that clients send; what of these may be left out, their own constraints say */
    void describe(Components components, Set<String> sent) {
        components.getSchemas().forEach((name, schema) -> describe(name, schema, sent.contains(name)));
    }

    private void describe(String name, Schema schema, boolean isSent) {
        writeWords(schema);
        anchor(schema);
        if (schema.getAdditionalPropertiesSchema() != null) {
            schema.setProperties(null); // a map, not the record around it
            schema.setMinProperties(1);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Shapes::anchor);
            schema.getProperties().values().forEach(Shapes::measure);
        }
        var source = records.get(name);
        if (source != null && schema.getProperties() != null) {
            source.recordComponents().forEach(component -> describe(name, schema, component, isSent));
        }
    }

    /** {@code ROUND_TABLE} is written {@code round-table}. */
    static void writeWords(Schema schema) {
        if (schema.getEnumeration() != null
                && schema.getEnumeration().stream()
                        .allMatch(it -> CONSTANT.matcher(it.toString()).matches())) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .<Object>map(it -> word(it.toString()))
                    .toList());
        }
    }

    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Decimals are written in binary by most readers: 0.29 is no multiple of 0.01 to them. */
    private static void measure(Schema schema) {
        schema.setMultipleOf(null);
    }

    /** Validation wants the whole text to match, JSON Schema a part of it. */
    private static void anchor(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(" + pattern + ")$");
        }
        if (schema.getItems() != null) {
            anchor(schema.getItems());
        }
    }

    private static void describe(String name, Schema schema, RecordComponentInfo component, boolean isSent) {
        var property = schema.getProperties().get(component.name());
        if (property == null) {
            return;
        }
        if (component.type().kind() == Type.Kind.PRIMITIVE || (!isSent && !isNullable(component))) {
            require(schema, component.name());
        } else if (name.endsWith("Draft") && isNullable(component)) {
            schema.addProperty(component.name(), orNull(property));
        }
    }

    private static void require(Schema schema, String property) {
        var required = new ArrayList<String>(schema.getRequired() == null ? List.of() : schema.getRequired());
        if (!required.contains(property)) {
            required.add(property);
            schema.setRequired(required);
        }
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().annotations().stream()
                .anyMatch(it -> it.name().toString().equals(Nullable.class.getName()));
    }

    /** What a request leaves out it may also say as null. */
    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            return property.addType(Schema.SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .description(property.getDescription())
                .addAnyOf(OASFactory.createSchema().ref(property.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }
}
