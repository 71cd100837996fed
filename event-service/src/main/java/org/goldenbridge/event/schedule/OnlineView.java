package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a session is online, as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "That a session is online, and where it is joined, for those who may know.")
record OnlineView(
        @Schema(description = "Where to join; left out for those who may not know.") @Nullable
        String link,

        @Schema(description = "Whether only who booked, and staff, get the link.")
        boolean linkForBooked) {}
