package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.centre.Centre;

/** A space that can be had: what is wanted may begin at any quarter hour from the first to the last of its starts. */
@Schema(description = "A space and from when to when it can be had; what is wanted fits at every quarter hour in it.")
record FreeSpace(
        OtherSpace space,

        @Schema(description = "When it could begin first, in UTC.", examples = "2026-12-01T02:00:00Z")
        Instant startsAt,

        @Schema(description = "When it would have to end at the latest, in UTC.", examples = "2026-12-01T14:00:00Z")
        Instant endsAt,

        @Schema(description = "When it could begin at the latest, in UTC.", examples = "2026-12-01T12:00:00Z")
        Instant lastStartsAt,

        @Schema(description = "In the time of the centre.", examples = "2026-12-01T10:00:00+08:00")
        OffsetDateTime localStartsAt,

        @Schema(description = "In the time of the centre.", examples = "2026-12-01T22:00:00+08:00")
        OffsetDateTime localEndsAt) {
    static FreeSpace of(OtherSpace space, Interval free, Instant lastStart, Centre centre) {
        return new FreeSpace(
                space,
                free.start(),
                free.end(),
                lastStart,
                free.start().atZone(centre.zone()).toOffsetDateTime(),
                free.end().atZone(centre.zone()).toOffsetDateTime());
    }
}
