package org.goldenbridge.event.publicschedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed in the schedule behind a place in the feeds. */
@Schema(description = "What changed in the schedule behind a place in the feeds.", examples = """
                {"afterChangeNumber": 4711, "complete": true,
                 "items": [{"id": "018f6f6e-0000-7000-8000-000000000001", "places": "few", "placesLeft": 3}]}""")
record ScheduleDelta(
        @Schema(
                description = "Up to where that is: what to send as afterChangeNumber next time, here or to a feed.",
                examples = "4711")
        long afterChangeNumber,

        @Schema(description = "Whether that is all; otherwise more stands behind afterChangeNumber.")
        boolean complete,

        List<DeltaItem> items) {}
