package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Counts whom the cancellation of events would reach. */
@ApplicationScoped
public class Reach {
    private final EntityManager entities;

    @Inject
    Reach(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts them, as it stands now; whoever asks answers for those events. */
    public EventReachView of(List<UUID> events, Instant now) {
        return (EventReachView) entities.createNativeQuery("""
                        with ahead as (
                            select id, kind from opportunity_terms
                            where event_id = any(:events) and status = 'scheduled' and (ends_at is null or ends_at > :now)
                        ), booked as (
                            select count(*) as bookings, coalesce(sum(b.places), 0) as places
                            from booking b join ahead on ahead.id = b.opportunity_id where b.status = 'confirmed'
                        ), queued as (
                            select count(*) as waiting, coalesce(sum(e.places), 0) as wanted from waiting_list_entry e join ahead on ahead.id = e.opportunity_id
                            where e.status in ('waiting', 'offered')
                        )
                        select cast((select count(*) from ahead where kind = 'session') as integer), cast(bookings as integer),
                            cast(places as integer), cast(waiting as integer), cast(bookings + waiting as integer),
                            cast(places + wanted as integer)
                        from booked, queued""", EventReachView.class)
                .setParameter("events", events.toArray(UUID[]::new))
                .setParameter("now", now)
                .getSingleResult();
    }
}
