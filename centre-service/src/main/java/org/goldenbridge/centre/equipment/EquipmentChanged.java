package org.goldenbridge.centre.equipment;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.text.LocalizedText;

/** The fact that a stock of equipment changed, with its whole state. */
record EquipmentChanged(
        UUID id, String centreId, long version, boolean withdrawn, String code, LocalizedText name, int quantity) {
    private static final String TOPIC = "centre.equipment";

    static Fact of(Equipment equipment) {
        var changed = new EquipmentChanged(
                equipment.id,
                equipment.centreId,
                equipment.version,
                equipment.withdrawn,
                equipment.code,
                equipment.name,
                equipment.quantity);
        return new Fact(TOPIC, "org.goldenbridge.equipment.changed.v1", equipment.id.toString(), changed);
    }

    /** Declares the topic, so that it is created. */
    static class Owner {
        @jakarta.enterprise.inject.Produces
        @Singleton
        Topic topic() {
            return Topic.ofFacts(TOPIC);
        }
    }
}
