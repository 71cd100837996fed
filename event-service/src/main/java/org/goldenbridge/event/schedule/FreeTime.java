package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A time at which a space could be had. */
public record FreeTime(Instant startsAt, Instant endsAt, OffsetDateTime localStartsAt, OffsetDateTime localEndsAt) {
    static FreeTime of(Interval interval, ZoneId zone) {
        return new FreeTime(
                interval.start(),
                interval.end(),
                interval.start().atZone(zone).toOffsetDateTime(),
                interval.end().atZone(zone).toOffsetDateTime());
    }

    boolean overlaps(Interval other) {
        return new Interval(startsAt, endsAt).overlaps(other);
    }
}
