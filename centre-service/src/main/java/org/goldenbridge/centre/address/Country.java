package org.goldenbridge.centre.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.jspecify.annotations.Nullable;

/** A country, by its code of ISO 3166-1. */
@Schema(type = SchemaType.STRING, description = "ISO 3166-1 alpha-2.", pattern = "^[A-Z]{2}$", examples = "CN")
public record Country(@JsonValue String code) {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {
        if (!CODES.contains(code)) {
            throw new UnacceptableValue("must be a country code of two letters such as CN (ISO 3166-1)");
        }
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Country, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Country country) {
            return country == null ? null : country.code;
        }

        @Override
        public @Nullable Country convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : new Country(code);
        }
    }
}
