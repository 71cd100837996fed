package org.goldenbridge.event.programme;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** Why a programme is cancelled, and what with it. */
@Schema(
        description = "Why a programme is cancelled, as the public reads it, and what with it.",
        examples = "{\"reason\": {\"en\": \"The halls are closed.\"}, \"withEvents\": false}")
public record ProgrammeCancellation(
        @ShortText(max = 500) @Nullable LocalizedText reason,

        @Schema(
                description =
                        "Whether the parts and events of the same centre are cancelled too, with their sessions and"
                                + " bookings. Those of other centres stay; their desks decide. It must be said.")
        @NotNull
        Boolean withEvents) {}
