package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is written down about a started process. A process identifier alone is used again by the system sooner or later;
 * with the instant of its start and its program it names the process that we started and no other.
 */
record ProcessRecord(long pid, Instant startedAt) {

    /** The system computes start instants from its boot time, which moves a little when the clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static void write(Path file, ProcessHandle process) {
        var startedAt = process.info().startInstant().orElse(Instant.now());
        try {
            Files.writeString(file, process.pid() + " " + startedAt + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    /** Ends the process that the file tells of, if it still runs and is that very program. */
    static void endLeftOver(Path file, String program) {
        read(file).flatMap(record -> record.running(program)).ifPresent(ProcessRecord::end);
        forget(file);
    }

    /** Ends all the processes that the files of a folder tell of. */
    static void endLeftOvers(Path folder, String program) {
        try (var files = Files.list(folder)) {
            files.toList().parallelStream().forEach(file -> endLeftOver(file, program));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + folder, e);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + file, e);
        }
    }

    private static Optional<ProcessRecord> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var words = Files.readString(file).strip().split(" ", -1);
            return words.length == 2
                    ? Optional.of(new ProcessRecord(Long.parseLong(words[0]), Instant.parse(words[1])))
                    : Optional.empty(); // cut off while it was written: that start never went on
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private Optional<ProcessHandle> running(String program) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> {
            var info = process.info();
            return info.command().filter(command -> command.endsWith(program)).isPresent()
                    && info.startInstant()
                            .filter(instant ->
                                    Duration.between(instant, startedAt).abs().compareTo(TOLERANCE) <= 0)
                            .isPresent();
        });
    }

    /** Asks first, and insists after a while. A paused process cannot hear the question, so it is woken. */
    static void end(ProcessHandle process) {
        process.destroy();
        Signals.send("CONT", process.pid());
        if (!endsWithin(process, PATIENCE)) {
            process.destroyForcibly();
            endsWithin(process, PATIENCE);
        }
    }

    static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
