package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.centre.Access;
import org.goldenbridge.platform.geo.Located;
import org.goldenbridge.platform.geo.WholePoint;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A house that is not a centre of the network, where a touring exhibition stands for a while. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A house that is not a centre of the network, where a touring exhibition stands for a while.")
@WholePoint
record LegVenue(
        @NotNull @ShortText LocalizedText name,
        @ShortText @Nullable LocalizedText address,
        @NotNull @ShortText LocalizedText city,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "FR")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as FR")
        String country,

        @Schema(description = "Postal code.", examples = "75004") @Size(min = 1, max = 20) @Nullable
        String postalCode,

        @Schema(
                description = "Degrees north (WGS 84); with longitude.",
                minimum = "-90",
                maximum = "90",
                examples = "48.853")
        @Nullable
        Double latitude,

        @Schema(
                description = "Degrees east (WGS 84); with latitude.",
                minimum = "-180",
                maximum = "180",
                examples = "2.349")
        @Nullable
        Double longitude,

        @Valid @Nullable Access access)
        implements Located {

    LegVenue in(ReaderLanguage reader) {
        return new LegVenue(
                reader.of(name),
                reader.ofNullable(address),
                reader.of(city),
                country,
                postalCode,
                latitude,
                longitude,
                access == null ? null : access.in(reader));
    }
}
