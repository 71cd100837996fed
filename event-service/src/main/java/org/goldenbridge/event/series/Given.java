package org.goldenbridge.event.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads wall times and durations as they are given. Each is refused with 400 and its place in the request. */
final class Given {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private Given() {}

    /** A wall time to the second: the rules of RFC 5545 know nothing finer. */
    static LocalDateTime wallTime(String text, String pointer) {
        var wall = read(
                LocalDateTime::parse, text, pointer, "must be a wall time such as 2027-01-12T18:00, without a zone");
        if (wall.toLocalDate().isBefore(FIRST) || wall.toLocalDate().isAfter(LAST)) {
            throw invalid(pointer, "must lie between 2000 and 2100");
        }
        if (!wall.equals(wall.truncatedTo(ChronoUnit.SECONDS))) {
            throw invalid(pointer, "must be a wall time to the second");
        }
        return wall;
    }

    static List<LocalDateTime> wallTimes(@Nullable List<String> texts, String pointer) {
        var times = new ArrayList<LocalDateTime>();
        for (var text : SeriesChange.orNone(texts)) {
            times.add(wallTime(text, pointer + "/" + times.size()));
        }
        return times;
    }

    static LocalTime timeOfDay(String text, String pointer) {
        var time = read(LocalTime::parse, text, pointer, "must be a time of the day such as 18:00");
        if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw invalid(pointer, "must be a time to the second");
        }
        return time;
    }

    /** Whole minutes, at most 31 days. */
    static Duration duration(String text, String pointer) {
        var duration = read(Duration::parse, text, pointer, "must be a duration such as PT1H30M");
        if (duration.compareTo(Duration.ofMinutes(1)) < 0
                || duration.compareTo(LONGEST) > 0
                || duration.toSecondsPart() != 0
                || duration.toNanosPart() != 0) {
            throw invalid(pointer, "must be whole minutes, at least one and at most 31 days");
        }
        return duration;
    }

    private static <T> T read(Function<String, T> reader, String text, String pointer, String form) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid(pointer, form);
        }
    }

    private static Refusal invalid(String pointer, String detail) {
        return Refusal.badRequest("invalid-request", pointer + " " + detail + ".")
                .at(pointer, detail);
    }
}
