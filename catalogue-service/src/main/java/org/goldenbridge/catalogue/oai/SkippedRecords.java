package org.goldenbridge.catalogue.oai;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * The records that harvesters do not get because they cannot be written as XML. Each is reported in the log when it is first
 * left out, and all of them by the wellness check, until the instance stops or somebody mends them.
 */
@Wellness
@ApplicationScoped
class SkippedRecords implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SkippedRecords.class);

    /** A fault that hits the whole catalogue must not fill the memory. */
    private static final int REMEMBERED = 1_000;

    private static final int SHOWN = 20;

    private final Set<String> ids = new LinkedHashSet<>();

    synchronized void report(String id, Format format, IllegalArgumentException fault) {
        if (ids.size() < REMEMBERED && ids.add(id)) {
            LOG.errorf(
                    "Record %s is left out of the harvest in %s: %s. Edit it, or enter it anew.",
                    id, format.prefix(), fault.getMessage());
        }
    }

    synchronized void mended(String id) {
        ids.remove(id);
    }

    /** It is up whatever was left out: the service itself is well. */
    @Override
    public synchronized HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Records left out of the harvest")
                .up()
                .withData("count", ids.size());
        if (!ids.isEmpty()) {
            response.withData("ids", String.join(" ", ids.stream().limit(SHOWN).toList()));
        }
        return response.build();
    }
}
