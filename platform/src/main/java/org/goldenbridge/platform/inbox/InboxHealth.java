package org.goldenbridge.platform.inbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How many messages this instance has put among the dead letters since it started; they wait there for a person. */
@Wellness
@ApplicationScoped
class InboxHealth implements HealthCheck {
    private final Inbox inbox;

    @Inject
    InboxHealth(Inbox inbox) {
        this.inbox = inbox;
    }

    /** It is up whatever lies there: the service itself is well. */
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Dead letters")
                .up()
                .withData("sinceStart", inbox.deadLetters())
                .build();
    }
}
