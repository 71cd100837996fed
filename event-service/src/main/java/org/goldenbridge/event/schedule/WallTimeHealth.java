package org.goldenbridge.event.schedule;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says whether sessions could not be put back to their wall times after the rules of a zone have changed. */
@Wellness
@ApplicationScoped
class WallTimeHealth implements HealthCheck {
    private final WallTimes wallTimes;

    @Inject
    WallTimeHealth(WallTimes wallTimes) {
        this.wallTimes = wallTimes;
    }

    /** It is down while sessions wait; the service itself is well and takes requests. */
    @Override
    public HealthCheckResponse call() {
        var progress = wallTimes.progress();
        return HealthCheckResponse.named("Sessions at their wall times")
                .status(progress.failed() == 0)
                .withData("moved", progress.moved())
                .withData("failed", progress.failed())
                .build();
    }
}
