package org.goldenbridge.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demo's catalogue: files of MARC records as partners would send them, and the items that the centres hold.
 *
 * @param cataloguers who takes records in at a centre, by its id
 */
record DemoCatalogue(Map<String, String> cataloguers, List<Source> sources, List<File> files, List<Item> items) {

    /** {@code catalogue/contents.yaml}; the items have a file of their own. */
    record Contents(Map<String, String> cataloguers, List<Source> sources, List<File> files) {}

    record Source(String id, String centre, String name) {}

    /**
     * @param name the file below {@code demo/catalogue}
     * @param kind what its records describe
     */
    record File(String name, String source, String kind) {
        byte[] bytes() {
            var path = "/demo/catalogue/" + name;
            try (var in = DemoCatalogue.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("The file " + path + " of the demo network is missing.");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + path + " of the demo network cannot be read.", e);
            }
        }
    }

    /** @param record the control number (001) that the record has in its file */
    record Item(
            String record,
            String centre,
            String barcode,
            String shelf,
            String condition,
            String status,
            @Nullable String note) {}

    Source source(File file) {
        return sources.stream()
                .filter(source -> source.id().equals(file.source()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file.name() + " comes from a source that is not named."));
    }

    String cataloguer(String centre) {
        var account = cataloguers.get(centre);
        if (account == null) {
            throw new IllegalStateException("Nobody takes records in at " + centre + ".");
        }
        return account;
    }

    List<String> centres() {
        return cataloguers.keySet().stream().sorted().toList();
    }
}
