package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
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
    private final Admission admission;
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    WaitingList(Places places, Admission admission, Audit audit, EntityManager entities) {
        this.places = places;
        this.admission = admission;
        this.audit = audit;
        this.entities = entities;
    }

    /** Puts a group at the end of the list; when places are free for it, it has an offer at once. */
    UUID join(Opportunity of, WaitingListDraft draft, String by, Instant now) {
        var terms = Terms.of(entities, of.kind, of.id);
        var draftVisitor = draft.visitor();
        var contactKey = terms.contactKey(draftVisitor.contact());
        places.lock(of.id, now);
        admission.require(
                Admission.Purpose.WAIT,
                of,
                draft.places(),
                draft.ages(),
                new Admission.Person(contactKey, draftVisitor.name()),
                now);
        var visitor = know(terms, draftVisitor, contactKey, now);
        var entry = new WaitingListEntry();
        entry.id = Ids.next();
        entry.opportunity = of;
        entry.ages = draft.ages() == null ? null : draft.ages().toArray(Integer[]::new);
        entry.visitor = entities.getReference(Visitor.class, visitor);
        entry.places = draft.places();
        entry.priority = draft.rank();
        entry.status = WaitingListEntry.Status.WAITING;
        entry.joinedBy = by;
        entry.joinedAt = now;
        entry.persistAndFlush();
        entities.createNativeQuery("update places set waiting = waiting + 1 where opportunity_id = :of")
                .setParameter("of", of.id)
                .executeUpdate();
        audit.record(
                now,
                by,
                "joined-waiting-list",
                of.id,
                Map.of("entry", entry.id, "places", entry.places, "priority", entry.priority));
        places.settle(of.id, now);
        return entry.id;
    }

    private UUID know(Terms terms, BookingDraft.VisitorDraft visitor, String contactKey, Instant now) {
        return (UUID) entities.createNativeQuery(
                        "select (know_visitor(:id, :centre, :name, :contact, :key, :language, :keepUntil, :now)).id",
                        UUID.class)
                .setParameter("id", Ids.next())
                .setParameter("centre", terms.centreId())
                .setParameter("name", visitor.name())
                .setParameter("contact", visitor.contact())
                .setParameter("key", contactKey)
                .setParameter("language", visitor.language())
                .setParameter("keepUntil", terms.keepUntil())
                .setParameter("now", now)
                .getSingleResult();
    }

    /**
     * Turns an offer into a booking; whoever accepts again is led to the same one.
     *
     * @return the booking
     * @throws Refusal 409 {@code offer-expired} or {@code no-offer}, and what is against it by then
     */
    UUID accept(WaitingListEntry entry, String by, Instant now) {
        places.lock(entry.opportunity.id, now);
        entities.refresh(entry);
        if (entry.status == WaitingListEntry.Status.ACCEPTED) {
            return bookingOf(entry);
        }
        var offer = open(entry);
        var visitor = entry.visitor;
        var terms = Terms.of(entities, entry.opportunity.kind, entry.opportunity.id);
        admission.require(
                Admission.Purpose.ACCEPT,
                entry.opportunity,
                entry.places,
                entry.ages == null ? null : List.of(entry.ages),
                new Admission.Person(terms.contactKey(visitor.contact), visitor.name),
                now);
        offer.end(Offer.Status.ACCEPTED, now);
        entry.end(WaitingListEntry.Status.ACCEPTED, now);
        var booking = Ids.next();
        entities.createNativeQuery("""
                        insert into booking (id, opportunity_id, visitor_id, places, ages, status, booked_by, booked_at, entry_id,
                                             price_amount, price_currency)
                        select :id, t.id, e.visitor_id, e.places, e.ages, 'confirmed', :by, :now, e.id,
                               t.price_amount * e.places, t.price_currency
                        from waiting_list_entry e join opportunity_terms t on t.id = e.opportunity_id where e.id = :entry""")
                .setParameter("id", booking)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("entry", entry.id)
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into notice (kind, opportunity_id, visitor_id, booking_id, entry_id, created_at)
                        select 'booking-confirmed', e.opportunity_id, e.visitor_id, :booking, e.id, :now
                        from waiting_list_entry e where e.id = :entry""")
                .setParameter("booking", booking)
                .setParameter("entry", entry.id)
                .setParameter("now", now)
                .executeUpdate();
        audit.record(
                now, by, "booked", entry.opportunity.id, booking, Map.of("entry", entry.id, "places", entry.places));
        places.settle(entry.opportunity.id, now);
        return booking;
    }

    private UUID bookingOf(WaitingListEntry entry) {
        return (UUID) entities.createNativeQuery(
                        "select id from booking where entry_id = :entry and opportunity_id = :opportunity", UUID.class)
                .setParameter("entry", entry.id)
                .setParameter("opportunity", entry.opportunity.id)
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
        places.lock(entry.opportunity.id, now);
        entities.refresh(entry);
        if (entry.status != WaitingListEntry.Status.DECLINED) {
            open(entry).end(Offer.Status.DECLINED, now);
            end(entry, WaitingListEntry.Status.DECLINED, "offer-declined", by, now);
        }
    }

    /** Takes a group from the list, whether places are offered to it or not; one that waits no longer stays as it is. */
    void leave(WaitingListEntry entry, String by, Instant now) {
        places.lock(entry.opportunity.id, now);
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
            places.take(entry.opportunity.id, -entry.places);
        }
        entry.end(how, now);
        audit.record(now, by, action, entry.opportunity.id, Map.of("entry", entry.id));
        places.settle(entry.opportunity.id, now);
    }
}
