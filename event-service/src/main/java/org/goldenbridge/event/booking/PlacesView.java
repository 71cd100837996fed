package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who has the places of a session or course, in numbers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlacesCount", description = "Who has the places of a session or course, in numbers, for the desk.")
record PlacesView(
        @Schema(examples = "20") int capacity,

        @Schema(description = "Booked, held, offered, allocated or kept.", examples = "17")
        int taken,

        @Schema(description = "Booked by the public.", examples = "10")
        int booked,

        @Schema(description = "Kept for a while.", examples = "2")
        int held,

        @Schema(description = "Offered to who waits.", examples = "1")
        int offered,

        @Schema(description = "Set aside for partners, used or not.", examples = "4")
        int allocated,

        @Schema(description = "Kept by a lesson for those enrolled in its course.", examples = "0")
        int kept,

        @Schema(description = "How many groups wait.", examples = "3")
        int waiting,

        @Schema(
                description = "How many bookings and waiting groups have to be told when it is moved or cancelled.",
                examples = "12")
        int reaches,

        @Schema(description = "When the first hold, offer or allocation ends.") @Nullable
        Instant nextExpiry) {}
