package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.resource.Equipment;
import org.goldenbridge.event.resource.EquipmentChanged;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Flags the sessions that no longer fit when a stock was cut below what they have claimed. Nothing is taken from anybody:
 * whoever was planned first keeps what they have, the others keep their claim and the flag, until a person decides, another
 * session gives something back or the stock grows again.
 */
@ApplicationScoped
class StockCuts {
    private static final Logger LOG = Logger.getLogger(StockCuts.class);

    private final EntityManager entities;
    private final Outbox outbox;

    @Inject
    StockCuts(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    /** Whoever tells of it has locked the sessions. */
    void equipmentChanged(@Observes EquipmentChanged change) {
        judge(claiming(Set.of(change.equipmentId())));
    }

    /**
     * Takes the flag from whoever has enough again after something of the stocks was given back; the caller holds the locks of
     * these. Sessions are locked before equipment, and therefore nobody is waited for here: whoever is about to change one of
     * them waits for the stocks, and then looks themselves.
     */
    void lookAgain(Set<UUID> stocks) {
        if (stocks.isEmpty()) {
            return;
        }
        entities.flush();
        @SuppressWarnings("unchecked")
        List<UUID> flagged = entities.createNativeQuery("""
                        select id from session
                        where short_of_equipment and ends_at > now() and id in (
                            select session_id from equipment_claim where equipment_id = any(:stocks))
                        order by id for no key update skip locked""", UUID.class)
                .setParameter("stocks", stocks.toArray(UUID[]::new))
                .getResultList();
        if (!flagged.isEmpty()) {
            judge(Session.list("id in ?1 order by id", flagged));
        }
    }

    /** Flags those who have not enough, takes the flag from the others, and tells of both. */
    private void judge(List<Session> sessions) {
        var stocks = sessions.stream()
                .flatMap(session -> Stream.of(session.equipment.ids()))
                .collect(Collectors.toSet());
        var without = withoutEnough(claiming(stocks), stocks);
        var changed = sessions.stream()
                .filter(session -> session.shortOfEquipment != without.contains(session.id))
                .toList();
        for (var session : changed) {
            session.shortOfEquipment = !session.shortOfEquipment;
            if (session.shortOfEquipment) {
                LOG.warnf("Session %s no longer has all its equipment: a stock was cut", session.id);
            }
        }
        entities.flush();
        outbox.appendAll(changed.stream()
                .map(session -> new Outbox.Word(
                        SessionChanged.of(session), List.of(FeedItem.changed(ScheduleFeeds.SESSIONS, session.id))))
                .toList());
    }

    /**
     * The sessions to come that have claimed any of the stocks: first those that have enough, for whom nothing becomes worse
     * by what others get, in the order in which they were planned.
     */
    private List<Session> claiming(Set<UUID> stocks) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = entities.createNativeQuery(
                        "select distinct session_id from equipment_claim where equipment_id = any(:stocks) and upper(during) > now()",
                        UUID.class)
                .setParameter("stocks", stocks.toArray(UUID[]::new))
                .getResultList();
        return ids.isEmpty() ? List.of() : Session.list("id in ?1 order by shortOfEquipment, createdAt, id", ids);
    }

    private static Set<UUID> withoutEnough(List<Session> inOrder, Set<UUID> stocks) {
        var known = Equipment.byId(stocks);
        Map<UUID, InUse> inUse = new HashMap<>();
        var without = new HashSet<UUID>();
        for (var session : inOrder) {
            for (var need : session.equipment.all()) {
                var equipment = known.get(need.equipmentId());
                if (equipment == null) {
                    continue; // of another stock, which nobody asked about
                }
                var used = inUse.computeIfAbsent(equipment.id(), key -> new InUse());
                if (used.peak(session.claimed()) + need.quantity() <= equipment.stock()) {
                    used.add(session.claimed(), need.quantity());
                } else {
                    without.add(session.id);
                }
            }
        }
        return without;
    }
}
