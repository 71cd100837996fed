package org.goldenbridge.event.centre;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** How one gets to a place and into it; what is left out is not known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "How one gets to a place and into it; what is left out is not known.",
        examples = "{\"stepFree\": true, \"hearingLoop\": false, \"transport\": {\"en\": \"Metro line 1, Cité\"}}")
public record Access(
        @Schema(description = "Whether one gets in without steps.") @Nullable
        Boolean stepFree,

        @Schema(description = "Whether there is an induction loop for hearing aids.") @Nullable
        Boolean hearingLoop,

        @Schema(description = "By which buses and trains one comes.") @ShortText(max = 500) @Nullable
        LocalizedText transport) {

    /** The same in the reader's language. */
    public Access in(ReaderLanguage reader) {
        return new Access(stepFree, hearingLoop, reader.ofNullable(transport));
    }
}
