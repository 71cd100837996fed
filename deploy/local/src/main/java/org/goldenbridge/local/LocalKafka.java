package org.goldenbridge.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka of one broker, in a process of its own; what it took survives a restart and a kill. */
public final class LocalKafka extends LocalProcess {

    private final int port;
    private final int controllerPort;
    private final DataFolder data;

    public LocalKafka(DataFolder data, int port, int controllerPort) {
        super("kafka", data);
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    List<String> command() {
        var command = new ArrayList<>(List.of(Jvm.JAVA.toString()));
        command.addAll(Jvm.SMALL);
        command.addAll(List.of(
                "-Xms48m",
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                KafkaBroker.class.getName(),
                data.kafka().toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return Jvm.withOurClasses();
    }

    @Override
    boolean answers() {
        if (!Ports.answers(port)) {
            return false;
        }
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1_500);
        try (var admin = Admin.create(settings)) {
            // The list holds brokers that take work only; an open port alone comes earlier.
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
