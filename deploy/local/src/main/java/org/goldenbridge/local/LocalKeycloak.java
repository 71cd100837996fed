package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak on the network's PostgreSQL, with the realm of deploy/keycloak, reached by people through the gateway. */
public final class LocalKeycloak extends LocalProcess {

    public static final String REALM = "goldenbridge";

    private final LocalPostgres postgres;
    private final Secrets secrets;
    private final URI publicUrl;
    private final int port;
    private final int managementPort;
    private boolean masterRealmSetUp;

    LocalKeycloak(
            DataFolder data, LocalPostgres postgres, Secrets secrets, URI publicUrl, int port, int managementPort) {
        super("keycloak", data);
        this.postgres = postgres;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.port = port;
        this.managementPort = managementPort;
    }

    public int port() {
        return port;
    }

    /** The realm as a service on this machine reaches it, past the gateway. */
    public URI internalRealm() {
        return URI.create("http://127.0.0.1:" + port + "/auth/realms/" + REALM);
    }

    /** What every token names as its issuer, whichever way it was asked for. */
    public URI issuer() {
        return URI.create(publicUrl + "/auth/realms/" + REALM);
    }

    /** Keycloak's own administration, on this machine alone: not through the gateway. */
    public URI administration() {
        return URI.create(ownAddress() + "/admin");
    }

    private String ownAddress() {
        return "http://127.0.0.1:" + port + "/auth";
    }

    /** The password of {@code admin}, the administrator of Keycloak itself. */
    public String adminPassword() {
        return secrets.of("keycloak.admin");
    }

    /** What the desk shows to Keycloak; the realm takes it when it is made. */
    String deskClientSecret() {
        return secrets.of("desk-client-secret");
    }

    /** The program is started without kc.sh, whose shell would stay between us and the process we kill or pause. */
    @Override
    List<String> command() {
        var home = Checkout.keycloak();
        var command = new ArrayList<>(List.of(Jvm.JAVA.toString()));
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it signs in a few people: a start of half the work is worth more than peak
                // speed
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"));
        for (var opened : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local", // no cluster, and so nothing that listens beyond this machine
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + publicUrl + "/auth",
                "--hostname-admin=" + ownAddress(), // the gateway does not lead there
                "--hostname-backchannel-dynamic=true",
                // Otherwise a second sign-in of the same person in the same moment counts as an attack.
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                "--db-url=" + postgres.jdbcUrl(),
                "--db-schema=keycloak",
                "--db-username=keycloak",
                "--db-pool-max-size=20",
                "--log-level=info,io.smallrye.health:warn")); // it is asked ten times a second while it starts
        return command;
    }

    /** Passwords go by the environment, which other users of the machine cannot see, unlike a command line. */
    @Override
    Map<String, String> environment() {
        return Map.of(
                "MALLOC_ARENA_MAX", "2",
                "KC_DB_PASSWORD", postgres.password("keycloak"),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword(),
                "GOLDENBRIDGE_PUBLIC_URL", publicUrl.toString(),
                "GOLDENBRIDGE_DESK_CLIENT_SECRET", deskClientSecret());
    }

    /** Keycloak imports what lies in its own folder, and leaves a realm alone that it has already. */
    @Override
    void prepare() {
        var imports = Checkout.keycloak().resolve("data/import");
        try {
            Files.createDirectories(imports);
            var copy = Files.createTempFile(imports, "realm", ".tmp");
            Files.writeString(
                    copy,
                    RealmFile.merged(Checkout.realm(), Checkout.demoOfRealm()).toPrettyString());
            Files.move(copy, imports.resolve(REALM + "-realm.json"), StandardCopyOption.ATOMIC_MOVE);
            copyThemes();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not give Keycloak its realm", e);
        }
    }

    /** Keycloak finds themes in its own folder as well. */
    private static void copyThemes() throws IOException {
        var from = Checkout.keycloakThemes();
        var to = Checkout.keycloak().resolve("themes");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    boolean answers() {
        return Http.ok(URI.create("http://127.0.0.1:" + managementPort + "/auth/health/ready"))
                && hasMasterRealmSetUp();
    }

    /** Whether the realm of Keycloak's own administrators is protected; Keycloak makes it itself, so it is set up after that. */
    private boolean hasMasterRealmSetUp() {
        if (!masterRealmSetUp) {
            masterRealmSetUp = new MasterRealm(URI.create(ownAddress()), adminPassword()).isSetUp();
        }
        return masterRealmSetUp;
    }
}
