package org.goldenbridge.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Records, calendars and schemas of others, in a folder {@code shared} beside a clone of the project. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file or folder under {@code shared}; where there is none the test is skipped, and says so. */
    public static Path file(String name) {
        var found = find(name);
        assumeTrue(
                found.isPresent(),
                "LEFT OUT: ../shared/" + name + " does not lie beside this clone; what it holds was not read");
        return found.orElseThrow();
    }

    /** A file or folder under {@code shared}, if there is one. */
    public static Optional<Path> find(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                .map(place -> place.resolve("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** The names of the files in a folder, sorted; none where there is no such folder. */
    public static List<String> names(String folder) {
        return find(folder)
                .map(found -> {
                    try (var files = Files.list(found)) {
                        return files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(List.of());
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file in UTF-8. */
    public static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content lines of a calendar file, unfolded (RFC 5545, 3.1). */
    public static List<String> contentLines(String name) {
        var text = String.join("\n", lines(name)).replaceAll("\n[ \t]", "");
        return List.of(text.split("\n", -1));
    }
}
