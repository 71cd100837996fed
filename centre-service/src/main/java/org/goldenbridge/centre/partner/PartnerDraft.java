package org.goldenbridge.centre.partner;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.centre.address.WebAddress;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A partner institution as it is entered or edited: the whole of it each time. */
@Schema(
        description = "A partner institution as it is entered or edited; an edit replaces the whole of it.",
        examples = """
                {"name": {"en": "Beijing Language and Culture University", "zh-Hans": "北京语言大学"},
                 "kind": "university", "country": "CN", "website": "https://partner.example.org/"}""")
record PartnerDraft(
        @NotNull @ShortText LocalizedText name,
        @NotNull PartnerKind kind,
        @NotNull Country country,
        @Nullable WebAddress website) {}
