package org.goldenbridge.acceptance.network;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.goldenbridge.acceptance.kill.KillSwitch;
import org.goldenbridge.local.LocalProcess;
import org.goldenbridge.local.Network;
import org.goldenbridge.local.NetworkOptions;

/**
 * The network that all acceptance tests share, with real processes on free ports: two instances of event-service, one of
 * each other service, PostgreSQL, Kafka, Keycloak and the gateway.
 */
public final class Stage implements AutoCloseable {
    public static final String EVENTS = "event-service";
    public static final String CENTRES = "centre-service";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Tokens are good for five minutes. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(3);

    private final NetworkOptions options;
    private final Optional<KillSwitch> killSwitch;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Optional<CuttingProxy> lineToDatabase;
    private Network network;
    private Database database;

    private record Token(String text, long untilNanos) {}

    /**
     * What is right for minutes of tests and wrong for a benchmark: the first compiler alone, with room for all that it
     * compiles. The second would take as much of the processor as the tests.
     */
    private static final String[] SHORT_LIVED = {"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=160m"};

    /** Starts everything in a folder, for tests; event-service has its kill points, its second instance a line that can be cut. */
    public static Stage withKillPoints(Path folder) {
        var killSwitch = new KillSwitch(folder.resolve("kill"));
        killSwitch.disarm();
        return new Stage(folder, Optional.of(killSwitch));
    }

    /** Starts everything in a folder, as it is in production. */
    public static Stage plain(Path folder) {
        return new Stage(folder, Optional.empty());
    }

    private Stage(Path folder, Optional<KillSwitch> killSwitch) {
        Built.check();
        options = NetworkOptions.temporary(2).in(folder);
        options.data().delete();
        this.killSwitch = killSwitch;
        network = Network.of(options);
        database = new Database(network.postgres());
        lineToDatabase = killSwitch.map(agent -> new CuttingProxy("127.0.0.1", databasePort()));
        // Whatever becomes of this run, nothing of it stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-network"));
        start();
    }

    private void start() {
        killSwitch.ifPresent(agent -> {
            Network.SERVICES.forEach(
                    service -> network.instances(service).forEach(instance -> instance.withJvmArguments(SHORT_LIVED)));
            network.instances(EVENTS).forEach(instance -> instance.withJvmArguments(agent.jvmArgument()));
        });
        lineToDatabase.ifPresent(line -> network.service(EVENTS, 1)
                .withEnvironment(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        network.postgres()
                                .jdbcUrl("event")
                                .replace(":" + databasePort() + "/", ":" + line.port() + "/")));
        network.kafka().start();
        network.gateway().start();
        network.postgres().start();
        network.keycloak().start();
        instances().forEach(LocalProcess::start);
        var all = new ArrayList<>(instances());
        all.addAll(List.of(network.kafka(), network.gateway(), network.keycloak()));
        all.forEach(part -> part.awaitReady(PATIENCE));
    }

    /** What runs of the services: of event-service two, of the others one. */
    private List<LocalProcess> instances() {
        return List.of(
                network.service(CENTRES, 0),
                network.service(EVENTS, 0),
                network.service(EVENTS, 1),
                network.service("catalogue-service", 0));
    }

    /** Stops the whole network, and starts it again on the data that it kept. */
    public void restart() {
        network.close();
        network = Network.of(options);
        database = new Database(network.postgres());
        start();
    }

    public Network network() {
        return network;
    }

    public KillSwitch killSwitch() {
        return killSwitch.orElseThrow();
    }

    public Database database() {
        return database;
    }

    /** What the second instance of event-service reaches the database through. */
    public CuttingProxy lineToDatabase() {
        return lineToDatabase.orElseThrow();
    }

    private int databasePort() {
        return URI.create(network.postgres().jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    public URI gateway() {
        return network.gateway().address();
    }

    /** An instance of event-service, past the gateway. */
    public URI instance(int instance) {
        return network.service(EVENTS, instance).address();
    }

    /** Somebody without an account, at the public address. */
    public Client anyone() {
        return new Client(gateway(), "");
    }

    /** Somebody signed in, at the public address. */
    public Client signedIn(String account) {
        return new Client(gateway(), token(account));
    }

    /** Somebody signed in whose requests go to one instance of event-service. */
    public Client signedIn(String account, int instance) {
        return new Client(instance(instance), token(account));
    }

    /** A token of the network's Keycloak, used again while it is good. */
    public String token(String account) {
        var now = System.nanoTime();
        return tokens.compute(
                        account,
                        (name, known) -> known != null && known.untilNanos() > now
                                ? known
                                : new Token(network.tokens().of(name), now + TOKEN_KEPT.toNanos()))
                .text();
    }

    /** Starts what is not running, and waits until it is ready. */
    public void heal() {
        killSwitch.ifPresent(KillSwitch::disarm);
        var parts = new ArrayList<>(instances());
        parts.add(network.kafka());
        parts.add(network.keycloak());
        parts.stream().filter(part -> !part.isRunning()).forEach(LocalProcess::start);
        parts.forEach(part -> part.awaitReady(PATIENCE));
    }

    @Override
    public void close() {
        network.close();
        lineToDatabase.ifPresent(CuttingProxy::close);
    }
}
