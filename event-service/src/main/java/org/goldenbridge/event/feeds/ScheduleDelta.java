package org.goldenbridge.event.feeds;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed in the schedule behind a place in the feeds. */
@Schema(description = "What changed in the schedule behind a place in the feeds.")
record ScheduleDelta(
        @Schema(
                description = "Up to where that is: what to send as afterChangeNumber next time, here or to a feed.",
                examples = "4711")
        long afterChangeNumber,

        @Schema(description = "Whether that is all; otherwise more stands behind afterChangeNumber.")
        boolean complete,

        List<DeltaItem> items) {}
