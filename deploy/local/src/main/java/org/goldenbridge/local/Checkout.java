package org.goldenbridge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository is on disk: what the build made is started from there. */
final class Checkout {

    private static final Path REALM = Path.of("deploy", "keycloak", "goldenbridge-realm.json");
    private static final Path DEMO = Path.of("deploy", "keycloak", "goldenbridge-demo.json");

    private Checkout() {}

    /** The folder with the parent pom: given by deploy/up, otherwise found upwards from the current folder. */
    static Path root() {
        var given = System.getProperty("goldenbridge.home");
        if (given != null) {
            return Path.of(given);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(REALM))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "This must run inside the Goldenbridge repository, or with -Dgoldenbridge.home");
    }

    static Path realm() {
        return root().resolve(REALM);
    }

    /** Accounts, clients and groups of the demo network, which only {@code deploy/up} adds to the realm. */
    static Path demoOfRealm() {
        return root().resolve(DEMO);
    }

    /** The looks of Keycloak's pages, one folder for each theme. */
    static Path keycloakThemes() {
        return root().resolve("deploy/keycloak/themes");
    }

    static Path serviceJar(String service) {
        return root().resolve(Path.of(service, "target", "quarkus-app", "quarkus-run.jar"));
    }

    /** The Keycloak that the build unpacked and built; the newest, when an upgrade left an older one behind. */
    static Path keycloak() {
        var folder = root().resolve(Path.of("deploy", "local", "target", "keycloak"));
        try (var versions = Files.list(folder)) {
            return versions.filter(version -> Files.exists(version.resolve("built-for-goldenbridge")))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("Keycloak is not built; run: mvn package"));
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak is not built; run: mvn package", e);
        }
    }
}
