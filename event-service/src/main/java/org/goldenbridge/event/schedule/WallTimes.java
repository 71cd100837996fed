package org.goldenbridge.event.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Which instant a wall time is, and what follows when that changes: a country gives itself another zone, the Java runtime
 * learns of it with its next update, and what was planned for 18:00 must be at 18:00 again.
 */
@ApplicationScoped
public class WallTimes {
    private static final Logger LOG = Logger.getLogger(WallTimes.class);

    /** Nobody does this: it is in the audit as the work of the software itself. */
    private static final String NOBODY = "goldenbridge";

    private final Claims claims;
    private final Stocks stocks;
    private final Places places;
    private final Audit audit;
    private final Outbox outbox;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    WallTimes(
            Claims claims,
            Stocks stocks,
            Places places,
            Audit audit,
            Outbox outbox,
            EntityManager entities,
            Clock clock) {
        this.claims = claims;
        this.stocks = stocks;
        this.places = places;
        this.audit = audit;
        this.outbox = outbox;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * The instant of a wall time. One that clocks leap over moves forward by what they leap; one that happens twice is the
     * first (RFC 5545, 3.3.5).
     */
    public static Instant instant(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone).toInstant();
    }

    void atStart(@Observes StartupEvent start) {
        try {
            materialiseAgain(clock.instant());
        } catch (RuntimeException e) {
            // A service that does not start helps nobody: the sessions stay as they were, and the next start tries
            // again.
            LOG.error("Sessions of series could not be put back to their wall times", e);
        }
    }

    /**
     * Moves every session of a series that is not over and no longer begins at its wall time by the zone rules known
     * now. What finds its room taken then is flagged as clashing, for a person to look at. Sessions that were edited by
     * themselves stay: which wall time was meant for them is not known.
     *
     * @return how many were moved
     */
    public int materialiseAgain(Instant now) {
        // A centre at a time, for no room belongs to two: all that drifts in a room leaves it before anything claims
        // it.
        return drifted(now).values().stream()
                .mapToInt(sessions -> QuarkusTransaction.requiringNew().call(() -> putBack(sessions, now)))
                .sum();
    }

    private Map<String, List<UUID>> drifted(Instant now) {
        @SuppressWarnings("unchecked")
        var ahead = (List<Tuple>) entities.createNativeQuery("""
                        select id as id, centre_id as centre, cast(series_start as text) as wall, zone as zone,
                               starts_at as starts_at
                        from session
                        where series_id is not null and not series_override and status = 'scheduled'
                          and ends_at > :now""", Tuple.class)
                .setParameter("now", now)
                .getResultList();
        return ahead.stream()
                .filter(row -> !row.get("starts_at", Instant.class)
                        .equals(instant(
                                LocalDateTime.parse(
                                        row.get("wall", String.class).replace(' ', 'T')),
                                ZoneId.of(row.get("zone", String.class)))))
                .collect(Collectors.groupingBy(
                        row -> row.get("centre", String.class),
                        Collectors.mapping(row -> row.get("id", UUID.class), Collectors.toList())));
    }

    private int putBack(List<UUID> ids, Instant now) {
        entities.createNativeQuery("""
                        select id from course where id in (select course_id from session where id = any(:ids))
                        order by id for share""", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        Session.lockSpaces("s.id in :ids", ids);
        entities.createNativeQuery(
                        "select id from session where id = any(:ids) order by id for no key update", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        // Read again under the lock: another instance may have started at the same moment and done it.
        var sessions = Session.<Session>list(
                        "from Session s join fetch s.event left join fetch s.space where s.id in ?1 and s.status = ?2"
                                + " and not s.seriesOverride order by s.seriesStart, s.id",
                        ids,
                        SessionStatus.SCHEDULED)
                .stream()
                .filter(session -> !session.startsAt.equals(wanted(session)))
                .toList();
        claims.lock(Claims.wanted(sessions));
        stocks.lock(sessions);
        sessions.forEach(claims::release);
        sessions.forEach(session -> stocks.release(session.id));
        for (var session : sessions) {
            var was = session.startsAt;
            session.shift(wanted(session));
            entities.flush();
            takeWhatIsFree(session);
            audit.record(
                    now,
                    NOBODY,
                    "zone-rules-changed",
                    session.id,
                    Map.of("wasFrom", was, "from", session.startsAt, "clashing", session.clashing));
            places.resize(session.id, session.places(), now);
            places.tellEverybody(session.id, "session-moved", Map.of("wasFrom", was, "from", session.startsAt), now);
            if (session.courseId != null) {
                var moved = Map.of("session", session.id, "wasFrom", was, "from", session.startsAt);
                places.tellEverybody(session.courseId, "lesson-moved", moved, now);
                places.retime(session.courseId, now);
            }
            outbox.append(SessionChanged.of(session), FeedItem.changed(ScheduleFeeds.SESSIONS, session.id));
        }
        return sessions.size();
    }

    private void takeWhatIsFree(Session session) {
        boolean hasRoom = session.space == null || claims.claimAgain(session, session.space);
        boolean hasTeachers = claims.claimTeachersAgain(session);
        session.clashing = !hasRoom || !hasTeachers;
        session.shortOfEquipment = !stocks.shortages(session).isEmpty();
        if (!session.shortOfEquipment) {
            stocks.claim(session);
        }
        if (session.needsALook()) {
            LOG.warnf("Session %s is at its wall time again, where something that it needs is taken", session.id);
        }
    }

    private static Instant wanted(Session session) {
        return instant(Objects.requireNonNull(session.seriesStart), ZoneId.of(session.zone));
    }
}
