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
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Lets groups wait for places, and takes their answers to offers. Who is asked, and when, is decided by the function
 * {@code settle_places}, under the lock of the places.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WaitingList {
    private final Places places;
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    WaitingList(Places places, Audit audit, EntityManager entities) {
        this.places = places;
        this.audit = audit;
        this.entities = entities;
    }

    /** Puts a group at the end of the list; when places are free for it, it has an offer at once. */
    UUID join(UUID session, WaitingListDraft draft, String by, Instant now) {
        var terms = SessionTerms.of(entities, session);
        terms.mustBeAhead(now);
        var counted = places.lock(session, now);
        if (draft.places() > counted.capacity()) {
            throw Refusal.unprocessable(
                            "larger-than-the-session",
                            "The session has " + counted.capacity()
                                    + " places in all; a larger group would wait in vain.")
                    .at("/places", "must be at most " + counted.capacity());
        }
        if (counted.waiting() == 0 && counted.left() >= draft.places()) {
            throw Refusal.conflict("places-free", counted.left() + " places are free. Book the visitor in.")
                    .with("placesLeft", counted.left());
        }
        var visitor = takeDown(terms, draft.visitor(), now);
        mustBeNew(session, visitor);
        var entry = new WaitingListEntry();
        entry.id = Ids.next();
        entry.sessionId = session;
        entry.visitor = entities.getReference(Visitor.class, visitor);
        entry.places = draft.places();
        entry.priority = draft.rank();
        entry.status = WaitingListEntry.Status.WAITING;
        entry.joinedBy = by;
        entry.joinedAt = now;
        entry.persistAndFlush();
        entities.createNativeQuery("update session_places set waiting = waiting + 1 where session_id = :session")
                .setParameter("session", session)
                .executeUpdate();
        audit.record(
                now,
                by,
                "joined-waiting-list",
                session,
                Map.of("entry", entry.id, "places", entry.places, "priority", entry.priority));
        places.settle(session, now);
        return entry.id;
    }

    private UUID takeDown(SessionTerms terms, BookingDraft.VisitorDraft visitor, Instant now) {
        return (UUID) entities.createNativeQuery(
                        "select take_down_visitor(:id, :centre, :name, :contact, :language, :keepUntil, :now)",
                        UUID.class)
                .setParameter("id", Ids.next())
                .setParameter("centre", terms.centreId())
                .setParameter("name", visitor.name().strip())
                .setParameter("contact", visitor.contact().strip())
                .setParameter("language", visitor.language())
                .setParameter("keepUntil", terms.keepUntil())
                .setParameter("now", now)
                .getSingleResult();
    }

    private void mustBeNew(UUID session, UUID visitor) {
        if (exists(
                "select 1 from booking where session_id = :session and visitor_id = :visitor and status = 'confirmed'",
                session,
                visitor)) {
            throw Refusal.conflict("already-booked", "This visitor has a booking of this session. Cancel it first.");
        }
        if (exists(
                "select 1 from waiting_list_entry where session_id = :session and visitor_id = :visitor"
                        + " and status in ('waiting', 'offered')",
                session,
                visitor)) {
            throw Refusal.conflict("already-waiting", "This visitor is on the waiting list of this session.");
        }
    }

    private boolean exists(String sql, UUID session, UUID visitor) {
        return !entities.createNativeQuery(sql)
                .setParameter("session", session)
                .setParameter("visitor", visitor)
                .getResultList()
                .isEmpty();
    }

    /**
     * Turns an offer into a booking; whoever accepts again is led to the same one.
     *
     * @return the booking
     * @throws Refusal 409 {@code offer-expired} or {@code no-offer}
     */
    UUID accept(WaitingListEntry entry, String by, Instant now) {
        places.lock(entry.sessionId, now);
        entities.refresh(entry);
        if (entry.status == WaitingListEntry.Status.ACCEPTED) {
            return bookingOf(entry);
        }
        var offer = open(entry);
        if (exists(
                "select 1 from booking where session_id = :session and visitor_id = :visitor and status = 'confirmed'",
                entry.sessionId,
                entry.visitor.id)) {
            throw Refusal.conflict("already-booked", "This visitor has a booking of this session. Decline the offer.");
        }
        offer.end(Offer.Status.ACCEPTED, now);
        entry.end(WaitingListEntry.Status.ACCEPTED, now);
        var booking = Ids.next();
        entities.createNativeQuery("""
                        insert into booking (id, session_id, visitor_id, places, status, booked_by, booked_at, entry_id,
                                             price_amount, price_currency)
                        select :id, s.id, :visitor, :places, 'confirmed', :by, :now, :entry,
                               e.price_amount * :places, e.price_currency
                        from session s join event e on e.id = s.event_id where s.id = :session""")
                .setParameter("id", booking)
                .setParameter("visitor", entry.visitor.id)
                .setParameter("places", entry.places)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("entry", entry.id)
                .setParameter("session", entry.sessionId)
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into notice (kind, session_id, visitor_id, booking_id, entry_id, created_at)
                        values ('booking-confirmed', :session, :visitor, :booking, :entry, :now)""")
                .setParameter("session", entry.sessionId)
                .setParameter("visitor", entry.visitor.id)
                .setParameter("booking", booking)
                .setParameter("entry", entry.id)
                .setParameter("now", now)
                .executeUpdate();
        audit.record(now, by, "booked", entry.sessionId, booking, Map.of("entry", entry.id, "places", entry.places));
        places.settle(entry.sessionId, now);
        return booking;
    }

    private UUID bookingOf(WaitingListEntry entry) {
        return (UUID) entities.createNativeQuery(
                        "select id from booking where entry_id = :entry and session_id = :session", UUID.class)
                .setParameter("entry", entry.id)
                .setParameter("session", entry.sessionId)
                .getSingleResult();
    }

    private static Offer open(WaitingListEntry entry) {
        return switch (entry.status) {
            case OFFERED -> Offer.latest(entry.id).orElseThrow();
            case WAITING -> throw Refusal.conflict("no-offer", "No places have been offered to this group yet.");
            case LAPSED ->
                throw Refusal.conflict(
                        "offer-expired", "The offer has expired and went to the next. Join the waiting list again.");
            default -> throw Refusal.conflict("no-offer", "The group waits no longer: " + entry.status + ".");
        };
    }

    /** Gives offered places to the next; the group leaves the list. */
    void decline(WaitingListEntry entry, String by, Instant now) {
        places.lock(entry.sessionId, now);
        entities.refresh(entry);
        if (entry.status != WaitingListEntry.Status.DECLINED) {
            open(entry).end(Offer.Status.DECLINED, now);
            end(entry, WaitingListEntry.Status.DECLINED, "offer-declined", by, now);
        }
    }

    /** Takes a group from the list, whether places are offered to it or not; one that waits no longer stays as it is. */
    void leave(WaitingListEntry entry, String by, Instant now) {
        places.lock(entry.sessionId, now);
        entities.refresh(entry);
        if (entry.status == WaitingListEntry.Status.OFFERED) {
            open(entry).end(Offer.Status.WITHDRAWN, now);
        }
        if (entry.isLive()) {
            end(entry, WaitingListEntry.Status.LEFT, "left-waiting-list", by, now);
        }
    }

    private void end(WaitingListEntry entry, WaitingListEntry.Status how, String action, String by, Instant now) {
        if (entry.status == WaitingListEntry.Status.OFFERED) {
            places.take(entry.sessionId, -entry.places);
        }
        entry.end(how, now);
        audit.record(now, by, action, entry.sessionId, Map.of("entry", entry.id));
        places.settle(entry.sessionId, now);
    }
}
