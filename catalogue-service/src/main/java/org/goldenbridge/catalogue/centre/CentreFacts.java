package org.goldenbridge.catalogue.centre;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.goldenbridge.platform.inbox.Inbox;
import org.goldenbridge.platform.outbox.Topic;

/** Keeps the copy of the centres as centre-service tells them. */
@ApplicationScoped
class CentreFacts {
    private final Inbox inbox;

    @Inject
    CentreFacts(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("centres")
    @Blocking
    void learn(ConsumerRecord<String, byte[]> message) {
        inbox.receive(
                message,
                Map.of("org.goldenbridge.centre.changed.v1", fact -> HoldingCentre.learn(fact.data(CentreFact.class))));
    }

    @Produces
    @Singleton
    Topic deadLetters() {
        return Topic.ofDeadLetters("catalogue-service.dead-letters");
    }
}
