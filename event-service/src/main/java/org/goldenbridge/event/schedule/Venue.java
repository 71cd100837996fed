package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.text.ShortText;
import org.goldenbridge.platform.time.IanaZones;
import org.jspecify.annotations.Nullable;

/** A place that is not one of the centre's own spaces. It needs no claim, and has a zone of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A place that is not one of the centre's own spaces, with its own time zone.")
public record Venue(
        @NotNull @ShortText LocalizedText name,
        @ShortText @Nullable LocalizedText address,
        @NotNull @ShortText LocalizedText city,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "FR")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as FR")
        String country,

        @Schema(description = "IANA time zone.", examples = "Europe/Paris") @NotBlank
        String zone) {

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
        return new Venue(reader.of(name), reader.ofNullable(address), reader.of(city), country, zone);
    }
}
