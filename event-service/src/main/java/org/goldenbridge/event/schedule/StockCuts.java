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
import org.goldenbridge.event.resource.Equipment;
import org.goldenbridge.event.resource.EquipmentChanged;
import org.jboss.logging.Logger;

/**
 * Flags the sessions that no longer fit when a stock was cut below what they have claimed. Nothing is taken from anybody:
 * whoever was planned first keeps what they have, the others keep their claim and the flag, until a person decides or the
 * stock grows again.
 */
@ApplicationScoped
class StockCuts {
    private static final Logger LOG = Logger.getLogger(StockCuts.class);

    private final EntityManager entities;

    @Inject
    StockCuts(EntityManager entities) {
        this.entities = entities;
    }

    void equipmentChanged(@Observes EquipmentChanged change) {
        var sharing = claiming(List.of(change.equipmentId()));
        var stocks = new HashSet<UUID>();
        sharing.forEach(session -> stocks.addAll(List.of(session.equipment.ids())));
        var left = withoutEnough(claiming(stocks), stocks);
        for (var session : sharing) {
            session.shortOfEquipment = left.contains(session.id);
            if (session.shortOfEquipment) {
                LOG.warnf("Session %s no longer has all its equipment: a stock was cut", session.id);
            }
        }
    }

    /** The sessions to come that have claimed any of the stocks, in the order in which they were planned. */
    private List<Session> claiming(Iterable<UUID> stocks) {
        var ids = new HashSet<UUID>();
        for (var stock : stocks) {
            @SuppressWarnings("unchecked")
            List<UUID> found = entities.createNativeQuery(
                            "select session_id from equipment_claim where equipment_id = :stock and upper(during) > now()",
                            UUID.class)
                    .setParameter("stock", stock)
                    .getResultList();
            ids.addAll(found);
        }
        return ids.isEmpty() ? List.of() : Session.list("id in ?1 order by createdAt, id", ids);
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
