package org.goldenbridge.event.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.schedule.Clash;
import org.goldenbridge.event.schedule.SeriesEffect;
import org.goldenbridge.event.schedule.SeriesStep;
import org.goldenbridge.event.schedule.Shortage;
import org.jspecify.annotations.Nullable;

/** What becomes of one occurrence, and what stands against it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What becomes of one occurrence, and what stands against it.")
record SeriesEffectView(
        SeriesStep.Action action,

        @Schema(description = "Its session; absent in a preview while there is none.") @Nullable
        UUID sessionId,

        @Schema(
                implementation = String.class,
                description = "The wall time of the occurrence.",
                examples = "2027-01-12T18:00:00")
        LocalDateTime seriesStart,

        @Schema(description = "When it begins, or would have.")
        Instant startsAt,

        Instant endsAt,

        @Schema(description = "The same in the time of the place.", examples = "2027-01-12T18:00:00+08:00")
        OffsetDateTime localStartsAt,

        @Schema(description = "When it began before, when it is moved.") @Nullable
        Instant wasFrom,

        @Schema(description = "There, and true, when it was edited by itself, and so stays.") @Nullable
        Boolean override,

        @Schema(description = "How many bookings are reached: those of a session that is moved or cancelled.")
        int bookings,

        @Schema(description = "What has the space or a teacher then.")
        List<Clash> clashes,

        @Schema(description = "Of which equipment too little is free then.")
        List<Shortage> shortages,

        @Schema(description = "Why the space cannot receive the public then.") @Nullable
        String closed,

        @Schema(description = "How many places are booked, when there would be fewer.") @Nullable
        Integer placesBooked) {

    static SeriesEffectView of(SeriesEffect effect, ZoneId zone, boolean done) {
        var step = effect.step();
        return new SeriesEffectView(
                step.action(),
                done || step.action() != SeriesStep.Action.ADDED ? step.session() : null,
                step.start(),
                step.startsAt(),
                step.endsAt(),
                step.startsAt().atZone(zone).toOffsetDateTime(),
                step.wasFrom(),
                step.override() ? Boolean.TRUE : null,
                effect.bookings(),
                effect.clashes(),
                effect.shortages(),
                effect.closed(),
                effect.overbooked());
    }
}
