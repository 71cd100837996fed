package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many records of a file the plan says what of, and what came of them. */
@Schema(
        description =
                "How many records the plan says what of (the first five), and what came of how many (the others).")
record Counts(
        @JsonProperty("new") long brandNew,
        long changed,
        long same,
        long conflict,
        long unreadable,
        long applied,
        long skipped,
        long overtaken,
        long undone,
        long kept) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Counts while a batch is worked through. */
    static final class Tally {
        private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        private final Map<RowResult, Long> results = new EnumMap<>(RowResult.class);

        Tally(Counts counts) {
            outcomes.put(Outcome.NEW, counts.brandNew);
            outcomes.put(Outcome.CHANGED, counts.changed);
            outcomes.put(Outcome.SAME, counts.same);
            outcomes.put(Outcome.CONFLICT, counts.conflict);
            outcomes.put(Outcome.UNREADABLE, counts.unreadable);
            results.put(RowResult.APPLIED, counts.applied);
            results.put(RowResult.SKIPPED, counts.skipped);
            results.put(RowResult.OVERTAKEN, counts.overtaken);
            results.put(RowResult.UNDONE, counts.undone);
            results.put(RowResult.KEPT, counts.kept);
        }

        void add(Outcome outcome) {
            outcomes.merge(outcome, 1L, Long::sum);
        }

        /** A row had one result, or none, and has another one now. */
        void turn(@Nullable RowResult before, RowResult now) {
            if (before != null) {
                results.merge(before, -1L, Long::sum);
            }
            results.merge(now, 1L, Long::sum);
        }

        Counts counts() {
            return new Counts(
                    of(Outcome.NEW),
                    of(Outcome.CHANGED),
                    of(Outcome.SAME),
                    of(Outcome.CONFLICT),
                    of(Outcome.UNREADABLE),
                    of(RowResult.APPLIED),
                    of(RowResult.SKIPPED),
                    of(RowResult.OVERTAKEN),
                    of(RowResult.UNDONE),
                    of(RowResult.KEPT));
        }

        private long of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        private long of(RowResult result) {
            return results.getOrDefault(result, 0L);
        }
    }
}
