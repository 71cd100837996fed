package org.goldenbridge.event.booking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people a cancellation would reach. */
@Schema(name = "Reach", description = "How many people a cancellation would reach, as it stands now.")
public record EventReachView(
        @Schema(description = "Sessions that are not over and would be cancelled.", examples = "8")
        int sessions,

        @Schema(description = "Bookings that would be cancelled.", examples = "61")
        int bookings,

        @Schema(description = "The places that those have: so many people come in vain.", examples = "94")
        int places,

        @Schema(description = "Groups on the waiting lists.", examples = "5")
        int waiting,

        @Schema(
                description =
                        "How many bookings and waiting groups have to be told of it; the desk does that, from its call list.",
                examples = "66")
        int reaches,

        @Schema(description = "How many people those are: their places.", examples = "108")
        int people) {}
