package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import org.goldenbridge.event.programme.EventsCancelled;
import org.goldenbridge.event.programme.EventsRestored;

/** Cancels the sessions of cancelled events, in the same transaction. */
@ApplicationScoped
class CancelledEvents {
    private final Planning planning;
    private final Claims claims;
    private final Stocks stocks;

    @Inject
    CancelledEvents(Planning planning, Claims claims, Stocks stocks) {
        this.planning = planning;
        this.claims = claims;
        this.stocks = stocks;
    }

    /** First the spaces are locked, then all sessions, then rooms and teachers, equipment, and places one by one: so nobody waits in a circle. */
    void cancel(@Observes EventsCancelled cancelled) {
        Session.lockSpaces("s.event.id in :ids", cancelled.eventIds());
        var sessions = Session.<Session>find(
                        "event.id in ?1 and status = ?2 and endsAt > ?3 order by id",
                        cancelled.eventIds(),
                        SessionStatus.SCHEDULED,
                        cancelled.at())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        claims.lock(Claims.wanted(sessions));
        stocks.lock(sessions);
        var reason = new Cancellation(cancelled.reason());
        planning.endAll(sessions, reason, cancelled.at());
    }

    /** Those that would have begun by now stay cancelled. */
    void restore(@Observes EventsRestored back) {
        Session.lockSpaces("s.event.id in :ids", back.eventIds());
        var sessions = Session.<Session>find(
                        "event.id in ?1 and status = ?2 and cancelledAt = ?3 and startsAt > ?4 order by id",
                        back.eventIds(),
                        SessionStatus.CANCELLED,
                        back.cancelledAt(),
                        back.at())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        claims.lock(Claims.wanted(sessions));
        stocks.lock(sessions);
        sessions.forEach(session -> planning.revive(session, back.at()));
    }
}
