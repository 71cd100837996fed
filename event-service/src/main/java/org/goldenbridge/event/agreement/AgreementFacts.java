package org.goldenbridge.event.agreement;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.goldenbridge.platform.inbox.CloudEvent;
import org.goldenbridge.platform.inbox.Inbox;

/** Keeps the copies of agreements as centre-service tells them. The version decides which fact is newer. */
@ApplicationScoped
class AgreementFacts {
    private final Inbox inbox;

    @Inject
    AgreementFacts(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("agreements")
    @Blocking
    void agreements(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, Map.of("org.goldenbridge.agreement.changed.v1", AgreementFacts::agreementChanged));
    }

    private static void agreementChanged(CloudEvent event) {
        var fact = event.data(AgreementFact.class);
        Agreement known = Agreement.findById(fact.id());
        if (known != null && known.version >= fact.version()) {
            return;
        }
        var agreement = known == null ? new Agreement() : known;
        agreement.id = fact.id();
        agreement.become(fact);
        agreement.persist();
    }
}
