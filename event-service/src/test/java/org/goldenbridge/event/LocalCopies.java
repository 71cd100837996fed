package org.goldenbridge.event;

import jakarta.enterprise.inject.spi.CDI;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.goldenbridge.event.centre.CentreCopies;
import org.goldenbridge.event.resource.EquipmentCopies;

/** Hands facts to the consumers that keep the local copies, in the thread of the test. */
final class LocalCopies {
    private LocalCopies() {}

    static void apply(ConsumerRecord<String, byte[]> message) {
        switch (message.topic()) {
            case "centre.centres" ->
                CDI.current().select(CentreCopies.class).get().centre(message);
            case "centre.spaces" ->
                CDI.current().select(CentreCopies.class).get().space(message);
            case "centre.equipment" ->
                CDI.current().select(EquipmentCopies.class).get().equipment(message);
            default -> throw new IllegalArgumentException("No copies are kept of " + message.topic());
        }
    }
}
