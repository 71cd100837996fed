package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;

/** Keeps places for a while, and gives them back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Holds {
    private final Places places;
    private final Admission admission;
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    Holds(Places places, Admission admission, Audit audit, EntityManager entities) {
        this.places = places;
        this.admission = admission;
        this.audit = audit;
        this.entities = entities;
    }

    /** Keeps places, when they are free and nobody waits for them. */
    Hold keep(Opportunity of, HoldDraft draft, String by, Instant now) {
        places.lock(of.id, now);
        admission.require(Admission.Purpose.HOLD, of, draft.places(), now);
        var hold = Hold.keep(of, draft, by, now);
        hold.persist();
        places.take(of.id, hold.places);
        places.settle(of.id, now);
        audit.record(now, by, "held", of.id, Map.of("hold", hold.id, "places", hold.places));
        return hold;
    }

    void release(Hold hold, String by, Instant now) {
        places.lock(hold.opportunity.id, now);
        entities.refresh(hold);
        if (hold.status == Hold.Status.LIVE) {
            admission.require(Admission.Purpose.END, hold.opportunity, hold.places, now);
        }
        if (hold.release(now)) {
            places.take(hold.opportunity.id, -hold.places);
            places.settle(hold.opportunity.id, now);
            audit.record(now, by, "hold-released", hold.opportunity.id, Map.of("hold", hold.id, "places", hold.places));
        }
    }
}
