package org.goldenbridge.centre.centre;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when to when a centre is open on a day of the week. */
@Embeddable
@Schema(description = "From when to when a centre is open on a day of the week, on its own wall clock.")
record OpeningInterval(
        @NotNull Weekday day,
        @NotNull TimeOfDay opens,
        @NotNull TimeOfDay closes) implements Comparable<OpeningInterval> {
    private static final Comparator<OpeningInterval> ORDER =
            Comparator.comparing(OpeningInterval::day).thenComparing(OpeningInterval::opens);

    boolean overlaps(OpeningInterval other) {
        return day == other.day && opens.compareTo(other.closes) < 0 && other.opens.compareTo(closes) < 0;
    }

    @Override
    public int compareTo(OpeningInterval other) {
        return ORDER.compare(this, other);
    }
}
