package org.goldenbridge.event.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step, and what it would meet.
 *
 * @param clashes the sessions that have the space then
 * @param closed why the space cannot receive the public then, as a sentence without its full stop
 * @param overbooked how many places are taken, when that is more than there would be
 * @param bookings how many bookings it reaches: those of a session that is moved or cancelled
 */
public record SeriesEffect(
        SeriesStep step,
        List<Clash> clashes,
        @Nullable String closed,
        @Nullable Integer overbooked,
        int bookings) {}
