package org.goldenbridge.event.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.VisibleText;
import org.jspecify.annotations.Nullable;

/** How many places are to be kept, and for how long. */
@Schema(
        description = "How many places are to be kept, and for how long.",
        examples = "{\"places\": 4, \"minutes\": 15, \"note\": \"Class 5b, Mme Laurent\"}")
public record HoldDraft(
        @Schema(examples = "4") @NotNull @Min(1) @Max(1000) Integer places,

        @Schema(description = "15 when left out, a day at most.", examples = "15") @Min(1) @Max(1440) @Nullable
        Integer minutes,

        @Schema(
                description = "For whom they are; for the desk alone.",
                examples = "Class 5b of the lycée, Mme Bérénger")
        @Size(max = 200)
        @Nullable
        String note) {
    public HoldDraft {
        var name = note == null ? "" : VisibleText.name(note);
        note = name.isEmpty() ? null : name;
    }

    private static final int USUAL = 15;

    Duration length() {
        return Duration.ofMinutes(minutes == null ? USUAL : minutes);
    }
}
