package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenbridge.local.LocalProcess;

/** What was measured on. */
final class Machine {
    private Machine() {}

    static String description() {
        return "%d processors (%s), %s GB of memory, %s %s, Java %s (%s)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value("/proc/cpuinfo", "model name"),
                        Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1_048_576,
                        System.getProperty("os.name"),
                        System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"));
    }

    /** Other work that would be measured with ours: processes that want to run, on average over the last minute. */
    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Resident memory of a process in megabytes. */
    static long megabytes(LocalProcess process) {
        return Long.parseLong(
                        value("/proc/" + process.pid() + "/status", "VmRSS").replaceAll("\\D", ""))
                / 1024;
    }

    private static String value(String file, String name) {
        try {
            for (var line : List.copyOf(Files.readAllLines(Path.of(file)))) {
                if (line.startsWith(name)) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Resident memory and processors are read from /proc, as Linux has it", e);
        }
        return "unknown";
    }
}
