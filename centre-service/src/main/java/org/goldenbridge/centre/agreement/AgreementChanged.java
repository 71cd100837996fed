package org.goldenbridge.centre.agreement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The fact that an agreement changed, with its whole state. */
record AgreementChanged(
        UUID id,
        UUID partnerId,
        long version,
        boolean withdrawn,
        AgreementKind kind,
        LocalizedText title,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalizedText scope,
        List<AgreementDocument> documents,
        @Nullable AgreementAccess access,
        List<String> centres) {
    private static final String TOPIC = "centre.agreements";

    static Fact of(Agreement agreement) {
        var changed = new AgreementChanged(
                agreement.id,
                agreement.partnerId,
                agreement.version,
                agreement.withdrawn,
                agreement.kind,
                agreement.title,
                agreement.startsOn,
                agreement.endsOn,
                agreement.scope,
                agreement.documents,
                agreement.access,
                agreement.centres());
        return new Fact(TOPIC, "org.goldenbridge.agreement.changed.v1", agreement.id.toString(), changed);
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
