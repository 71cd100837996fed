package org.goldenbridge.event.desk.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/** What is planned of an event: its dates, its series, its courses, in words. */
public record Planned(List<Date> dates, List<Row> series, List<Row> courses) {
    static final Planned NOTHING = new Planned(List.of(), List.of(), List.of());

    /** A session. */
    public record Date(
            UUID id,
            String when,
            String startsAt,
            Reader.@Nullable Text place,
            boolean cancelled,
            boolean over,
            String places) {
        static Date of(PlanningReader.Date date, Reader reader, Instant now) {
            return new Date(
                    date.id(),
                    When.fromTo(date.startsAt(), date.endsAt(), ZoneId.of(date.zone()), reader),
                    date.startsAt().toString(),
                    reader.readNullable(date.place()),
                    date.isCancelled(),
                    !date.endsAt().isAfter(now),
                    date.taken() + "/" + date.capacity());
        }
    }

    /**
     * A series or a course.
     *
     * @param name by which it is told from the others
     * @param facts how many there are, and when the next is
     */
    public record Row(UUID id, String name, Reader.@Nullable Text place, String facts, boolean cancelled) {}

    static Planned of(UUID event, PlanningReader reading, ZoneId zone, Reader reader, Instant now) {
        var words = reader.words();
        return new Planned(
                dates(reading.sessions(event, null), reader, now),
                reading.series(event, now).stream()
                        .map(one -> new Row(
                                one.id(),
                                RuleWords.of(one.rule(), reader),
                                reader.readNullable(one.place()),
                                facts(words.count("deskDatesAhead", one.ahead()), one.next(), zone, reader),
                                one.isCancelled()))
                        .toList(),
                reading.courses(event, now).stream()
                        .map(one -> new Row(
                                one.id(),
                                words.say(
                                        "deskEnrolledOf", String.valueOf(one.taken()), String.valueOf(one.capacity())),
                                null,
                                facts(words.count("deskLessonsAre", one.lessons()), one.next(), zone, reader),
                                one.isCancelled()))
                        .toList());
    }

    static List<Date> dates(List<PlanningReader.Date> dates, Reader reader, Instant now) {
        return dates.stream().map(date -> Date.of(date, reader, now)).toList();
    }

    private static String facts(String many, @Nullable Instant next, ZoneId zone, Reader reader) {
        return next == null ? many : many + " · " + reader.words().say("next") + ": " + When.at(next, zone, reader);
    }
}
