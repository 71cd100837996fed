package org.goldenbridge.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON text, read by paths: {@code items[0].title.en}, {@code items.id} (the ids of all items), {@code items.size()},
 * {@code superEvent.'@id'}, {@code items[-1]} (the last one), {@code items[tag=245]} (the first with that value). What is absent is null. Objects are maps, arrays lists, whole
 * numbers {@link Integer} or {@link Long}, others {@link Double}.
 */
public final class JsonBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile(
            "'(?<quoted>[^']*)'|\\[(?<index>-?\\d+)]|\\[(?<key>\\w+)=(?<value>[^]]*)]|(?<size>size\\(\\))|(?<name>[^.\\[]+)");

    private final Object root;

    private JsonBody(Object root) {
        this.root = root;
    }

    public static JsonBody of(byte[] text) {
        try {
            return new JsonBody(JSON.readValue(text, Object.class));
        } catch (IOException e) {
            throw new AssertionError("This is no JSON: " + new String(text, StandardCharsets.UTF_8), e);
        }
    }

    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        var value = root;
        if (!path.isEmpty() && !"$".equals(path)) {
            var steps = STEP.matcher(path);
            while (steps.find()) {
                value = step(value, steps);
            }
        }
        return (T) value;
    }

    public String getString(String path) {
        return Objects.toString(get(path), null);
    }

    public int getInt(String path) {
        return this.<Number>get(path).intValue();
    }

    public long getLong(String path) {
        return this.<Number>get(path).longValue();
    }

    public boolean getBoolean(String path) {
        return this.<Boolean>get(path);
    }

    public <T> List<T> getList(String path) {
        return get(path);
    }

    public <T> List<T> getList(String path, Class<T> type) {
        return this.<List<?>>get(path).stream()
                .map(value -> JSON.convertValue(value, type))
                .toList();
    }

    public <K, V> Map<K, V> getMap(String path) {
        return get(path);
    }

    private static Object step(Object value, Matcher step) {
        if (value == null) {
            return null;
        }
        if (step.group("size") != null) {
            return value instanceof Map<?, ?> map ? map.size() : ((List<?>) value).size();
        }
        if (step.group("index") != null) {
            var list = (List<?>) value;
            var index = Integer.parseInt(step.group("index"));
            var at = index < 0 ? list.size() + index : index;
            return at >= 0 && at < list.size() ? list.get(at) : null;
        }
        if (step.group("key") != null) {
            return ((List<?>) value)
                    .stream()
                            .filter(item ->
                                    step.group("value").equals(String.valueOf(property(item, step.group("key")))))
                            .findFirst()
                            .orElse(null);
        }
        return property(value, step.group(step.group("quoted") != null ? "quoted" : "name"));
    }

    /** A property of an object, or of each object of a list. */
    private static Object property(Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (value instanceof List<?> list) {
            var values = new ArrayList<Object>(list.size());
            for (var item : list) {
                if (item != null) {
                    values.add(property(item, name));
                }
            }
            return values;
        }
        throw new AssertionError(name + " is asked of " + value);
    }
}
