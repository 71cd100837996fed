package org.goldenbridge.centre.centre;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.jspecify.annotations.Nullable;

/**
 * A wall time to the minute, from 00:00 to 24:00: the end of a day is a time too, which {@code LocalTime} does not know.
 *
 * @param minute of the day
 */
@Schema(
        type = SchemaType.STRING,
        pattern = TimeOfDay.FORM,
        description = "Hours and minutes on the wall clock; 24:00 is the end of the day.",
        examples = "18:30")
record TimeOfDay(int minute) implements Comparable<TimeOfDay> {
    static final String FORM = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TimeOfDay of(String text) {
        if (!text.matches(FORM)) {
            throw new UnacceptableValue("must be a time such as 18:30, at most 24:00");
        }
        return new TimeOfDay(60 * Integer.parseInt(text.substring(0, 2)) + Integer.parseInt(text.substring(3)));
    }

    @Override
    @JsonValue
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return Integer.compare(minute, other.minute);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<TimeOfDay, Integer> {
        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable TimeOfDay time) {
            return time == null ? null : time.minute;
        }

        @Override
        public @Nullable TimeOfDay convertToEntityAttribute(@Nullable Integer minute) {
            return minute == null ? null : new TimeOfDay(minute);
        }
    }
}
