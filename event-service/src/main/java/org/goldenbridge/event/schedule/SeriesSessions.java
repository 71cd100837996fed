package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a series: planned, moved and cancelled many at a time in the caller's transaction, each as
 * {@link Planning} does it with one. Locks are taken in the order in which it takes them, each kind in the order of its
 * ids: sessions, cells, places.
 */
@ApplicationScoped
public class SeriesSessions {
    private final Claims claims;
    private final Stocks stocks;
    private final StockCuts cuts;
    private final Planner planner;
    private final Places places;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final EntityManager entities;

    @Inject
    SeriesSessions(
            Claims claims,
            Stocks stocks,
            StockCuts cuts,
            Planner planner,
            Places places,
            Audit audit,
            Outbox outbox,
            Caller caller,
            EntityManager entities) {
        this.claims = claims;
        this.stocks = stocks;
        this.cuts = cuts;
        this.planner = planner;
        this.places = places;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.entities = entities;
    }

    /** All sessions of a series, cancelled ones included, in the order of their occurrences. */
    public List<SeriesSession> of(UUID series) {
        return Session.<Session>list(
                        "from Session s join fetch s.event left join fetch s.space where s.seriesId = ?1"
                                + " order by s.seriesStart, s.id",
                        series)
                .stream()
                .map(SeriesSession::of)
                .toList();
    }

    /**
     * Makes everybody else who edits one of them wait until this transaction ends; before they are read.
     *
     * @param otherSpace to which they may move; its lock comes before those of the sessions
     */
    public void lock(UUID series, @Nullable UUID otherSpace) {
        var spaces = new ArrayList<@Nullable UUID>(Session.spaces("s.seriesId = :ids", series));
        spaces.add(otherSpace);
        Space.lock(spaces);
        entities.createNativeQuery(
                        "select id from session where series_id = :series order by id for no key update", UUID.class)
                .setParameter("series", series)
                .getResultList();
    }

    /** Locks every room that the steps take or leave, and then the places of every session that they touch. */
    public void lockRoomsAndPlaces(SeriesPlace place, List<SeriesStep> steps) {
        var touched = ids(steps, step -> step.action() != SeriesStep.Action.ADDED);
        var sessions = sessions(touched).values();
        var room = place.space() == null
                ? Stream.<UUID>of()
                : Stream.of(place.space().cells());
        claims.lock(Stream.concat(room, Stream.of(Claims.wanted(sessions)))
                .distinct()
                .toArray(UUID[]::new));
        stocks.lock(sessions);
        entities.createNativeQuery(
                        "select opportunity_id from places where opportunity_id = any(:ids) order by opportunity_id"
                                + " for no key update",
                        UUID.class)
                .setParameter("ids", touched)
                .getResultList();
    }

    /**
     * Forgets that sessions of the series were cancelled by themselves: by now they stand among its exceptions, where a
     * person can take them back.
     */
    public void foldCancelled(UUID series) {
        entities.createNativeQuery(
                        "update session set series_override = false where series_id = :series and status = 'cancelled'")
                .setParameter("series", series)
                .executeUpdate();
    }

    /** Does all steps; what would meet anything was refused before. */
    public void apply(
            Event event, SeriesPlace place, List<SeriesStep> steps, @Nullable LocalizedText reason, Instant when) {
        var now = when.truncatedTo(ChronoUnit.MICROS); // as the database keeps it: a restoration finds by it what ended
        var known = sessions(ids(steps, step -> step.action() != SeriesStep.Action.ADDED));
        var left = release(ids(steps, SeriesStep::leavesTime));
        var done = new ArrayList<Done>();
        for (var step : steps) {
            var session = known.get(step.session());
            if (session == null) {
                session = Session.plan(
                        step.session(),
                        event,
                        place.courseId(),
                        place.at(step.startsAt(), step.endsAt()),
                        caller.name(),
                        now);
            }
            var was = session.startsAt;
            if (change(session, step, place, reason, now)) {
                session.persist();
                done.add(new Done(session, step, was));
            }
        }
        entities.flush();
        claim(place, steps);
        done.stream()
                .filter(Done::needsMore)
                .map(Done::session)
                .forEach(session -> planner.take(centre(session), session));
        done.forEach(change -> countPlaces(change, now));
        tellEnrolled(place.courseId(), done, now);
        outbox.appendAll(done.stream()
                .map(change -> new Outbox.Word(
                        SessionChanged.of(change.session()),
                        List.of(FeedItem.changed(ScheduleFeeds.SESSIONS, change.session().id))))
                .toList());
        cuts.lookAgain(left);
    }

    /** Whoever is enrolled is told once of all lessons that changed. */
    private void tellEnrolled(@Nullable UUID course, List<Done> done, Instant now) {
        var lessons =
                done.stream().filter(Done::concernsVisitors).map(Done::told).toList();
        if (course != null && !lessons.isEmpty()) {
            places.tellEverybody(course, "lessons-changed", Map.of("lessons", lessons), now);
            places.retime(course, now);
        }
    }

