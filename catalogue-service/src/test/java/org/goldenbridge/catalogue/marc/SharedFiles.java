package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Records and schemas of others, which lie beside a clone of the project when its developers have them. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file under {@code shared} beside the clone; the test is given up, aloud, where there is none. */
    public static Path file(String name) {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            var file = place.resolve("shared").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(
                false, "LEFT OUT: ../shared/" + name + " does not lie beside this clone; what it holds was not read");
        throw new AssertionError();
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file("data/marc/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reading> readings(String name) {
        return Raw.frames(bytes(name)).stream().map(Reading::of).toList();
    }
}
