package org.goldenbridge.event.calllist;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody was told. */
@Schema(description = "Whether they were told; false takes the mark back.", examples = "{\"told\": true}")
record CallDraft(@NotNull Boolean told) {}
