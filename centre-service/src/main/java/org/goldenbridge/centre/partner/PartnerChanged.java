package org.goldenbridge.centre.partner;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.centre.address.WebAddress;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The fact that a partner institution changed, with its whole state. */
record PartnerChanged(
        UUID id,
        long version,
        boolean withdrawn,
        LocalizedText name,
        PartnerKind kind,
        Country country,
        @Nullable WebAddress website) {
    private static final String TOPIC = "centre.partners";

    static Fact of(Partner partner) {
        var changed = new PartnerChanged(
                partner.id,
                partner.version,
                partner.withdrawn,
                partner.name,
                partner.kind,
                partner.country,
                partner.website);
        return new Fact(TOPIC, "org.goldenbridge.partner.changed.v1", partner.id.toString(), changed);
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
