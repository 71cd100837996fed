package org.goldenbridge.centre.agreement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.centre.address.WebAddress;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.text.ShortText;

/** Where a paper of an agreement can be read. */
@Schema(description = "Where a paper of an agreement can be read.")
record AgreementDocument(
        @NotNull @ShortText LocalizedText title, @NotNull WebAddress url) {
    AgreementDocument in(ReaderLanguage reader) {
        return new AgreementDocument(reader.of(title), url);
    }
}
