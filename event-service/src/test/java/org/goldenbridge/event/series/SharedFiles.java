package org.goldenbridge.event.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Calendars of others, which lie beside a clone of the project when its developers have them. */
final class SharedFiles {
    private SharedFiles() {}

    /** The lines of a file under {@code shared/data/ics} beside the clone; where there is none, the test is given up, aloud. */
    static List<String> lines(String name) {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            var file = place.resolve("shared/data/ics").resolve(name);
            if (Files.exists(file)) {
                try {
                    return Files.readAllLines(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        assumeTrue(
                false,
                "LEFT OUT: ../shared/data/ics/" + name
                        + " does not lie beside this clone; what it expects was not tried");
        throw new AssertionError();
    }

    /** The same with folded lines put together (RFC 5545, 3.1). */
    static List<String> contentLines(String name) {
        var text = String.join("\n", lines(name)).replaceAll("\n[ \t]", "");
        return List.of(text.split("\n", -1));
    }
}
