package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Everything a network keeps on disk.
 *
 * @param root the folder that holds all of it
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** One file per process, named after it. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Which processes were started, so that the next start recognises what is left of them. */
    Path processes() {
        return root.resolve("processes");
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(processes());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + root + " cannot be written; choose another with --data", e);
        }
    }

    /** Deletes all data, and nothing that is not ours when the folder holds other files as well. */
    public void delete() {
        for (var part : new Path[] {postgres(), kafka(), logs(), processes(), secrets(), demoMarker()}) {
            delete(part);
        }
    }

    Path demoMarker() {
        return root.resolve("demo-loaded");
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + tree, e);
        }
    }
}
