package org.goldenbridge.event.whatson;

import java.util.List;
import java.util.stream.Stream;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an event, as far as a page shows them.
 *
 * @param next the next ones, which say where it is and what can be booked, whichever part of the list is shown
 * @param coming those of the part that is shown
 * @param over those that are over, of the part that is shown
 */
record EventDates(
        List<ScheduleEntry> next,
        List<ScheduleEntry> coming,
        @Nullable Pages pages,
        List<ScheduleEntry> over,
        @Nullable Pages earlier) {

    /** All that is shown. */
    List<ScheduleEntry> seen() {
        return Stream.of(over, next, coming).flatMap(List::stream).distinct().toList();
    }

    /** What the page tells of the event goes by these. */
    List<ScheduleEntry> all() {
        return Stream.concat(over.stream(), next.stream()).toList();
    }
}
