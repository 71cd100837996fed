package org.goldenbridge.centre.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.centre.address.WebAddress;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A partner institution as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A partner institution: a university, a museum, a library.", examples = """
                {"id": "0199a3c4-7d30-7000-8000-0000000000bb", "withdrawn": false,
                 "name": {"en": "Beijing Language and Culture University"},
                 "kind": "university", "country": "CN", "website": "https://partner.example.org/"}""")
record PartnerView(
        @NotNull UUID id,

        @Schema(description = "Whether the partnership has ended.")
        boolean withdrawn,

        @NotNull LocalizedText name,
        @NotNull PartnerKind kind,
        @NotNull Country country,
        @Nullable WebAddress website) {
    static PartnerView of(Partner partner, ReaderLanguage reader) {
        return new PartnerView(
                partner.id, partner.withdrawn, reader.of(partner.name), partner.kind, partner.country, partner.website);
    }
}
