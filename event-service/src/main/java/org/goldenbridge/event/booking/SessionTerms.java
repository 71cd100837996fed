package org.goldenbridge.event.booking;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;

/**
 * What a session says about who may have places of it.
 *
 * @param centreId whose desk gives them
 * @param status {@code scheduled} or {@code cancelled}
 * @param zone IANA zone of its place
 */
record SessionTerms(String centreId, String status, Instant startsAt, Instant endsAt, String zone) {
    /** Those of a session. */
    static SessionTerms of(EntityManager entities, UUID session) {
        List<?> rows = entities.createNativeQuery(
                        "select centre_id, status, starts_at, ends_at, zone from session where id = :session",
                        SessionTerms.class)
                .setParameter("session", session)
                .getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound("There is no such session.");
        }
        return (SessionTerms) rows.get(0);
    }

    /** Until when a visitor's data is kept for it. */
    Instant keepUntil() {
        return endsAt.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    /** Places can be given until it is over. */
    void mustBeOpen(Instant now) {
        if (status.equals("cancelled")) {
            throw Refusal.conflict("session-cancelled", "The session is cancelled.");
        }
        if (!endsAt.isAfter(now)) {
            throw Refusal.conflict("session-over", "The session is over.");
        }
    }

    /** Places can be promised until it begins. */
    void mustBeAhead(Instant now) {
        mustBeOpen(now);
        if (!startsAt.isAfter(now)) {
            throw Refusal.conflict("session-begun", "The session has begun; book whoever is there.");
        }
    }
}
