package org.goldenbridge.centre.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** An agreement as it is entered or edited: the whole of it each time. */
@Schema(
        description = "An agreement as it is entered or edited; an edit replaces the whole of it, but for the partner.",
        examples = """
                {"partnerId": "0199a3c4-7d30-7000-8000-0000000000bb", "kind": "memorandum",
                 "title": {"en": "Memorandum of cooperation"}, "startsOn": "2025-09-03", "endsOn": null,
                 "scope": {"en": "Joint research, lectures, language courses"},
                 "documents": [{"title": {"en": "Signed text"}, "url": "https://documents.example.org/memorandum.pdf"}],
                 "access": {"clientId": "partner-blcu", "requestsPerMinute": 12000}, "centres": ["beijing"]}""")
record AgreementDraft(
        @NotNull UUID partnerId,
        @NotNull AgreementKind kind,
        @NotNull @ShortText LocalizedText title,
        @Schema(description = "The first day.") @NotNull LocalDate startsOn,

        @Schema(description = "The last day; null or absent when it is open-ended.") @Nullable
        LocalDate endsOn,

        @Schema(description = "What it covers.") @Nullable LocalizedText scope,

        @Schema(description = "Its papers, by link; none when absent.") @Size(max = 100) @Nullable
        List<@NotNull @Valid AgreementDocument> documents,

        @Schema(
                description =
                        "What it grants to the partner's programs; nothing beyond what everybody has when absent.")
        @Valid
        @Nullable
        AgreementAccess access,

        @Schema(description = "The centres it covers.") @NotNull @Size(min = 1, max = 500)
        List<@NotNull @Size(max = 40) String> centres) {}
