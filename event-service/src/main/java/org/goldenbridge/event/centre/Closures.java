package org.goldenbridge.event.centre;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a centre, or one space of it, is closed beyond its weekly hours. */
record Closures(@JsonValue List<CentreFact.Closure> closures) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Closures {}

    /** The first closure that the interval falls into. */
    Optional<CentreFact.Closure> during(@Nullable UUID space, Instant start, Instant end) {
        return closures.stream()
                .filter(closure ->
                        closure.spaceId() == null || closure.spaceId().equals(space))
                .filter(closure -> closure.startsAt().isBefore(end) && start.isBefore(closure.endsAt()))
                .findFirst();
    }
}
