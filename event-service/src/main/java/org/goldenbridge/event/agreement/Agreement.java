package org.goldenbridge.event.agreement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The local copy of an agreement: what it grants to a partner's programs. centre-service owns it. */
@Entity
class Agreement extends PanacheEntityBase {
    @Id
    UUID id;

    long version;
    boolean withdrawn;
    LocalDate startsOn;

    @Nullable
    LocalDate endsOn;

    @Nullable
    String clientId;

    @Nullable
    Integer requestsPerMinute;

    /** Takes the state of a newer fact. */
    void become(AgreementFact fact) {
        version = fact.version();
        withdrawn = fact.withdrawn();
        startsOn = fact.startsOn();
        endsOn = fact.endsOn();
        clientId = fact.access() == null ? null : fact.access().clientId();
        requestsPerMinute = fact.access() == null ? null : fact.access().requestsPerMinute();
    }

    /** Those that grant something on that day. */
    static List<Agreement> grantingOn(LocalDate day) {
        return list(
                "not withdrawn and clientId is not null and startsOn <= ?1 and (endsOn is null or endsOn >= ?1)", day);
    }
}
