package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.goldenbridge.local.LocalProcess;

/** Asks a Java process every few seconds how much of its heap is in use, garbage included, and keeps the most. */
final class HeapWatch implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("(?:def new generation|tenured generation) .*used ([0-9]+)K");
    private static final long PAUSE_MILLIS = 5_000;

    private final LocalProcess process;
    private final AtomicBoolean watching = new AtomicBoolean(true);
    private volatile long mostKilobytes;

    HeapWatch(LocalProcess process) {
        this.process = process;
        var thread = new Thread(this::watch, "heap-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The most that was seen, in megabytes. */
    long most() {
        if (mostKilobytes == 0) {
            throw new IllegalStateException("The heap was never seen");
        }
        return mostKilobytes / 1024;
    }

    private void watch() {
        while (watching.get()) {
            try {
                mostKilobytes = Math.max(mostKilobytes, used());
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                System.err.println("The heap could not be seen: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long used() throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.heap_info")
                .redirectErrorStream(true)
                .start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return USED.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @Override
    public void close() {
        watching.set(false);
    }
}
