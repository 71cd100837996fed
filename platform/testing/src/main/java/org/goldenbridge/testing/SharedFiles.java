package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Records and schemas of others, which lie beside a clone of the project when its developers have them. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file under {@code shared} beside the clone; the test is given up, aloud, where there is none. */
    public static Path file(String name) {
        var found = find(name);
        assumeTrue(
                found.isPresent(),
                "LEFT OUT: ../shared/" + name + " does not lie beside this clone; what it holds was not read");
        return found.orElseThrow();
    }

    private static Optional<Path> find(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                .map(place -> place.resolve("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** The files of records for {@link #bytes}; none where there are none. */
    static List<String> names() throws IOException {
        var folder = find("data/marc");
        if (folder.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(folder.get())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
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
