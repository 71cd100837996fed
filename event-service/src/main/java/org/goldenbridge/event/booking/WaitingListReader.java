package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.booking.WaitingListView.OfferView;
import org.goldenbridge.event.booking.WaitingListView.Overtaken;

/** Shows entries of waiting lists with their positions, offers, and who was asked before them and why. */
@ApplicationScoped
class WaitingListReader {
    private final EntityManager entities;

    @Inject
    WaitingListReader(EntityManager entities) {
        this.entities = entities;
    }

    WaitingListView view(WaitingListEntry entry) {
        return views(List.of(entry)).get(0);
    }

    /** The same entries, as they are shown; of one session or course. */
    List<WaitingListView> views(List<WaitingListEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var positions = positions(entries.get(0).opportunity.id);
        var ids = entries.stream().map(entry -> entry.id).toList();
        var overtaken = overtaken(ids);
        var offers = new HashMap<UUID, Offer>();
        Offer.<Offer>list("entryId in ?1 order by madeAt, id", ids).forEach(offer -> offers.put(offer.entryId, offer));
        return entries.stream()
                .map(entry -> {
                    var visitor = entry.visitor;
                    var offer = offers.get(entry.id);
                    return new WaitingListView(
                            entry.id,
                            entry.opportunity.sessionId(),
                            entry.opportunity.courseId(),
                            new BookingView.VisitorView(visitor.id, visitor.name, visitor.contact, visitor.language),
                            entry.places,
                            entry.ages == null ? null : List.of(entry.ages),
                            entry.priority,
                            entry.status,
                            entry.joinedAt,
                            positions.get(entry.id),
                            overtaken.getOrDefault(entry.id, List.of()),
                            offer == null ? null : OfferView.of(offer),
                            entry.endedAt);
                })
                .toList();
    }

    /** The place of each that waits; 1 is asked next. */
    @SuppressWarnings("unchecked")
    private Map<UUID, Integer> positions(UUID opportunity) {
        List<UUID> waiting = entities.createNativeQuery("""
                        select id from waiting_list_entry where opportunity_id = :opportunity and status = 'waiting'
                        order by priority desc, joined_nth""", UUID.class)
                .setParameter("opportunity", opportunity)
                .getResultList();
        var positions = new HashMap<UUID, Integer>();
        waiting.forEach(id -> positions.put(id, positions.size() + 1));
        return positions;
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, List<Overtaken>> overtaken(List<UUID> ids) {
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select passed_id, by_id, at, reason from overtaking where passed_id in (:ids) order by id""").setParameter("ids", ids).getResultList();
        var overtaken = new HashMap<UUID, List<Overtaken>>();
        rows.forEach(row -> overtaken
                .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                .add(new Overtaken((UUID) row[1], (Instant) row[2], (String) row[3])));
        return overtaken;
    }
}
