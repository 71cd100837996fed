package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.time.WallTime;

/** Sets places aside for partners, and gives back what they do not fill. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Allocations {
    private final Places places;
    private final Admission admission;
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    Allocations(Places places, Admission admission, Audit audit, EntityManager entities) {
        this.places = places;
        this.admission = admission;
        this.audit = audit;
        this.entities = entities;
    }

    Allocation make(Opportunity of, AllocationDraft draft, String by, Instant now) {
        places.lock(of.id, now);
        admission.require(Admission.Purpose.ALLOCATE, of, draft.places(), now);
        var terms = Terms.of(entities, of.kind, of.id);
        var releaseAt = WallTime.instant(draft.releaseAt(), ZoneId.of(terms.zone()), "/releaseAt");
        if (!releaseAt.isAfter(now) || releaseAt.isAfter(terms.start())) {
            throw Refusal.unprocessable(
                            "release-out-of-order", "What is left must go back to the public before it begins.")
                    .at("/releaseAt", "must lie ahead, and not after the start");
        }
        var allocation = Allocation.make(of, draft.partner(), draft.places(), releaseAt, by, now);
        allocation.persist();
        places.take(of.id, allocation.places);
        places.settle(of.id, now);
        audit.record(now, by, "allocated", of.id, Map.of("allocation", allocation.id, "places", allocation.places));
        return allocation;
    }

    void release(Allocation allocation, String by, Instant now) {
        places.lock(allocation.opportunity.id, now);
        entities.refresh(allocation);
        if (allocation.status == Allocation.Status.RELEASED) {
            return;
        }
        admission.require(Admission.Purpose.END, allocation.opportunity, allocation.places, now);
        int unused = allocation.release(now);
        places.take(allocation.opportunity.id, -unused);
        places.settle(allocation.opportunity.id, now);
        audit.record(
                now,
                by,
                "allocation-released",
                allocation.opportunity.id,
                Map.of("allocation", allocation.id, "places", unused));
    }
}
