package org.goldenbridge.event.resource;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.goldenbridge.platform.inbox.CloudEvent;
import org.goldenbridge.platform.inbox.Inbox;

/** Keeps the copies of stocks of equipment as centre-service tells them. The version decides which fact is newer. */
@ApplicationScoped
class EquipmentFacts {
    private final Inbox inbox;
    private final EntityManager entities;
    private final Event<EquipmentChanged> changes;

    @Inject
    EquipmentFacts(Inbox inbox, EntityManager entities, Event<EquipmentChanged> changes) {
        this.inbox = inbox;
        this.entities = entities;
        this.changes = changes;
    }

    @Incoming("equipment")
    @Blocking
    void equipment(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, Map.of("org.goldenbridge.equipment.changed.v1", this::equipmentChanged));
    }

    private void equipmentChanged(CloudEvent event) {
        var fact = event.data(EquipmentFact.class);
        Equipment known = Equipment.findById(fact.id());
        if (known != null && known.version >= fact.version()) {
            return;
        }
        lockWhoClaims(fact.id());
        var equipment = known == null ? new Equipment() : known;
        equipment.id = fact.id();
        equipment.become(fact);
        equipment.persistAndFlush();
        changes.fire(new EquipmentChanged(equipment.id));
    }

    /** Sessions are locked before equipment everywhere; whoever plans one of them holds it while waiting for the stock. */
    private void lockWhoClaims(UUID equipment) {
        entities.createNativeQuery("""
                        select id from session
                        where ends_at > now() and id in (select session_id from equipment_claim where equipment_id = :equipment)
                        order by id for no key update""", UUID.class)
                .setParameter("equipment", equipment)
                .getResultList();
    }
}
