package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process of this network: it can be started, asked to stop, killed, paused like the real thing, and started again.
 * Its output goes to a log file of its own, appended from start to start.
 */
public abstract sealed class LocalProcess implements AutoCloseable
        permits GatewayProcess, LocalKafka, LocalKeycloak, ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LINES_SHOWN = 15;

    private final String name;
    private final DataFolder data;
    private @Nullable Process process;
    private boolean closed;

    LocalProcess(String name, DataFolder data) {
        this.name = name;
        this.data = data;
    }

    abstract List<String> command();

    abstract Map<String, String> environment();

    /** Whether it does its work now, found out by asking it. */
    abstract boolean answers();

    /** What has to be on disk before the process starts. */
    void prepare() {}

    public final String name() {
        return name;
    }

    public final Path log() {
        return data.logs().resolve(name + ".log");
    }

    /** Starts the process and returns at once; what an earlier, killed network left of it is ended first. */
    public final synchronized void start() {
        if (isRunning() || closed) {
            throw new IllegalStateException(name + (closed ? " belongs to a closed network" : " runs already"));
        }
        ProcessRecord.endLeftOver(record(), Jvm.PROGRAM);
        prepare();
        // Ctrl-C reaches every process of the terminal at once. Ours stop in an order, so the children must not hear
        // it;
        // what is ignored by the shell stays ignored by the program it turns into.
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.addAll(command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + name, e);
        }
        ProcessRecord.write(record(), process.toHandle());
    }

    /** Waits until the process does its work; says what its log said last if it ends instead, or takes too long. */
    public final void awaitReady(Duration patience) {
        var answered = Deadline.reached(patience, () -> !isRunning() || answers());
        if (!isRunning()) {
            throw new IllegalStateException(name + " ended while it was starting. " + lastWords());
        }
        if (!answered) {
            throw new IllegalStateException(
                    name + " was not ready within " + patience.toSeconds() + " seconds. " + lastWords());
        }
    }

    /** Whether it runs and answers now. */
    public final boolean isReady() {
        return isRunning() && answers();
    }

    public final synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The identifier that the operating system gave it; it must have been started. */
    public final synchronized long pid() {
        return handle().pid();
    }

    /** Asks the process to end (SIGTERM) and waits; insists (SIGKILL) when it does not. */
    public final synchronized void stop() {
        if (isRunning()) {
            var running = handle();
            Signals.send("CONT", running.pid());
            running.destroy();
            if (!ProcessRecord.endsWithin(running, PATIENCE)) {
                kill();
            }
        }
        ProcessRecord.forget(record());
    }

    /** Ends the process as a power cut would (SIGKILL), and waits until it is gone. */
    public final synchronized void kill() {
        var running = handle();
        running.destroyForcibly();
        ProcessRecord.endsWithin(running, PATIENCE);
    }

    /** Stops the clock of the process (SIGSTOP): its connections stay open and nothing answers. */
    public final synchronized void pause() {
        Signals.send("STOP", handle().pid());
    }

    /** Lets a paused process go on (SIGCONT). */
    public final synchronized void resume() {
        Signals.send("CONT", handle().pid());
    }

    /** Stops it for good: a start that comes later, from a thread that did not notice, is refused. */
    @Override
    public final synchronized void close() {
        closed = true;
        stop();
    }

    private ProcessHandle handle() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process.toHandle();
    }

    private Path record() {
        return data.processes().resolve(name);
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log());
            var last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
            return "The end of " + log() + ":\n" + String.join("\n", last);
        } catch (IOException e) {
            return "Its log " + log() + " cannot be read: " + e;
        }
    }
}
