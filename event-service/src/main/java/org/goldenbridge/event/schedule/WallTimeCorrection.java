package org.goldenbridge.event.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/** Puts sessions of series back to their wall time, a batch in a transaction of its own. */
@ApplicationScoped
class WallTimeCorrection {
    private static final Logger LOG = Logger.getLogger(WallTimeCorrection.class);

    /** Nobody does this: it is in the audit as the work of the software itself. */
    private static final String NOBODY = "goldenbridge";

    private final Claims claims;
    private final Stocks stocks;
    private final Places places;
    private final Audit audit;
    private final Outbox outbox;
    private final EntityManager entities;

    @Inject
    WallTimeCorrection(
            Claims claims, Stocks stocks, Places places, Audit audit, Outbox outbox, EntityManager entities) {
        this.claims = claims;
        this.stocks = stocks;
        this.places = places;
        this.audit = audit;
        this.outbox = outbox;
        this.entities = entities;
    }

    /**
     * Moves what is not at its wall time.
     *
     * @return how many were moved
     */
    int putBack(List<UUID> ids, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Read under the lock: another instance may have started at the same moment and done it.
            var sessions = locked(ids).stream()
                    .filter(session -> !session.startsAt.equals(wanted(session)))
                    .toList();
            leaveAll(sessions);
            var was = new HashMap<UUID, Instant>();
            for (var session : sessions) {
                was.put(session.id, session.startsAt);
                session.shift(wanted(session));
            }
            entities.flush();
            sessions.forEach(this::takeWhatIsFree);
            entities.flush();
            sessions.forEach(session -> tell(session, Objects.requireNonNull(was.get(session.id)), now));
            announce(sessions);
            return sessions.size();
        });
    }

    /** Gives those that lost something another try, now that all of their centre are where they belong. */
    void claimAgain(List<UUID> ids) {
        QuarkusTransaction.requiringNew().run(() -> {
            var flagged = locked(ids).stream().filter(Session::needsALook).toList();
            if (flagged.isEmpty()) {
                return;
            }
            leaveAll(flagged);
            flagged.forEach(this::takeWhatIsFree);
            announce(flagged.stream().filter(session -> !session.needsALook()).toList());
        });
    }

    /** The sessions that still follow their series, with their courses and spaces before them. */
    private List<Session> locked(List<UUID> ids) {
        var all = ids.toArray(UUID[]::new);
        entities.createNativeQuery("""
                        select id from course where id in (select course_id from session where id = any(:ids))
                        order by id for share""", UUID.class).setParameter("ids", all).getResultList();
        Session.lockSpaces("s.id in :ids", ids);
        entities.createNativeQuery(
                        "select id from session where id = any(:ids) order by id for no key update", UUID.class)
                .setParameter("ids", all)
                .getResultList();
        return Session.list(
                "from Session s join fetch s.event left join fetch s.space where s.id in ?1 and s.status = ?2"
                        + " and not s.seriesOverride order by s.seriesStart, s.id",
                ids,
                SessionStatus.SCHEDULED);
    }

    /** All of them leave their rooms before anything claims one. */
    private void leaveAll(List<Session> sessions) {
        claims.lock(Claims.wanted(sessions));
        stocks.lock(sessions);
        sessions.forEach(claims::release);
        stocks.release(sessions.stream().map(session -> session.id).toArray(UUID[]::new));
    }

    private void takeWhatIsFree(Session session) {
        boolean hasRoom = session.space == null || claims.claimAgain(session, session.space);
        boolean hasTeachers = claims.claimTeachersAgain(session);
        session.clashing = !hasRoom || !hasTeachers;
        session.shortOfEquipment = stocks.isShort(session);
        if (!session.shortOfEquipment) {
            stocks.claim(session);
        }
        if (session.needsALook()) {
            LOG.warnf("Session %s is at its wall time again, where something that it needs is taken", session.id);
        }
    }

    private void tell(Session session, Instant was, Instant now) {
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
    }

    private void announce(List<Session> sessions) {
        outbox.appendAll(sessions.stream()
                .map(session -> new Outbox.Word(
                        SessionChanged.of(session), List.of(FeedItem.changed(ScheduleFeeds.SESSIONS, session.id))))
                .toList());
    }

    private static Instant wanted(Session session) {
        return WallTimes.instant(Objects.requireNonNull(session.seriesStart), ZoneId.of(session.zone));
    }
}
