package org.goldenbridge.catalogue.record;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;

/** The fact that an item changed, with its whole state but for what staff note about it. */
record ItemChanged(
        UUID id,
        long version,
        UUID recordId,
        String centreId,
        String barcode,
        String shelf,
        ItemCondition condition,
        ItemStatus status,
        boolean withdrawn) {
    private static final String TOPIC = "catalogue.items";

    static Fact of(Item item) {
        var changed = new ItemChanged(
                item.id,
                item.version,
                item.recordId,
                item.centreId,
                item.barcode,
                item.shelf,
                item.condition,
                item.status,
                item.withdrawn);
        return new Fact(TOPIC, "org.goldenbridge.item.changed.v1", item.id.toString(), changed);
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
