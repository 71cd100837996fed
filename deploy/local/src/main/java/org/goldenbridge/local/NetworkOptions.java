package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a network is made of.
 *
 * @param data where it keeps its data and logs
 * @param ports one for each process
 * @param instances how many processes of each service run
 */
public record NetworkOptions(DataFolder data, Ports ports, int instances) {

    /** A network of its own for a test: free ports, a new folder, that many instances of each service. */
    public static NetworkOptions temporary(int instances) {
        try {
            var folder = new DataFolder(Files.createTempDirectory("goldenbridge"));
            return new NetworkOptions(folder, Ports.free(instances), instances);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same network with its data in another folder, for example below {@code target} so that logs are kept. */
    public NetworkOptions in(Path folder) {
        return new NetworkOptions(new DataFolder(folder), ports, instances);
    }
}
