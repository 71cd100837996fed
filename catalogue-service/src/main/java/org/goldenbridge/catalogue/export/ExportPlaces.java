package org.goldenbridge.catalogue.export;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.problem.Refusal;

/**
 * How many results are written at the same time. Each holds a connection to the database for as long as its reader takes:
 * whoever reads slowly must not take those that everybody else needs.
 */
@Singleton
class ExportPlaces {
    private static final int RETRY_SECONDS = 10;

    private final Semaphore free;

    ExportPlaces(@ConfigProperty(name = "goldenbridge.catalogue.exports-at-once", defaultValue = "4") int atOnce) {
        free = new Semaphore(atOnce);
    }

    /**
     * Takes a place, to be given back by {@link #leave}.
     *
     * @throws Refusal 503 {@code busy} when none is free
     */
    void take() {
        if (!free.tryAcquire()) {
            throw Refusal.unavailable(
                    "busy", "Too many results are being exported at this moment. Try again.", RETRY_SECONDS);
        }
    }

    void leave() {
        free.release();
    }
}
