package org.goldenbridge.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.goldenbridge.local.demo.DemoNetwork;
import org.goldenbridge.local.demo.LoadingRefused;
import org.jspecify.annotations.Nullable;

/** The program behind deploy/up: starts the network, loads the demo, tells the addresses, and keeps everything running. */
public final class Up {

    private static final Duration ALL_READY = Duration.ofSeconds(60);

    private final UpOptions options;
    private final PrintStream out;
    private final long begunNanos = System.nanoTime();

    private Up(UpOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Takes the options of {@code deploy/up --help}. */
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            var options = UpOptions.parse(Checkout.root().resolve("deploy/data"), args);
            if (options.help()) {
                out.print(UpOptions.HELP);
                return;
            }
            new Up(options, out).run();
        } catch (UpOptions.Misunderstood e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        var data = options.network().data();
        var lock = lock(data);
        var network = Network.of(options.network());
        network.endLeftOvers();
        var complaints = PortCheck.complaints(options.network());
        if (!complaints.isEmpty()) {
            throw new UpOptions.Misunderstood(String.join("\n", complaints));
        }
        if (options.fresh()) {
            data.delete();
            network = Network.of(options.network());
        }
        var watch = new Watch(network.postgres(), out);
        stopAtTheEnd(network, watch, lock);
        start(network, watch);
    }

    private void start(Network network, Watch watch) {
        out.println("Starting the network; logs are in " + network.logs());
        network.startReads(this::ready);
        out.printf(
                "The public pages and reads are there after %.1f s: %s%n",
                seconds(), network.gateway().address());
        watch.add(network.processes().stream()
                .filter(process -> process != network.keycloak())
                .toList());
        var watching = new Thread(watch::run, "watch");
        watching.start();
        network.startKeycloak(this::ready);
        watch.add(List.of(network.keycloak()));
        var health = URI.create(network.gateway().address() + "/health");
        if (!Deadline.reached(ALL_READY, () -> Http.ok(health))) {
            out.println("Not everything is ready; " + health + " says what is not.");
        }
        out.printf("All is ready after %.1f s.%n", seconds());
        if (options.demo()) {
            loadDemoOnce(network);
        }
        out.print(Welcome.text(network));
    }

    private void ready(String part) {
        out.printf("  %-22s ready after %4.1f s%n", part, seconds());
    }

    private double seconds() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    /** The loader completes what an interrupted run began; the marker only saves asking again at each start. */
    private void loadDemoOnce(Network network) {
        var marker = options.network().data().demoMarker();
        if (Files.exists(marker)) {
            return;
        }
        try {
            var summary = DemoNetwork.load(network.gateway().address(), out, Clock.systemUTC());
            out.printf(
                    "The demo network is loaded after %.1f s: %d centres, %d events, %d sessions, %d bookings, %d records, %d items.%n",
                    summary.seconds(),
                    summary.centres(),
                    summary.events(),
                    summary.sessions(),
                    summary.bookings(),
                    summary.records(),
                    summary.items());
            Files.createFile(marker);
        } catch (LoadingRefused e) {
            out.println("The demo network is not loaded whole: " + e.getMessage() + " The next start goes on with it.");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + marker, e);
        }
    }

    private void stopAtTheEnd(Network network, Watch watch, FileLock lock) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            watch.end();
                            out.println("\nStopping ...");
                            network.close();
                            out.println("Stopped; the data are kept in "
                                    + options.network().data().root());
                            release(lock);
                        },
                        "stop"));
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two networks in one folder would destroy each other's data. The system frees the lock however we end. */
    private static FileLock lock(DataFolder data) {
        data.create();
        @Nullable FileLock lock;
        try {
            var channel =
                    FileChannel.open(data.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock " + data.root(), e);
        }
        if (lock == null) {
            throw new UpOptions.Misunderstood("Another deploy/up runs with the data in " + data.root()
                    + "; stop it, or choose another folder with --data and other ports.");
        }
        return lock;
    }
}
