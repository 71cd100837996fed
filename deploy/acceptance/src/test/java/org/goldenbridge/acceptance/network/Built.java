package org.goldenbridge.acceptance.network;

import java.nio.file.Files;
import java.nio.file.Path;
import org.goldenbridge.local.Network;

/** The services are run from what their modules built. */
final class Built {
    private Built() {}

    static void check() {
        var root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("deploy/keycloak"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new IllegalStateException("The acceptance tests must run inside the Goldenbridge repository");
        }
        for (var service : Network.SERVICES) {
            var jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new IllegalStateException(service + " is not built: there is no " + jar
                        + ". Build all with: mvn package -DskipTests, or run: mvn verify -pl deploy/acceptance -am");
            }
        }
    }
}
