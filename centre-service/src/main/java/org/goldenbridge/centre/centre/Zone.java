package org.goldenbridge.centre.centre;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.time.IanaZones;
import org.jspecify.annotations.Nullable;

/** A time zone of the tz database, by its name: an offset alone would not know when the clocks change. */
@Schema(type = SchemaType.STRING, description = "A time zone of the tz database.", examples = "Asia/Shanghai")
record Zone(@JsonValue String name) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Zone {
        if (!name.contains("/") || !IanaZones.has(name)) {
            throw new UnacceptableValue("must be a time zone of the tz database such as Asia/Shanghai");
        }
    }

    ZoneId id() {
        return ZoneId.of(name);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Zone, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Zone zone) {
            return zone == null ? null : zone.name;
        }

        @Override
        public @Nullable Zone convertToEntityAttribute(@Nullable String name) {
            return name == null ? null : new Zone(name);
        }
    }
}
