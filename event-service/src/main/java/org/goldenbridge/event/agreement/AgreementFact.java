package org.goldenbridge.event.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of {@code org.goldenbridge.agreement.changed.v1}. */
record AgreementFact(
        UUID id,
        long version,
        boolean withdrawn,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Access access) {

    record Access(String clientId, int requestsPerMinute) {}
}
