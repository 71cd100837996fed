package org.goldenbridge.catalogue.centre;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets tests outside of this package apply facts to the copies of centres. */
@Singleton
@Unremovable
public class CentreCopies {
    @Inject
    CentreFacts consumer;

    public void centre(ConsumerRecord<String, byte[]> message) {
        consumer.learn(message);
    }
}
