package org.goldenbridge.event.desk.planning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TimeSpan;

/** Days and times as a list of dates shows them. */
final class When {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private When() {}

    /** Tuesday 12 January 2027 18:00. */
    static String at(Instant instant, ZoneId zone, Reader reader) {
        return at(instant.atZone(zone).toLocalDateTime(), reader);
    }

    static String at(LocalDateTime wall, Reader reader) {
        return reader.times().dayOfYear(wall.toLocalDate()) + " " + CLOCK.format(wall);
    }

    static String fromTo(Instant from, Instant to, ZoneId zone, Reader reader) {
        var span = TimeSpan.of(from, to, zone);
        return span.isOverDays()
                ? at(from, zone, reader) + " – " + at(to, zone, reader)
                : at(from, zone, reader) + "–" + reader.times().ends(span);
    }
}
