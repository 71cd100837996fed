package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Counts who has the places of a session or a course. */
@ApplicationScoped
class PlacesCount {
    private final EntityManager entities;

    @Inject
    PlacesCount(EntityManager entities) {
        this.entities = entities;
    }

    PlacesView of(Opportunity opportunity) {
        return (PlacesView) entities.createNativeQuery("""
                        select p.capacity, p.taken,
                            cast((select coalesce(sum(b.places), 0) from booking b left join allocation a on a.id = b.allocation_id
                                  where b.opportunity_id = p.opportunity_id and b.status = 'confirmed'
                                    and a.status is distinct from 'live') as integer),
                            cast((select coalesce(sum(h.places), 0) from hold h
                                  where h.opportunity_id = p.opportunity_id and h.status = 'live') as integer),
                            cast((select coalesce(sum(o.places), 0) from offer o
                                  where o.opportunity_id = p.opportunity_id and o.status = 'open') as integer),
                            cast((select coalesce(sum(a.places), 0) from allocation a
                                  where a.opportunity_id = p.opportunity_id and a.status = 'live') as integer),
                            p.kept, p.waiting,
                            cast((select count(*) from booking b
                                  where b.opportunity_id in (p.opportunity_id, s.course_id) and b.status = 'confirmed')
                               + (select count(*) from waiting_list_entry e
                                  where e.opportunity_id = p.opportunity_id and e.status in ('waiting', 'offered')) as integer),
                            p.next_expiry
                        from places p left join session s on s.id = p.opportunity_id where p.opportunity_id = :opportunity""", PlacesView.class)
                .setParameter("opportunity", opportunity.id)
                .getSingleResult();
    }
}
