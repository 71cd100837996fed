package org.goldenbridge.event.agreement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.goldenbridge.platform.limit.Grants;
import org.jspecify.annotations.Nullable;

/**
 * What agreements in force grant to the clients of partners. Every request of a partner asks, so the answer is in memory; it is
 * read again every few seconds, as another instance may have heard of a change, and agreements begin and end with a day (UTC).
 */
@Singleton
class AgreedGrants implements Grants {
    private final Clock clock;
    private volatile Map<String, Integer> requestsPerMinute = Map.of();

    AgreedGrants(Clock clock) {
        this.clock = clock;
    }

    /** Where several agreements name a client, the one that grants most counts. */
    @Override
    public @Nullable Integer requestsPerMinute(String client) {
        return requestsPerMinute.get(client);
    }

    @Scheduled(
            every = "{goldenbridge.limits.grants-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @ActivateRequestContext // one question; there is nothing to commit
    void readAgain() {
        requestsPerMinute = Agreement.grantingOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).stream()
                .collect(Collectors.toMap(
                        agreement -> Objects.requireNonNull(agreement.clientId),
                        agreement -> Objects.requireNonNull(agreement.requestsPerMinute),
                        Math::max));
    }
}
