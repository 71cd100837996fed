package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;

/** Keeps places for a while, and gives them back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Holds {
    private final Places places;
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    Holds(Places places, Audit audit, EntityManager entities) {
        this.places = places;
        this.audit = audit;
        this.entities = entities;
    }

    /** Keeps places, when they are free and nobody waits for them. */
    Hold keep(UUID session, HoldDraft draft, String by, Instant now) {
        SessionTerms.of(entities, session).mustBeOpen(now);
        FreePlaces.mustBe(places.lock(session, now), draft.places());
        var hold = Hold.keep(session, draft.places(), draft.length(), by, now);
        hold.persist();
        places.take(session, hold.places);
        places.settle(session, now);
        audit.record(now, by, "held", session, Map.of("hold", hold.id, "places", hold.places));
        return hold;
    }

    void release(Hold hold, String by, Instant now) {
        places.lock(hold.sessionId, now);
        entities.refresh(hold);
        if (hold.release(now)) {
            places.take(hold.sessionId, -hold.places);
            places.settle(hold.sessionId, now);
            audit.record(now, by, "hold-released", hold.sessionId, Map.of("hold", hold.id, "places", hold.places));
        }
    }
}
