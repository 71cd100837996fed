package org.goldenbridge.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goldenbridge.catalogue.marc.MarcSeeds;
import org.goldenbridge.catalogue.oai.OaiTarget;

/** Lays out what coverage-guided fuzzing begins with: for each target its seeds, and a folder for what it finds worth keeping. */
final class FuzzSeeds {
    private FuzzSeeds() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var seeds = folder.resolve("seeds");
        MarcSeeds.write(seeds.resolve("iso2709"), seeds.resolve("marcxml"));
        OaiTarget.writeSeeds(seeds.resolve("oai"));
        for (var target : new String[] {"iso2709", "marcxml", "oai"}) {
            Files.createDirectories(folder.resolve(target));
        }
    }
}
