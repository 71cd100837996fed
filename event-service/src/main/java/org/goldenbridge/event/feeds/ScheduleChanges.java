package org.goldenbridge.event.feeds;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed in the schedule since a change number. */
@Schema(description = "What changed in the schedule since a change number.")
record ScheduleChanges(
        @Schema(
                description = "Up to where that is: the afterChangeNumber of the next question, here or at a feed.",
                examples = "4711")
        long changeNumber,

        @Schema(description = "Whether that is all; otherwise more stands behind changeNumber.")
        boolean complete,

        List<ScheduleChange> items) {}
