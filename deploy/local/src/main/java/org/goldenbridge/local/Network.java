package org.goldenbridge.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The whole network on this machine: PostgreSQL, Kafka, Keycloak, the instances of the services and the gateway, each a
 * process of its own that can be killed, paused and started again.
 *
 * <p>{@code try (var network = Network.start(NetworkOptions.temporary(2))) { network.service("event-service", 0).kill(); }}
 */
public final class Network implements AutoCloseable {

    public static final List<String> SERVICES = List.of("centre-service", "event-service", "catalogue-service");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration KEYCLOAK_PATIENCE = Duration.ofMinutes(3);

    private final NetworkOptions options;
    private final URI publicUrl;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final LocalKeycloak keycloak;
    private final Map<String, List<ServiceProcess>> services = new LinkedHashMap<>();
    private final GatewayProcess gateway;

    private Network(NetworkOptions options) {
        this.options = options;
        var ports = options.ports();
        var data = options.data();
        data.create();
        var secrets = new Secrets(data.secrets());
        publicUrl = URI.create("http://localhost:" + ports.of(Ports.GATEWAY));
        postgres = new LocalPostgres(data, secrets, ports.of(Ports.POSTGRES));
        kafka = new LocalKafka(data, ports.of(Ports.KAFKA), ports.of(Ports.KAFKA_CONTROLLER));
        keycloak = new LocalKeycloak(
                data, postgres, secrets, publicUrl, ports.of(Ports.KEYCLOAK), ports.of(Ports.KEYCLOAK_MANAGEMENT));
        for (var service : SERVICES) {
            services.put(service, instancesOf(service, secrets));
        }
        gateway = new GatewayProcess(data, publicUrl, ports.of(Ports.GATEWAY), backends());
    }

    /** A network of which nothing runs yet: for a test that starts its parts one by one. */
    public static Network of(NetworkOptions options) {
        return new Network(options);
    }

    /** Starts everything and returns when all of it is ready. When a part does not start, the others are stopped. */
    public static Network start(NetworkOptions options) {
        var network = new Network(options);
        try {
            network.startReads(part -> {});
            network.startKeycloak(part -> {});
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /**
     * Starts what the public reads need: everything but Keycloak, whose first start would take the processor from them.
     *
     * @param ready is told the name of each process when it is ready
     */
    void startReads(Consumer<String> ready) {
        // PostgreSQL is there in two seconds, which Kafka uses as well; only the services wait for it.
        kafka.start();
        gateway.start();
        postgres.start();
        ready.accept(Ports.POSTGRES);
        allInstances().forEach(LocalProcess::start);
        var parts = new ArrayList<LocalProcess>(allInstances());
        parts.add(kafka);
        parts.add(gateway);
        awaitAll(parts, PATIENCE, ready);
    }

    /** Starts Keycloak and waits until people can sign in. */
    void startKeycloak(Consumer<String> ready) {
        keycloak.start();
        awaitAll(List.of(keycloak), KEYCLOAK_PATIENCE, ready);
    }

    private static void awaitAll(List<LocalProcess> parts, Duration patience, Consumer<String> ready) {
        var waits = parts.stream()
                .map(part -> CompletableFuture.runAsync(
                        () -> {
                            part.awaitReady(patience);
                            ready.accept(part.name());
                        },
                        task -> new Thread(task, "await-" + part.name()).start()))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(waits).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IllegalStateException why ? why : e;
        }
    }

    /** The gateway; its address is the public address of the network. */
    public GatewayProcess gateway() {
        return gateway;
    }

    /**
     * One instance of a service.
     *
     * @param service such as {@code event-service}
     * @param instance 0 is the first
     */
    public ServiceProcess service(String service, int instance) {
        return instances(service).get(instance);
    }

    /** All instances of a service. */
    public List<ServiceProcess> instances(String service) {
        var instances = services.get(service);
        if (instances == null) {
            throw new IllegalArgumentException("No service " + service + "; there are " + SERVICES);
        }
        return instances;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKeycloak keycloak() {
        return keycloak;
    }

    /** Tokens of the network's Keycloak, asked for through the gateway. */
    public Tokens tokens() {
        return new Tokens(keycloak.issuer());
    }

    /** The folder with a log file for each process. */
    public Path logs() {
        return options.data().logs();
    }

    /** Where the passwords of this network are kept. */
    Path secretsFile() {
        return options.data().secrets();
    }

    /** Stops everything that was started: first what takes requests, last what keeps the data. */
    @Override
    public void close() {
        gateway.close();
        closeAll(allInstances());
        closeAll(List.of(keycloak, kafka));
        postgres.close();
    }

    private static void closeAll(List<? extends LocalProcess> parts) {
        var closings = parts.stream()
                .map(part -> new Thread(part::close, "close-" + part.name()))
                .toList();
        closings.forEach(Thread::start);
        for (var closing : closings) {
            try {
                closing.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends what a killed network of the same data folder left running. */
    void endLeftOvers() {
        ProcessRecord.endLeftOvers(options.data().processes(), Jvm.PROGRAM);
        postgres.endLeftOver();
    }

    List<LocalProcess> processes() {
        var all = new ArrayList<LocalProcess>(List.of(kafka, keycloak));
        all.addAll(allInstances());
        all.add(gateway);
        return all;
    }

    private List<ServiceProcess> allInstances() {
        return services.values().stream().flatMap(List::stream).toList();
    }

    private List<ServiceProcess> instancesOf(String service, Secrets secrets) {
        var role = service.replace("-service", "");
        var instances = new ArrayList<ServiceProcess>();
        for (var instance = 0; instance < options.instances(); instance++) {
            var port = options.ports().of(service, instance);
            instances.add(new ServiceProcess(service, instance, options.data(), port, settings(role, port, secrets)));
        }
        return List.copyOf(instances);
    }

    private Map<String, String> settings(String role, int port, Secrets secrets) {
        var settings = new LinkedHashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(role),
                "QUARKUS_DATASOURCE_USERNAME", role,
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(role),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "GOLDENBRIDGE_PUBLIC_URL", publicUrl.toString(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.internalRealm().toString(),
                "QUARKUS_OIDC_TOKEN_ISSUER", keycloak.issuer().toString(),
                "GOLDENBRIDGE_CURSOR_SECRET", secrets.of("cursor-secret")));
        if (role.equals("event")) { // where the desk is
            settings.put("GOLDENBRIDGE_DESK_SECRET", secrets.of("desk-secret"));
            settings.put("GOLDENBRIDGE_DESK_CLIENT_SECRET", keycloak.deskClientSecret());
        }
        // On one machine everybody has the same address, the demo data and the load tests too.
        settings.put("GOLDENBRIDGE_LIMITS_EXEMPT", "127.0.0.0/8,::1");
        settings.put("GOLDENBRIDGE_LIVE_LISTENERS_OF_ONE", "5000"); // whoever listens here is this machine
        return settings;
    }

    private List<String> backends() {
        var ports = options.ports();
        var backends = new ArrayList<String>();
        services.forEach((service, instances) -> backends.add("--" + service + "="
                + String.join(
                        ",",
                        instances.stream()
                                .map(instance -> "127.0.0.1:" + instance.port())
                                .toList())));
        for (var part : List.of(Ports.KEYCLOAK, Ports.KEYCLOAK_MANAGEMENT, Ports.POSTGRES, Ports.KAFKA)) {
            backends.add("--" + part + "=127.0.0.1:" + ports.of(part));
        }
        return backends;
    }
}
