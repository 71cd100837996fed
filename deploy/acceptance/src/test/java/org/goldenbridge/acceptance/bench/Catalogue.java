package org.goldenbridge.acceptance.bench;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.goldenbridge.acceptance.network.Cataloguer;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;

/** The same file taken in by a cataloguer, at one instance of catalogue-service, step by step. */
final class Catalogue {
    private static final String SOURCE = "synthetic";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Cataloguer cataloguer;
    private final Path file;
    private String current = "";

    Catalogue(Stage stage, Path file) {
        this.file = file;
        cataloguer = new Cataloguer(
                stage, stage.network().service("catalogue-service", 0).address());
        cataloguer.source(SOURCE);
    }

    /** What the plan of the same file said the second time, when nothing is new in it. */
    record Again(double plan, long same) {}

    void send() throws FileNotFoundException {
        current = cataloguer.send(SOURCE, "synthetic.mrc", BodyPublishers.ofFile(file));
    }

    void apply() {
        cataloguer.apply(current);
    }

    /** Waits for a state, and returns the seconds that it took. */
    double awaitState(String state) {
        return Eventually.within(PATIENCE, "the import is " + state, () -> {
                            pauseForASecond();
                            return cataloguer.state(current).equals(state);
                        })
                        .toNanos()
                / 1e9;
    }

    /** Asking must not take the processor from what is measured. */
    private static void pauseForASecond() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Again again() throws FileNotFoundException {
        send();
        var seconds = awaitState("planned");
        return new Again(
                seconds, cataloguer.look(current).body().at("/counts/same").asLong());
    }
}
