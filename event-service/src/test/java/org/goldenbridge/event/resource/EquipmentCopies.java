package org.goldenbridge.event.resource;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets tests outside of this package apply facts to the copies of equipment. */
@Singleton
@Unremovable
public class EquipmentCopies {
    @Inject
    EquipmentFacts consumer;

    public void equipment(ConsumerRecord<String, byte[]> message) {
        consumer.equipment(message);
    }
}
