package org.goldenbridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker in the JVM of the tests; its address travels as a system property, for test and service live in different class loaders. */
public final class TestKafka {
    private static final String ADDRESS = "goldenbridge.test.bootstrap-servers";

    private static KafkaRaftServer server;
    private static Path directory;

    private TestKafka() {}

    /** Starts it on a free port, and tells the service's settings. */
    public static synchronized Map<String, String> start() {
        try {
            int port = freePort();
            int controllerPort = freePort();
            directory = Files.createTempDirectory("goldenbridge-kafka");
            var settings = new Properties();
            settings.putAll(Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", "1"),
                    Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
                    Map.entry("listeners", "BROKER://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
                    Map.entry("advertised.listeners", "BROKER://localhost:" + port),
                    Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("inter.broker.listener.name", "BROKER"),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry("log.dirs", directory.toString()),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "3"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.num.partitions", "3"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("auto.create.topics.enable", "false"),
                    // A few clients of one machine: each thread less is a start that is quicker.
                    Map.entry("num.network.threads", "1"),
                    Map.entry("num.io.threads", "2"),
                    Map.entry("background.threads", "2"),
                    Map.entry("log.cleaner.enable", "false")));
            format();
            server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            System.setProperty(ADDRESS, "localhost:" + port);
            return Map.of("kafka.bootstrap.servers", bootstrapServers());
        } catch (Exception e) {
            throw new IllegalStateException("The broker of the tests did not start", e);
        }
    }

    /** Where the broker of this run listens. */
    public static String bootstrapServers() {
        return System.getProperty(ADDRESS);
    }

    private static void format() throws Exception {
        var formatter = new Formatter();
        formatter
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setDirectories(new TreeSet<>(List.of(directory.toString())));
        formatter.run();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
