package org.goldenbridge.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a number that may be null, and tells that from one that is left out: the first is empty, the second is null. */
public final class NullOrLeftOut extends StdDeserializer<Optional<Integer>> {
    private static final long serialVersionUID = 1L;

    public NullOrLeftOut() {
        super(Optional.class);
    }

    @Override
    public Optional<Integer> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return Optional.ofNullable(context.readValue(parser, Integer.class));
    }

    @Override
    public Optional<Integer> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
