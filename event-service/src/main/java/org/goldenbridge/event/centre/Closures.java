package org.goldenbridge.event.centre;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * When a centre, or one space of it, is closed beyond its weekly hours, as it is kept. What a closure means for a space is said
 * by {@link CentreHours}.
 */
record Closures(@JsonValue List<CentreFact.Closure> closures) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Closures {}
}
