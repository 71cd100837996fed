package org.goldenbridge.event.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.schedule.SeriesEffect;
import org.goldenbridge.event.schedule.SeriesStep.Action;
import org.jspecify.annotations.Nullable;

/** What a change does, or in a preview what it would do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a change of a series does, or in a preview what it would do; what has begun is not listed.")
record SeriesEffectsView(
        @Schema(description = "Whether nothing stands against it.")
        boolean possible,

        long kept,

        @Schema(description = "How many sessions get another capacity alone.")
        long resized,

        long moved,
        long added,
        long cancelled,

        @Schema(description = "How many bookings are reached: those of sessions that are moved or cancelled.")
        long bookingsReached,

        @Schema(description = "One for each occurrence, in their order.")
        List<SeriesEffectView> occurrences,

        @Schema(description = "The series after the change; absent in a preview.") @Nullable
        SeriesView series,

        @Schema(description = "Its later part, which is a series of its own now.") @Nullable
        SeriesView following) {

    static SeriesEffectsView foreseen(SeriesPlanning.Outcome outcome) {
        return of(outcome, false, null, null);
    }

    static SeriesEffectsView done(SeriesPlanning.Outcome outcome, SeriesView series, @Nullable SeriesView following) {
        return of(outcome, true, series, following);
    }

    private static SeriesEffectsView of(
            SeriesPlanning.Outcome outcome, boolean done, @Nullable SeriesView series, @Nullable SeriesView following) {
        var effects = outcome.effects();
        return new SeriesEffectsView(
                outcome.isPossible(),
                count(effects, Action.KEPT),
                count(effects, Action.RESIZED),
                count(effects, Action.MOVED),
                count(effects, Action.ADDED),
                count(effects, Action.CANCELLED),
                effects.stream().mapToLong(SeriesEffect::bookings).sum(),
                effects.stream()
                        .map(effect ->
                                SeriesEffectView.of(effect, outcome.place().zone(), done))
                        .toList(),
                series,
                following);
    }

    private static long count(List<SeriesEffect> effects, Action action) {
        return effects.stream()
                .filter(effect -> effect.step().action() == action)
                .count();
    }
}
