package org.goldenbridge.event.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDateTime;
import java.util.List;

/** Wall times in a column of JSON. */
record WallDates(@JsonValue List<LocalDateTime> dates) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WallDates {}
}
