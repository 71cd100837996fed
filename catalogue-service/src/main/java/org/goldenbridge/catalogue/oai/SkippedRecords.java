package org.goldenbridge.catalogue.oai;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * The records that harvesters do not get because they cannot be written as XML. Each is reported in the log when this instance
 * first leaves it out, and all of them by the wellness check, until they can be written again.
 */
@Wellness
@ApplicationScoped
class SkippedRecords implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SkippedRecords.class);

    /** A fault that hits the whole catalogue must fill neither the memory nor the log. */
    private static final int REMEMBERED = 100;

    private static final int SHOWN = 20;

    private final Set<String> skipped = ConcurrentHashMap.newKeySet();

    void report(String id, Format format, RuntimeException fault) {
        if (skipped.size() < REMEMBERED && skipped.add(name(id, format))) {
            LOG.errorf(
                    "Record %s is left out of the harvest in %s until it is mended, because it cannot be written: %s",
                    id, format.prefix(), fault);
        }
    }

    /** The record can be written, whatever it was before. */
    void isWell(String id, Format format) {
        if (!skipped.isEmpty()) {
            skipped.remove(name(id, format));
        }
    }

    private static String name(String id, Format format) {
        return id + " (" + format.prefix() + ")";
    }

    /** It is up whatever was left out: the service itself is well. */
    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Records left out of the harvest")
                .up()
                .withData("count", skipped.size());
        if (!skipped.isEmpty()) {
            response.withData("records", skipped.stream().sorted().limit(SHOWN).collect(Collectors.joining(", ")));
        }
        return response.build();
    }
}
