package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A house that is not a centre of the network, where a touring exhibition stands for a while. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A house that is not a centre of the network, where a touring exhibition stands for a while.")
record LegVenue(
        @NotNull @ShortText LocalizedText name,
        @ShortText @Nullable LocalizedText address,
        @NotNull @ShortText LocalizedText city,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "FR")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as FR")
        String country) {

    LegVenue in(ReaderLanguage reader) {
        return new LegVenue(reader.of(name), reader.ofNullable(address), reader.of(city), country);
    }
}
