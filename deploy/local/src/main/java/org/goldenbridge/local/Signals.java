package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java does not send by itself. */
final class Signals {

    private Signals() {}

    /** Sends the signal; a process that is gone already is no error. */
    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
