package org.goldenbridge.event.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.platform.json.CleanText;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A form as it was typed; it is shown so again until it can be done. */
public final class Typed {
    /** No field of a form is longer; what is, was not typed at a desk. */
    private static final int LONGEST = 12_000;

    private final Map<String, List<String>> fields;

    private Typed(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** @throws Refusal 400 when a field is longer than anything that is typed */
    static Typed of(MultivaluedMap<String, String> form) {
        if (form.values().stream().flatMap(List::stream).anyMatch(value -> value.length() > LONGEST)) {
            throw Refusal.badRequest("invalid-request", "A field is too long.");
        }
        form.values().stream().flatMap(List::stream).forEach(Typed::mustBeClean);
        return new Typed(Map.copyOf(form));
    }

    private static void mustBeClean(String value) {
        try {
            CleanText.check(value);
        } catch (UnacceptableValue e) {
            throw Refusal.badRequest("invalid-request", "A field " + e.getMessage() + ".");
        }
    }

    static Typed of(Map<String, String> fields) {
        var all = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return new Typed(all);
    }

    /** What was typed into a field; empty when nothing was, or there is no such field. */
    public String get(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.get(0).strip();
    }

    /** The same, or null when nothing was typed. */
    @Nullable
    String orNull(String name) {
        var value = get(name);
        return value.isEmpty() ? null : value;
    }

    /** The rest of the names of all fields that begin so and have something in them. */
    Stream<String> ticked(String beginning) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(beginning) && has(name))
                .map(name -> name.substring(beginning.length()))
                .sorted();
    }

    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** @throws Refusal 400 when the field has no id */
    UUID id(String name) {
        return id(name, get(name));
    }

    /** @throws Refusal 400 when it is no id */
    static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("invalid-request", "The field " + name + " names nothing that there is.");
        }
    }

    /**
     * A number of at least one.
     *
     * @return null when nothing was typed
     * @throws Refusal 400 {@code no-number} when it is none
     */
    @Nullable
    Integer number(String name) {
        var text = get(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= 100_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number is that is none that could be meant
        }
        throw Refusal.badRequest("no-number", "A number is a whole number, at least 1.");
    }

    /**
     * The version that who sends it has seen.
     *
     * @throws Refusal 400 when there is none
     */
    long version() {
        try {
            return Long.parseLong(get("version"));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("invalid-request", "The version of the session is missing.");
        }
    }

    /** The same form with something else in a field. */
    Typed with(String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, List.of(value));
        return new Typed(changed);
    }
}
