package org.goldenbridge.event.centre;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets tests outside of this package apply facts to the copies of centres and spaces. */
@Singleton
@Unremovable
public class CentreCopies {
    @Inject
    CentreFacts consumer;

    public void centre(ConsumerRecord<String, byte[]> message) {
        consumer.centres(message);
    }

    public void space(ConsumerRecord<String, byte[]> message) {
        consumer.spaces(message);
    }
}
