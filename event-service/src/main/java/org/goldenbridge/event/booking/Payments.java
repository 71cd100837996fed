package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.goldenbridge.event.audit.Audit;

/** Notes what is paid at the desk. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Payments {
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    Payments(Audit audit, EntityManager entities) {
        this.audit = audit;
        this.entities = entities;
    }

    /** Notes that a booking is paid, or that it is not; only a change of that is audited. */
    void note(Booking booking, boolean paid, String by, Instant now) {
        int changed = entities.createNativeQuery("""
                        update booking set paid_at = case when :paid then cast(:now as timestamptz) end,
                            paid_to = case when :paid then :by end
                        where id = :id and (paid_at is not null) <> :paid""")
                .setParameter("id", booking.id)
                .setParameter("paid", paid)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
        if (changed == 1) {
            audit.record(now, by, paid ? "paid" : "payment-taken-back", booking.opportunity.id, booking.id, Map.of());
        }
    }
}
