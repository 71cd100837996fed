package org.goldenbridge.event.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step, and what it would meet.
 *
 * @param obstacles what has the space, a teacher or the equipment then
 * @param closed why the space cannot receive the public then, as a sentence without its full stop
 * @param overbooked how many places are taken, when that is more than there would be
 * @param bookings how many bookings it reaches: those of a session that is moved or cancelled
 */
public record SeriesEffect(
        SeriesStep step,
        List<Obstacle> obstacles,
        @Nullable String closed,
        @Nullable Integer overbooked,
        int bookings) {
    /** What has the space or a teacher then. */
    public List<Clash> clashes() {
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.clashes().stream())
                .distinct()
                .toList();
    }

    /** Of which equipment too little is free then. */
    public List<Shortage> shortages() {
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.shortages().stream())
                .toList();
    }

    /** Whether it meets something of that kind. */
    boolean meets(String code) {
        return obstacles.stream().anyMatch(obstacle -> obstacle.code().equals(code));
    }
}