    /** A session that was changed, and when it began before. */
    private record Done(Session session, SeriesStep step, Instant was) {
        boolean concernsVisitors() {
            return step.takesTime() || step.leavesTime();
        }

        Map<String, Object> told() {
            return Map.of("session", session.id, "action", step.action(), "wasFrom", was, "from", session.startsAt);
        }

        /** Whether it takes its teachers and instruments to another time. */
        boolean needsMore() {
            return step.action() == SeriesStep.Action.MOVED
                    && (session.teacherIds.length > 0
                            || !session.equipment.all().isEmpty());
        }
    }

    private static Centre centre(Session session) {
        return Centre.toPlanAt(session.centreId);
    }

    private boolean change(
            Session session, SeriesStep step, SeriesPlace place, @Nullable LocalizedText reason, Instant now) {
        switch (step.action()) {
            case ADDED, MOVED ->
                session.follow(step.series(), step.start(), place.at(step.startsAt(), step.endsAt()), now);
            case RESIZED -> {
                session.limit(place.capacityLimit(), now);
                session.occur(step.series(), step.start(), false);
            }
            case CANCELLED -> {
                session.cancel(reason, now);
                // It fell away with its occurrence; only what is cancelled by itself is an exception of the series.
                session.occur(step.series(), step.start(), false);
            }
            case KEPT -> {
                var same = step.series().equals(session.seriesId)
                        && step.start().equals(session.seriesStart)
                        && step.override() == session.seriesOverride;
                session.occur(step.series(), step.start(), step.override());
                return !same;
            }
        }
        return true;
    }

    /** What {@link Planning} does once a session has its room: the places, and the audit. */
    private void countPlaces(Done done, Instant now) {
        var session = done.session();
        var series = Objects.requireNonNull(session.seriesId);
        switch (done.step().action()) {
            case ADDED -> {
                places.open(session.id, session.places());
                record(
                        session,
                        "planned",
                        now,
                        Map.of("series", series, "from", session.startsAt, "to", session.endsAt));
            }
            case MOVED -> {
                places.resize(session.id, session.places(), now);
                var moved = Map.of("wasFrom", done.was(), "from", session.startsAt, "to", session.endsAt);
                places.tellEverybody(session.id, "session-moved", moved, now);
                record(
                        session,
                        "moved",
                        now,
                        Map.of(
                                "series",
                                series,
                                "wasFrom",
                                done.was(),
                                "from",
                                session.startsAt,
                                "to",
                                session.endsAt));
            }
            case RESIZED -> {
                places.resize(session.id, session.places(), now);
                record(session, "resized", now, Map.of("series", series, "capacity", session.capacity()));
            }
            case CANCELLED -> {
                var reached = places.close(session.id, now);
                record(session, "cancelled", now, Map.of("series", series, "bookingsCancelled", reached));
            }
            case KEPT -> record(session, "series-changed", now, Map.of("series", series));
        }
    }

    private void record(Session session, String action, Instant now, Map<String, Object> detail) {
        audit.record(now, caller.subject(), action, session.id, detail);
    }

    static Map<UUID, Session> sessions(UUID... ids) {
        return Session.<Session>list(
                        "from Session s join fetch s.event left join fetch s.space where s.id in ?1 order by s.id",
                        List.of(ids))
                .stream()
                .collect(Collectors.toMap(session -> session.id, Function.identity()));
    }

    static UUID[] ids(List<SeriesStep> steps, Predicate<SeriesStep> chosen) {
        return steps.stream().filter(chosen).map(SeriesStep::session).sorted().toArray(UUID[]::new);
    }

    private Set<UUID> release(UUID... sessions) {
        entities.createNativeQuery("delete from space_claim where session_id = any(:sessions)")
                .setParameter("sessions", sessions)
                .executeUpdate();
        return stocks.release(sessions);
    }

    private void claim(SeriesPlace place, List<SeriesStep> steps) {
        var taking = steps.stream().filter(SeriesStep::takesTime).toList();
        if (place.space() == null || taking.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into space_claim (session_id, cell_id, during)
                        select session, cell, tstzrange(cast(start as timestamptz), cast("end" as timestamptz))
                        from unnest(cast(:sessions as uuid[]), cast(:starts as text[]), cast(:ends as text[]))
                             as wanted (session, start, "end"), unnest(cast(:cells as uuid[])) as cell""")
                .setParameter(
                        "sessions", taking.stream().map(SeriesStep::session).toArray(UUID[]::new))
                .setParameter("starts", starts(place, taking))
                .setParameter("ends", ends(place, taking))
                .setParameter("cells", place.space().cells())
                .executeUpdate();
    }

    static String[] starts(SeriesPlace place, List<SeriesStep> steps) {
        return steps.stream()
                .map(step ->
                        place.claimed(step.startsAt(), step.endsAt()).start().toString())
                .toArray(String[]::new);
    }

    static String[] ends(SeriesPlace place, List<SeriesStep> steps) {
        return steps.stream()
                .map(step -> place.claimed(step.startsAt(), step.endsAt()).end().toString())
                .toArray(String[]::new);
    }
}
