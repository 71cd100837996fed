package org.goldenbridge.centre.centre;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A centre as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A cultural centre abroad.", examples = """
                {"id": "beijing", "withdrawn": false,
                 "name": {"en": "National Cultural Centre in Beijing"},
                 "address": {"en": "21st Century complex, Chaoyang district"},
                 "city": {"en": "Beijing"}, "country": "CN", "zone": "Asia/Shanghai",
                 "areaSquareMetres": 620, "openedOn": "2025-09-02",
                 "contact": {"phone": "+86 10 5555 0142", "email": "beijing@example.org"}}""")
record CentreView(
        @NotNull String id,

        @Schema(description = "Whether it has closed for good.")
        boolean withdrawn,

        @NotNull LocalizedText name,
        @NotNull LocalizedText address,
        @NotNull LocalizedText city,
        @NotNull Country country,

        @Schema(examples = "75004") @Nullable String postalCode,

        @Schema(description = "Degrees north (WGS 84).", examples = "48.853") @Nullable
        Double latitude,

        @Schema(description = "Degrees east (WGS 84).", examples = "2.349") @Nullable
        Double longitude,

        @Nullable Access access,
        @NotNull Zone zone,
        @Nullable Integer areaSquareMetres,
        @Nullable LocalDate openedOn,
        @Nullable Contact contact) {
    static CentreView of(Centre centre, ReaderLanguage reader) {
        return new CentreView(
                centre.id,
                centre.withdrawn,
                reader.of(centre.name),
                reader.of(centre.address),
                reader.of(centre.city),
                centre.country,
                centre.postalCode,
                centre.latitude,
                centre.longitude,
                centre.access == null ? null : centre.access.in(reader),
                centre.zone,
                centre.areaSquareMetres,
                centre.openedOn,
                centre.contact());
    }
}
