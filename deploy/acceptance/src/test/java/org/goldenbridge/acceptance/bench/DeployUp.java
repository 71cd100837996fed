package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** deploy/up as a newcomer runs it, with data and ports of its own; what it says of its own times is read. */
final class DeployUp {
    private static final List<String> PORTS = List.of(
            "--port",
            "--centre-service-port",
            "--event-service-port",
            "--catalogue-service-port",
            "--keycloak-port",
            "--keycloak-management-port",
            "--postgres-port",
            "--kafka-port",
            "--kafka-controller-port");

    private final Path root;
    private final Path data;
    private final List<String> ports = new ArrayList<>();

    /** Seconds from the start; the demo's are those of its loading alone, and 0 when it was there already. */
    record Times(double reads, double ready, double demo) {}

    DeployUp(Path root, Path data) {
        this.root = root;
        this.data = data;
        for (var port : PORTS) {
            ports.add(port);
            ports.add(Integer.toString(freePort()));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Times fresh() {
        return run(true, "--fresh");
    }

    Times again() {
        return run(false);
    }

    private Times run(boolean loads, String... more) {
        var command = new ArrayList<>(List.of(root.resolve("deploy/up").toString(), "--data", data.toString()));
        command.addAll(ports);
        command.addAll(List.of(more));
        var said = new StringBuilder();
        try {
            var process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-deploy-up"));
            var reader = new Thread(() -> read(process, said), "deploy-up");
            reader.setDaemon(true);
            reader.start();
            try {
                var ready = seconds(said, "All is ready after ([0-9.]+) s", process);
                var demo = loads ? seconds(said, "The demo network is loaded after ([0-9.]+) s", process) : 0;
                return new Times(seconds(said, "reads are there after ([0-9.]+) s", process), ready, demo);
            } finally {
                process.destroy(); // it stops all that it started
                process.onExit().get(60, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(Process process, StringBuilder said) {
        try (var in = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (said) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            // it was stopped
        }
    }

    private static double seconds(StringBuilder said, String pattern, Process process) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < end && process.isAlive()) {
            synchronized (said) {
                var found = Pattern.compile(pattern).matcher(said);
                if (found.find()) {
                    return Double.parseDouble(found.group(1));
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("deploy/up did not say \"" + pattern + "\" but:\n" + said);
    }
}
