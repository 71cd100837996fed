package org.goldenbridge.catalogue.centre;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;

/** A holding centre as it is shown. */
@Schema(description = "A centre at which records and items can be held.", examples = """
                {"id": "beijing", "withdrawn": false, "name": {"en": "National Cultural Centre in Beijing"},
                 "city": {"en": "Beijing"}, "country": "CN"}""")
record HoldingCentreView(
        @NotNull String id,

        @Schema(description = "Whether it has closed for good: what it held stays known, nothing new is held there.")
        boolean withdrawn,

        @NotNull LocalizedText name,
        @NotNull LocalizedText city,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "CN") @NotNull
        String country) {
    static HoldingCentreView of(HoldingCentre centre, ReaderLanguage reader) {
        return new HoldingCentreView(
                centre.id, centre.withdrawn, reader.of(centre.name), reader.of(centre.city), centre.country);
    }
}
