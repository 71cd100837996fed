package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.centre.Access;
import org.goldenbridge.platform.geo.Located;
import org.goldenbridge.platform.geo.WholePoint;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.text.ShortText;
import org.goldenbridge.platform.time.IanaZones;
import org.jspecify.annotations.Nullable;

/** A place that is not one of the centre's own spaces. It needs no claim, and has a zone of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A place that is not one of the centre's own spaces, with its own time zone.")
@WholePoint
public record Venue(
        @NotNull @ShortText LocalizedText name,
        @ShortText @Nullable LocalizedText address,
        @NotNull @ShortText LocalizedText city,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "FR")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as FR")
        String country,

        @Schema(description = "IANA time zone.", examples = "Europe/Paris") @NotBlank
        String zone,

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

    /** A place of which no more is known. */
    public Venue(LocalizedText name, @Nullable LocalizedText address, LocalizedText city, String country, String zone) {
        this(name, address, city, country, zone, null, null, null, null);
    }

    /**
     * The zone of the place.
     *
     * @throws Refusal 422 when there is no such zone
     */
    public ZoneId zoneId() {
        if (!IanaZones.has(zone)) {
            throw Refusal.unprocessable("unknown-zone", "There is no time zone " + zone + ".")
                    .at("/venue/zone", "must be an IANA time zone such as Europe/Paris");
        }
        return ZoneId.of(zone);
    }

    /** The same in the reader's language. */
    public Venue in(ReaderLanguage reader) {
        return new Venue(
                reader.of(name),
                reader.ofNullable(address),
                reader.of(city),
                country,
                zone,
                postalCode,
                latitude,
                longitude,
                access == null ? null : access.in(reader));
    }
}
