package org.goldenbridge.centre.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** An agreement as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An agreement with a partner institution.", examples = """
                {"id": "0199a3c4-7d40-7000-8000-0000000000cc", "withdrawn": false,
                 "partnerId": "0199a3c4-7d30-7000-8000-0000000000bb", "kind": "memorandum",
                 "title": {"en": "Memorandum of cooperation"}, "startsOn": "2025-09-03",
                 "scope": {"en": "Joint research, lectures, language courses"},
                 "documents": [{"title": {"en": "Signed text"}, "url": "https://documents.example.org/memorandum.pdf"}],
                 "access": {"clientId": "partner-blcu", "requestsPerMinute": 12000}, "centres": ["beijing"]}""")
record AgreementView(
        @NotNull UUID id,

        @Schema(description = "Whether it was ended or taken back.")
        boolean withdrawn,

        @NotNull UUID partnerId,
        @NotNull AgreementKind kind,
        @NotNull LocalizedText title,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalizedText scope,
        @NotNull List<AgreementDocument> documents,
        @Nullable AgreementAccess access,
        @NotNull List<String> centres) {
    static AgreementView of(Agreement agreement, ReaderLanguage reader) {
        return new AgreementView(
                agreement.id,
                agreement.withdrawn,
                agreement.partnerId,
                agreement.kind,
                reader.of(agreement.title),
                agreement.startsOn,
                agreement.endsOn,
                reader.ofNullable(agreement.scope),
                agreement.documents.stream()
                        .map(document -> document.in(reader))
                        .toList(),
                agreement.access,
                agreement.centres());
    }
}
