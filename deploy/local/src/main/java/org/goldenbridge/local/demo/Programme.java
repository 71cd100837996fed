package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programme of one centre as it falls from a first day on.
 *
 * @param sessions in the order of their start
 */
record Programme(LocalDate firstDay, List<PlannedSession> sessions) {
    /** How long a programme is recognised after its first day: its own length and a little more. */
    static final int DAYS_REMEMBERED = 7 * ProgrammeDays.WEEKS + 14;

    static Programme of(Centre centre, Map<String, Network.Venue> venues, LocalDate firstDay) {
        var calendar = new ProgrammeDays(firstDay);
        var holidays = centre.closures().stream()
                .filter(Closure::closesTheWholeCentre)
                .map(closure -> closure.in(calendar))
                .toList();
        var sessions = centre.events().stream()
                .flatMap(event ->
                        event.sessions().stream().flatMap(meeting -> dated(centre, venues, event, meeting, calendar)))
                .filter(session -> session.space() == null
                        || holidays.stream().noneMatch(day -> day.overlaps(session.startsAt(), session.endsAt())))
                .sorted(Comparator.comparing(PlannedSession::start))
                .toList();
        return new Programme(firstDay, sessions);
    }

    /** A lesson that somebody will miss, and the one of another course to which they come instead. */
    record MakeUp(PlannedSession missed, PlannedSession instead) {}

    /** What the files say of it: the third lesson is missed, and the next one of the other course makes up for it. */
    List<MakeUp> makeUps() {
        return courses(sessions).stream()
                .filter(course -> course.terms().makesUpIn() != null)
                .flatMap(course -> lessons(course.event().key())
                        .skip(2)
                        .limit(1)
                        .flatMap(missed -> lessons(requireNonNull(course.terms().makesUpIn()))
                                .filter(instead -> instead.start().isAfter(missed.start()))
                                .limit(1)
                                .map(instead -> new MakeUp(missed, instead))))
                .toList();
    }

    private Stream<PlannedSession> lessons(String event) {
        return sessions.stream()
                .filter(session -> session.isLesson() && session.event().key().equals(event));
    }

    /** The courses of which some of these sessions are lessons. */
    static List<PlannedCourse> courses(List<PlannedSession> sessions) {
        return sessions.stream()
                .filter(session -> session.event().course() != null)
                .map(session -> new PlannedCourse(session.centre(), session.event()))
                .distinct()
                .toList();
    }

    /**
     * The programme that is already there, if some of it is: the one whose days fit most of what is found. A programme
     * that was begun yesterday is completed, not planned a second time a day later.
     *
     * @param found what the schedule holds, as event and start
     */
    static Programme continuing(Set<Found> found, Centre centre, Map<String, Network.Venue> venues, LocalDate today) {
        return IntStream.rangeClosed(0, found.isEmpty() ? 0 : DAYS_REMEMBERED)
                .mapToObj(daysAgo -> of(centre, venues, today.minusDays(daysAgo)))
                .max(Comparator.<Programme>comparingLong(programme -> programme.fits(found))
                        .thenComparing(Programme::firstDay))
                .orElseThrow();
    }

    /** A session that is there: the key of its event, and its start. */
    record Found(String event, Instant start) {}

    private long fits(Set<Found> found) {
        return sessions.stream()
                .filter(session -> found.contains(new Found(session.event().key(), session.start())))
                .count();
    }

    private static Stream<PlannedSession> dated(
            Centre centre,
            Map<String, Network.Venue> venues,
            Event event,
            Event.Meeting meeting,
            ProgrammeDays calendar) {
        var venue = meeting.venue() == null ? event.venue() : meeting.venue();
        var zone = zone(centre, venues, venue);
        return meeting.weeks().numbers().stream()
                .flatMap(week -> meeting.days().stream().map(day -> {
                    var date = calendar.date(week, day);
                    return new PlannedSession(
                            centre,
                            event,
                            date.atTime(meeting.from()),
                            date.atTime(meeting.to()),
                            zone,
                            venue == null ? requireNonNull(event.space()) : null,
                            venue,
                            event.open(),
                            meeting.booked().places(event.open(), week),
                            meeting.cancelled());
                }));
    }

    private static ZoneId zone(Centre centre, Map<String, Network.Venue> venues, @Nullable String venue) {
        return venue == null
                ? centre.zone()
                : requireNonNull(venues.get(venue), () -> "There is no venue " + venue + " in venues.yaml.")
                        .zone();
    }
}
